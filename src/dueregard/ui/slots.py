"""Slots: named places on a page that a higher app fills. The table is in config/slots.py; nothing else reaches up."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

Filler = Callable[..., str]
TABLE: dict[str, list[Filler]] = {}


def fill(table: Mapping[str, list[Filler]]) -> None:
    """Take the table of which function fills which slot: called once, at the start."""
    TABLE.clear()
    TABLE.update(table)


def filled(name: str, viewer: Any, **asked: Any) -> Markup:
    """What the higher apps have to show in a slot; nothing if none fills it."""
    return Markup("").join(Markup(filler(viewer, **asked)) for filler in TABLE.get(name, []))  # noqa: S704 - each is a rendered template
