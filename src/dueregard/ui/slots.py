"""Slots: named places on a page that a higher app fills. The table is in config/slots.py; nothing else reaches up."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

Filler = Callable[..., str]
CellFiller = Callable[..., Mapping[str, str]]  # what stands in one column of a table, by each row's ref
NumberFiller = Callable[..., Mapping[str, float]]  # numbers that a higher app keeps, by what each is of
TABLE: dict[str, list[Filler]] = {}
CELLS: dict[str, CellFiller] = {}
NUMBERS: dict[str, NumberFiller] = {}


def fill(table: Mapping[str, list[Filler]], cells: Mapping[str, CellFiller], numbers: Mapping[str, NumberFiller]) -> None:
    """Take the tables of which function fills which slot, column and number: called once, at the start."""
    TABLE.clear()
    TABLE.update(table)
    CELLS.clear()
    CELLS.update(cells)
    NUMBERS.clear()
    NUMBERS.update(numbers)


def filled(name: str, viewer: Any, **asked: Any) -> Markup:
    """What the higher apps have to show in a slot; nothing if none fills it."""
    return Markup("").join(Markup(filler(viewer, **asked)) for filler in TABLE.get(name, []))  # noqa: S704 - each is a rendered template


def cells(name: str, viewer: Any, **asked: Any) -> Mapping[str, str]:
    """What a higher app has to show in a column of a table, by the ref of each row; nothing if nobody may be shown it."""
    return CELLS[name](viewer, **asked) if name in CELLS else {}


def numbers(name: str, viewer: Any, **asked: Any) -> Mapping[str, float]:
    """Numbers that a higher app keeps; nothing where it keeps none."""
    return NUMBERS[name](viewer, **asked) if name in NUMBERS else {}
