"""Deeds on a file: chosen, sent to be looked at, brought in, given up, withdrawn."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents.actions.kept import NO_ROOM
from dueregard.organisations.actions import made_before, next_ref
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.models import Import, ImportWithdrawal, RowNotTaken
from dueregard.training.queries import imports as queries
from dueregard.training.rules.imports import ImportState, why_not_bring_in, why_not_check, why_not_give_up, why_not_withdraw

COUNTS = ("rows_new", "rows_same", "rows_changed", "rows_ambiguous", "rows_rejected", "rows_left_out")


@deed
def choose_file(pieces: Iterable[bytes], *, by: Viewer, on: date, source: str, once: UUID | None = None) -> Import:
    """Keep a file of a source until it is brought in or given up; `on` is the day it tells of."""
    by.must(Permission.TRAINING_NAMES)
    of = queries.sources(by).get(ref=source)
    refuse_if("A file cannot tell of a day that has not come yet" if on > by.today else None)
    ref = next_ref("IM", by=by)
    if before := made_before(Import, once, by=by):
        return before
    try:
        kept, digest, size = KeptFile.write(pieces, area_id=by.area_id)
    except OSError as full:
        raise Refused(NO_ROOM) from full
    try:
        told = {"digest": digest, "size": size, "path": kept.path, "state": ImportState.CHOSEN}
        import_ = Import.objects.create(**by.stamp, ref=ref, source=of, on=on, once=once, **told)
        record("training.import.chosen", import_, by=by, on=on, source=source, digest=digest)
    except BaseException:
        kept.drop()
        raise
    return import_


@deed
def check(ref: str, *, by: Viewer) -> None:
    """Have a file looked at: what would become of each of its rows. Nothing is brought in."""
    by.must(Permission.TRAINING_NAMES)
    import_ = queries.import_to_change(by).get(ref=ref)
    refuse_if(why_not_check(import_.state) or why_not_bring_in(import_.state, is_there=bool(import_.path)))
    _begin(import_, ImportState.CHECKING)
    record("training.import.check-asked", import_, by=by)


@deed
def bring_in(ref: str, *, by: Viewer) -> None:
    """Have a file brought in. It counts once all of it is there, and not before."""
    by.must(Permission.TRAINING_NAMES)
    import_ = queries.import_to_change(by).get(ref=ref)
    refuse_if(why_not_bring_in(import_.state, is_there=bool(import_.path)))
    _begin(import_, ImportState.RUNNING)
    record("training.import.begun", import_, by=by, digest=import_.digest)


def _begin(import_: Import, state: ImportState) -> None:
    """From the first row on: what an earlier look counted is counted again."""
    RowNotTaken.objects.filter(came_with=import_).delete()
    import_.state, import_.line, import_.bytes_read, import_.seen_at, import_.asks, import_.because = state, 0, 0, None, {}, ""
    for count in COUNTS:
        setattr(import_, count, 0)
    import_.save()


@deed
def give_up(ref: str, *, by: Viewer, because: str = "") -> None:
    """Give a file up, wherever it stands: nothing of it counts, and what it left behind is swept."""
    by.must(Permission.TRAINING_NAMES)
    import_ = queries.import_to_change(by).get(ref=ref)
    refuse_if(why_not_give_up(import_.state))
    KeptFile(import_.path).take_away()
    import_.state, import_.because, import_.path = ImportState.STOPPED, because or "Given up", ""
    import_.save(update_fields=["state", "because", "path"])
    record("training.import.given-up", import_, by=by)


@deed
def withdraw(ref: str, *, by: Viewer, on: date, because: str) -> None:
    """Undo a whole import: nothing that came with it counts any more; nothing is deleted."""
    by.must(Permission.TRAINING_NAMES)
    import_ = queries.import_to_change(by).get(ref=ref)
    refuse_if(why_not_withdraw(import_.state))
    refuse_if(None if because.strip() else "Say why it is withdrawn")
    refuse_if("It cannot be withdrawn on a day that has not come yet" if on > by.today else None)
    refuse_if("It cannot be withdrawn before the day it tells of" if on < import_.on else None)
    ImportWithdrawal.objects.create(**by.stamp, came_with=import_, on=on, because=because.strip())
    import_.state = ImportState.WITHDRAWN
    import_.save(update_fields=["state"])
    record("training.import.withdrawn", import_, by=by, on=on, digest=import_.digest)


@deed
def take_rows_away(ref: str, *, by: Viewer, rows: int) -> None:
    """Say in the trail that the list of rows not taken left the site."""
    by.must(Permission.TRAINING_NAMES)
    record("training.import.rows-taken-away", queries.imports(by).get(ref=ref), by=by, rows=rows)
