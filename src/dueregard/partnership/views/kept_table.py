"""A file between its dry run and its bringing in: the page itself carries it, signed, so that nothing is kept before somebody says so."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.core import signing

from dueregard.access.viewer import Viewer
from dueregard.partnership.rules.bringing_in.tables import MOST_BYTES, Cell, Line, Table, Unreadable, read_table

LASTS = timedelta(hours=12)
MOST_CELLS = 30_000
OLD = "This page is too old to go on from: choose the file again"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The table of a file, with what it is about."""

    what: str
    group: str
    name: str
    digest: str
    table: Table


def read_upload(file: Any, *, what: str, group: str, sheet: str) -> Kept:
    """The table in an uploaded file; Unreadable says why there is none."""
    if file.size > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // (1024 * 1024)} MB. Leave out pictures and other sheets, or split it")
    content = file.read()
    table = read_table(content, sheet=sheet)
    if sum(len(line.cells) for line in table.lines) > MOST_CELLS:
        raise Unreadable(f"The sheet has more than {MOST_CELLS:,} cells. Split it")
    return Kept(what=what, group=group, name=file.name, digest=sha256(content).hexdigest(), table=table)


def packed(kept: Kept, *, viewer: Viewer) -> str:
    """The table as a page carries it."""
    lines = [[line.number, [_plain(cell) for cell in line.cells]] for line in kept.table.lines]
    said = [kept.what, kept.group, kept.name, kept.digest, kept.table.sheet, list(kept.table.other_sheets), lines]
    return signing.dumps(said, salt=_salt(viewer), compress=True)


def unpacked(text: str, *, viewer: Viewer) -> Kept:
    """The table a page carried, if it is ours, of this area and person, and not old."""
    try:
        what, group, name, digest, sheet, others, lines = signing.loads(text, salt=_salt(viewer), max_age=LASTS)
    except signing.BadSignature:
        raise Unreadable(OLD) from None
    table = Table(
        lines=tuple(Line(number=number, cells=tuple(_cell(cell) for cell in cells)) for number, cells in lines),
        sheet=sheet,
        other_sheets=tuple(others),
    )
    return Kept(what=what, group=group, name=name, digest=digest, table=table)


def _salt(viewer: Viewer) -> str:
    return f"partnership.bringing-in.{viewer.area_id}.{viewer.user_id}"


def _plain(cell: Cell) -> Any:
    return [cell.isoformat()] if isinstance(cell, date) else cell


def _cell(kept: Any) -> Cell:
    return date.fromisoformat(kept[0]) if isinstance(kept, list) else kept
