"""How rows are written: plain values in a fixed order, keys without a value left out, only what the viewer may see."""

from datetime import date, datetime, time
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import typed_as_written
from dueregard.privacy.marking import Marking

Written = dict[str, Any]


def kept(row: Written) -> Written:
    """The keys that have a value; times as text."""
    return {key: _plain(value) for key, value in row.items() if value not in (None, "", [], False)}


def _plain(value: Any) -> Any:
    return f"{value:%H:%M}" if isinstance(value, time) else value


def dated(row: Any) -> Written:
    """When it happened and, where that was not at noon of the day, when it was typed."""
    return {"date": row.on, "typed": typed_as_written(row.on, row.typed_at)}


def typed(row: Any, day: date) -> datetime | None:
    """When a row without a day of its own was typed, where that was not at noon of the day of its meeting."""
    return typed_as_written(day, row.typed_at)


def end(row: Any, *, because: bool = False) -> Written | None:
    """The last day of something, where it has ended."""
    ending = getattr(row, "ending", None)
    if ending is None:
        return None
    return kept({**dated(ending), "because": ending.because if because else None})


def ref(row: Any) -> str | None:
    """The reference of a record, where there is one."""
    return row.ref if row else None


def seen(row: Any, *, by: Viewer) -> str | None:
    """The reference of a record that the viewer may see."""
    return row.ref if row and may_see(row.marking, by=by) else None


def may_see(marking: str, *, by: Viewer) -> bool:
    """Whether the viewer may see what carries this marking."""
    return marking == Marking.OFFICIAL or by.reads_sensitive


def version_of(version: Any) -> str:
    """A version as files name it: DOC-4/2."""
    return f"{version.document.ref}/{version.number}"


def marked(marking: str) -> str | None:
    """A marking, where it is not Official."""
    return None if marking == Marking.OFFICIAL else marking
