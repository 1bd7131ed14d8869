"""A table between its dry run and its bringing in: the page itself carries it, signed, so that nothing is kept before somebody says so."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.core import signing

from dueregard.access.viewer import Viewer
from dueregard.sheets.rules.tables import MOST_BYTES, Cell, Line, Table, Unreadable

LASTS = timedelta(hours=12)
OLD = "This page is too old to go on from: choose the file again"
TOO_LARGE = f"The file is larger than {MOST_BYTES // (1024 * 1024)} MB. Leave out pictures and other sheets, or split it"


def within(table: Table, *, most: int) -> Table:
    """The table, if it has no more cells than a page can show."""
    if sum(len(line.cells) for line in table.lines) > most:
        raise Unreadable(f"The sheet has more than {most:,} cells. Split it")
    return table


def packed(table: Table, *about: Any, viewer: Viewer, purpose: str) -> str:
    """A table and what it is about, as a page of this area and person carries them."""
    lines = [[line.number, [_plain(cell) for cell in line.cells]] for line in table.lines]
    said = [[table.sheet, list(table.other_sheets), lines], *about]
    return signing.dumps(said, salt=_salt(viewer, purpose), compress=True)


def unpacked(text: str, *, viewer: Viewer, purpose: str) -> tuple[Table, Sequence[Any]]:
    """The table a page carried and what it is about, if it is ours, of this area and person, and not old."""
    try:
        (sheet, others, lines), *about = signing.loads(text, salt=_salt(viewer, purpose), max_age=LASTS)
    except signing.BadSignature:
        raise Unreadable(OLD) from None
    found = tuple(Line(number=number, cells=tuple(_cell(cell) for cell in cells)) for number, cells in lines)
    return Table(lines=found, sheet=sheet, other_sheets=tuple(others)), about


def _salt(viewer: Viewer, purpose: str) -> str:
    return f"{purpose}.{viewer.area_id}.{viewer.user_id}"


def _plain(cell: Cell) -> Any:
    return [cell.isoformat()] if isinstance(cell, date) else cell


def _cell(kept: Any) -> Cell:
    return date.fromisoformat(kept[0]) if isinstance(kept, list) else kept
