"""Writing milestones and measures to a file."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.plan.exchange.writing.pieces import number
from dueregard.plan.queries import measures as read
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, said


def milestones(viewer: Viewer) -> list[Written]:
    """The milestones of the actions the viewer may see, oldest first."""
    rows = read.milestones(viewer).order_by(*IN_ORDER, "action__ref", "due", "words", "reached__on", "reached__typed_at")
    return [said(row, action=row.action.ref, words=row.words, due=row.due, reached=_reached(row)) for row in rows]


def _reached(row: Any) -> Written | None:
    reached = getattr(row, "reached", None)
    return said(reached, is_given_up=reached.is_given_up, because=reached.because) if reached else None


def measures(viewer: Viewer) -> list[Written]:
    """The measures of the actions the viewer may see, oldest first, with what they read."""
    rows = read.measures(viewer).order_by(*IN_ORDER, "action__ref", "words", "unit", "baseline", "target")
    return [
        said(
            row,
            action=row.action.ref,
            words=row.words,
            unit=row.unit,
            baseline=number(row.baseline),
            target=number(row.target),
            readings=[said(one, value=number(one.value), words=one.words) for one in row.readings.order_by(*IN_ORDER, "value", "words")],
        )
        for row in rows
    ]
