"""How rows are written: plain values in a fixed order, keys without a value left out, only what the viewer may see."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import typed_as_written
from dueregard.privacy.marking import Marking

Written = dict[str, Any]
IN_ORDER = ("on", "typed_at")  # what follows it tells rows of one moment apart by what they say


def said(row: Any, **values: Any) -> Written:
    """A row of the file: its date first, then when it was typed where that was not at noon of its day."""
    return kept({"date": row.on, "typed": typed_as_written(row.on, row.typed_at), **values})


def record(row: Any, **values: Any) -> Written:
    """A row with a reference."""
    return kept({"ref": row.ref, "date": row.on, "typed": typed_as_written(row.on, row.typed_at), **values})


def kept(row: Written) -> Written:
    """The keys that have a value."""
    return {key: value for key, value in row.items() if not (value is None or value is False or value == "" or value == [])}


def ref(row: Any) -> str | None:
    """The reference of a record, where there is one."""
    return row.ref if row else None


def seen(row: Any, *, by: Viewer) -> str | None:
    """The reference of a record that the viewer may see."""
    return row.ref if row and (row.marking == Marking.OFFICIAL or by.reads_sensitive) else None


def marked(marking: str) -> str | None:
    """A marking, where it is not Official."""
    return None if marking == Marking.OFFICIAL else marking


def by_number(row: Any) -> tuple[Any, ...]:
    """The order of records: as they happened, R2 before R10."""
    return row.on, len(row.ref), row.ref
