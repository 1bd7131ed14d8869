"""Writing to a file on what terms reminders go out, and who was reminded, so that nobody is reminded anew where the area moves to."""

from itertools import groupby
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, said
from dueregard.training.exchange.writing.pieces import line
from dueregard.training.models import Reminder, ReminderTerms


def terms(viewer: Viewer) -> list[Written]:
    """The terms, oldest first."""
    rows = ReminderTerms.objects.filter(area=viewer.area_id).order_by(*IN_ORDER, "is_on", "ahead_days", "again_days", "most")
    return [line(said(row, by_themselves=row.is_on, ahead_days=row.ahead_days, again_days=row.again_days, most=row.most)) for row in rows]


def reminded(viewer: Viewer) -> list[Written]:
    """Who was reminded: a line for each requirement and time."""
    rows = Reminder.objects.filter(area=viewer.area_id).select_related("learner", "requirement")
    by_line = sorted(rows, key=_line_of)
    return [line(_reminded(list(of_line))) for _key, of_line in groupby(by_line, key=_line_of)]


def _line_of(row: Any) -> tuple[Any, ...]:
    return row.on, row.typed_at, len(row.requirement.ref), row.requirement.ref, row.is_to_manager


def _reminded(rows: list[Any]) -> Written:
    whose = sorted((row.learner.ref for row in rows), key=lambda one: (len(one), one))
    return said(rows[0], requirement=rows[0].requirement.ref, learners=whose, to_managers=rows[0].is_to_manager)
