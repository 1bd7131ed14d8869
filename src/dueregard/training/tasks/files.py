"""Working through a file, batch by batch: looked at, or brought in. Killed, it goes on from the last batch that is committed."""

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from io import BufferedReader
from itertools import islice

from django.db import OperationalError

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.actions import import_runs as running
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.models import Import
from dueregard.training.queries import imports as queries
from dueregard.training.rules.bringing_in.columns import why_not_read
from dueregard.training.rules.bringing_in.reading import Rows, read_rows
from dueregard.training.rules.imports import Holds, ImportState
from dueregard.training.tasks.completions import Completions
from dueregard.training.tasks.staff import Staff

Clock = Callable[[], datetime]
Pause = Callable[[str], None]  # told at every step; a test may stop the work there

NO_ROOM = (
    "The disk is full, or the database could not be written: nothing of it counts. Tell whoever runs this site, then choose the file again"
)
WORKS: dict[Holds, type[Completions] | type[Staff]] = {Holds.COMPLETIONS: Completions, Holds.STAFF: Staff}


def go_on(_step: str) -> None:
    """Nothing stops the work."""


def carry_on_all(viewers: Iterable[Viewer], *, clock: Clock) -> int:
    """Work through every file that waits, area by area; how many is given back."""
    worked = 0
    for viewer in viewers:
        with scope(viewer):
            refs = queries.waiting(viewer)
        for ref in refs:
            worked += carry_on(ref, by=viewer.at(clock()), clock=clock)
    return worked


def carry_on(ref: str, *, by: Viewer, clock: Clock, pause: Pause = go_on) -> bool:
    """Work through a file from where it stands to its end; whether there was anything to do is given back."""
    try:
        import_ = running.claim(ref, by=by)
    except Refused:
        return False
    try:
        with KeptFile(import_.path).place.open("rb") as file:
            _through(import_, file, by=by, clock=clock, pause=pause)
    except (Unreadable, Refused) as why:
        _stop(import_, why=str(why), by=by.at(clock()))
    except (OSError, OperationalError):
        _stop(import_, why=NO_ROOM, by=by.at(clock()))
    return True


def _stop(import_: Import, *, why: str, by: Viewer) -> None:
    """Say why it went no further. Where somebody gave it up meanwhile, or works on it, there is nothing to say."""
    try:
        running.stop(import_.ref, by=by, because=why)
    except (Refused, OperationalError):
        return


def _through(import_: Import, file: BufferedReader, *, by: Viewer, clock: Clock, pause: Pause) -> None:
    rows = read_rows(file)
    with closing(rows.after):
        _row_by_row(import_, rows, file, by=by, clock=clock, pause=pause)


def _row_by_row(import_: Import, rows: Rows, file: BufferedReader, *, by: Viewer, clock: Clock, pause: Pause) -> None:
    refuse_if(why_not_read(import_.source.columns, rows.headings, holds=import_.source.holds))
    is_dry = import_.state == ImportState.CHECKING
    pause("opened")
    with scope(by):
        work = WORKS[Holds(import_.source.holds)](import_, rows.headings, by=by, is_dry=is_dry)
    while work.take(islice(rows.after, work.batch), position=file.tell, now=lambda: by.at(clock()), pause=pause):
        pause("noted")
    work.end(by=by.at(clock()))
    pause("written")
    (running.end_check if is_dry else running.finish)(import_.ref, by=by.at(clock()))
    pause("done")
