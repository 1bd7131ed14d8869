"""Last year's table, of attendance or of actions, between its dry run and its bringing in."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.sheets.rules.tables import MOST_BYTES, Table, Unreadable, read_table
from dueregard.sheets.views import carried

MOST_CELLS = 30_000
PURPOSE = "partnership.bringing-in"


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
        raise Unreadable(carried.TOO_LARGE)
    content = file.read()
    table = carried.within(read_table(content, sheet=sheet), most=MOST_CELLS)
    return Kept(what=what, group=group, name=file.name, digest=sha256(content).hexdigest(), table=table)


def packed(kept: Kept, *, viewer: Viewer) -> str:
    """The table as a page carries it."""
    return carried.packed(kept.table, kept.what, kept.group, kept.name, kept.digest, viewer=viewer, purpose=PURPOSE)


def unpacked(text: str, *, viewer: Viewer) -> Kept:
    """The table a page carried, if it is ours, of this area and person, and not old."""
    table, (what, group, name, digest) = carried.unpacked(text, viewer=viewer, purpose=PURPOSE)
    return Kept(what=what, group=group, name=name, digest=digest, table=table)
