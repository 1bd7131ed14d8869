"""A plan's sheet, or a risk register's, between its dry run and its bringing in."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.documents.rules.zipped import looked_at
from dueregard.plan.rules.sheets.fills import Fills, read_fills
from dueregard.sheets.rules.tables import MOST_BYTES, Table, Unreadable, read_table
from dueregard.sheets.views import carried
from dueregard.sheets.views.carried import TOO_LARGE

MOST_ROWS = 6_000
MOST_CELLS = 120_000
MOST_CARRIED = 2_000_000  # letters, packed: what a form may hold
TOO_MUCH = "The sheet holds more text than a page can carry. Split it"
PURPOSE = "plan.sheets"


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
    table = carried.within(read_table(content, sheet=sheet, most_rows=MOST_ROWS), most=MOST_CELLS)
    fills = read_fills(content, sheet=table.sheet) if table.sheet else {}
    rows = {line.number for line in table.lines}
    kept = {place: light for place, light in fills.items() if place[0] in rows}
    return Kept(kind=kind, of=of, name=name, digest=sha256(content).hexdigest(), table=table, fills=kept)


def packed(kept: Kept, *, viewer: Viewer) -> str:
    """The table as a page carries it."""
    fills = [[row, column, light] for (row, column), light in kept.fills.items()]
    text = carried.packed(kept.table, kept.kind, kept.of, kept.name, kept.digest, fills, viewer=viewer, purpose=PURPOSE)
    if len(text) > MOST_CARRIED:
        raise Unreadable(TOO_MUCH)
    return text


def unpacked(text: str, *, viewer: Viewer, kind: str, of: str) -> Kept:
    """The table a page carried, if it is ours, of this area, person and record, and not old."""
    table, (was, whose, name, digest, fills) = carried.unpacked(text, viewer=viewer, purpose=PURPOSE)
    if (was, whose) != (kind, of):
        raise Unreadable(carried.OLD)
    kept = {(row, column): light for row, column, light in fills}
    return Kept(kind=kind, of=of, name=name, digest=digest, table=table, fills=kept)
