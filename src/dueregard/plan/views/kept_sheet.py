"""A sheet between its dry run and its bringing in: the page itself carries it, signed, so that nothing is kept before somebody says so."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.core import signing

from dueregard.access.viewer import Viewer
from dueregard.documents.rules.zipped import looked_at
from dueregard.partnership.rules.bringing_in.tables import MOST_BYTES, Cell, Line, Table, Unreadable, read_table
from dueregard.plan.rules.sheets.fills import Fills, read_fills

LASTS = timedelta(hours=12)
MOST_ROWS = 6_000
MOST_CELLS = 120_000
MOST_CARRIED = 2_000_000  # letters, packed: what a form may hold
TOO_LARGE = f"The file is larger than {MOST_BYTES // (1024 * 1024)} MB. Leave out pictures and other sheets, or split it"
TOO_MUCH = "The sheet holds more text than a page can carry. Split it"
OLD = "This page is too old to go on from: choose the file again"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The table of a file, with what it is about."""

    kind: str
    of: str  # a ref, such as of the plan
    name: str
    digest: str
    table: Table
    fills: Fills


def read_upload(file: Any, *, kind: str, of: str, sheet: str) -> Kept:
    """The table in an uploaded file; Unreadable says why there is none."""
    if file.size > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    return read_content(file.read(), name=file.name, kind=kind, of=of, sheet=sheet)


def read_content(content: bytes, *, name: str, kind: str, of: str, sheet: str = "") -> Kept:
    """The table in a file’s bytes, and which of its cells are filled as a traffic light."""
    if content.startswith(b"PK") and (why := looked_at(content)[1]):
        raise Unreadable(why)
    table = read_table(content, sheet=sheet, most_rows=MOST_ROWS)
    if sum(len(line.cells) for line in table.lines) > MOST_CELLS:
        raise Unreadable(f"The sheet has more than {MOST_CELLS:,} cells. Split it")
    fills = read_fills(content, sheet=table.sheet) if table.sheet else {}
    rows = {line.number for line in table.lines}
    kept = {place: light for place, light in fills.items() if place[0] in rows}
    return Kept(kind=kind, of=of, name=name, digest=sha256(content).hexdigest(), table=table, fills=kept)


def packed(kept: Kept, *, viewer: Viewer) -> str:
    """The table as a page carries it."""
    lines = [[line.number, [_plain(cell) for cell in line.cells]] for line in kept.table.lines]
    fills = [[row, column, light] for (row, column), light in kept.fills.items()]
    said = [kept.kind, kept.of, kept.name, kept.digest, kept.table.sheet, list(kept.table.other_sheets), lines, fills]
    text = signing.dumps(said, salt=_salt(viewer), compress=True)
    if len(text) > MOST_CARRIED:
        raise Unreadable(TOO_MUCH)
    return text


def unpacked(text: str, *, viewer: Viewer, kind: str, of: str) -> Kept:
    """The table a page carried, if it is ours, of this area, person and record, and not old."""
    try:
        was, whose, name, digest, sheet, others, lines, fills = signing.loads(text, salt=_salt(viewer), max_age=LASTS)
    except signing.BadSignature:
        raise Unreadable(OLD) from None
    if (was, whose) != (kind, of):
        raise Unreadable(OLD)
    table = Table(
        lines=tuple(Line(number=number, cells=tuple(_cell(cell) for cell in cells)) for number, cells in lines),
        sheet=sheet,
        other_sheets=tuple(others),
    )
    kept = {(row, column): light for row, column, light in fills}
    return Kept(kind=kind, of=of, name=name, digest=digest, table=table, fills=kept)


def _salt(viewer: Viewer) -> str:
    return f"plan.sheets.{viewer.area_id}.{viewer.user_id}"


def _plain(cell: Cell) -> Any:
    return [cell.isoformat()] if isinstance(cell, date) else cell


def _cell(kept: Any) -> Cell:
    return date.fromisoformat(kept[0]) if isinstance(kept, list) else kept
