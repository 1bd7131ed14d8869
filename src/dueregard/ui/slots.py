"""Slots: named places on a page that a higher app fills. The table is in config/slots.py; nothing else reaches up."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

Filler = Callable[..., str]
CellFiller = Callable[..., Mapping[str, str]]  # what stands in one column of a table, by each row's ref
TABLE: dict[str, list[Filler]] = {}
CELLS: dict[str, CellFiller] = {}


def fill(table: Mapping[str, list[Filler]], cells: Mapping[str, CellFiller]) -> None:
    """Take the tables of which function fills which slot, and which column: called once, at the start."""
    TABLE.clear()
    TABLE.update(table)
    CELLS.clear()
    CELLS.update(cells)


def filled(name: str, viewer: Any, **asked: Any) -> Markup:
    """What the higher apps have to show in a slot; nothing if none fills it."""
    return Markup("").join(Markup(filler(viewer, **asked)) for filler in TABLE.get(name, []))  # noqa: S704 - each is a rendered template


def cells(name: str, viewer: Any, **asked: Any) -> Mapping[str, str]:
    """What a higher app has to show in a column of a table, by the ref of each row; nothing if nobody may be shown it."""
    return CELLS[name](viewer, **asked) if name in CELLS else {}
