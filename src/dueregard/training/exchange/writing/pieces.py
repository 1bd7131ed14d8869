"""How rows of section 6 are written: what came with a file says with which; those there may be thousands of stand on one line."""

from datetime import time
from typing import Any

from django.db.models import F, Q, QuerySet

from dueregard.basics.part import Line, typed_as_written
from dueregard.risk.exchange.writing.kept import Written, kept, ref, said

THAT_COUNTED = Q(came_with=None) | ~Q(came_with__done_at=None)  # of a file that was never done nothing counts, and nothing is written

WITHDRAWN_LAST = F("withdrawal__typed_at").asc(nulls_first=True)  # of two entries that say the same, on either engine


def came(row: Any, **values: Any) -> Written:
    """A row that may have come with a file: its date, when it was typed unless it came with one, and with which."""
    typed = None if row.came_with_id else typed_as_written(row.on, row.typed_at)
    return kept({"date": row.on, "typed": typed, **values, "came_with": ref(row.came_with)})


def line(row: Written) -> Written:
    """A row on one line."""
    return Line(row)


def by_ref(rows: "QuerySet[Any]") -> list[Any]:
    """Records in the order they began, R2 before R10."""
    return sorted(rows, key=lambda row: (row.on, len(row.ref), row.ref))


def last_day(row: Any) -> Written | None:
    """The day from which something is no more, where it has come."""
    ending = getattr(row, "ending", None)
    return said(ending) if ending else None


def withdrawn(row: Any) -> Written | None:
    """That an entry was a mistake, where it was."""
    withdrawal = getattr(row, "withdrawal", None)
    return said(withdrawal, because=withdrawal.because) if withdrawal else None


def clock(at: time | None) -> str | None:
    """A time of day as text."""
    return f"{at:%H:%M}" if at else None
