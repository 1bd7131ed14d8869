"""Reads of bodies that answer for their own people by returns: the latest figures of each, and who has not answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import in_window
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.rules import BodyKind
from dueregard.training.models import Return, ReturnAsk
from dueregard.training.rules.returns import RETURN_MONTHS, AskState, BodyStands, body_stands, state_of_ask


def asks(viewer: Viewer) -> QuerySet[ReturnAsk]:
    """The area's asks, oldest first, each with its body and whether it ended."""
    return (
        ReturnAsk.objects.filter(area=viewer.area_id).select_related("body__ending", "person", "ending").order_by("as_at", "on", "typed_at")
    )


def ask_to_change(viewer: Viewer) -> QuerySet[ReturnAsk]:
    """The area's asks, locked as they are fetched."""
    return ReturnAsk.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def returns(viewer: Viewer) -> QuerySet[Return]:
    """The area's returns with their figures; of two as at one day the later comes last, and takes the earlier one's place."""
    rows = Return.objects.filter(area=viewer.area_id).select_related("body__ending", "ask", "by_link__person")
    return rows.prefetch_related("figures").order_by("as_at", "on", "typed_at")


@dataclass(frozen=True, kw_only=True)
class Answering:
    """A body that was asked, or answered, and what its latest return says: no figures where it never sent one, or long ago."""

    body: Any
    latest: Return | None
    figures: dict[str, tuple[int, int]]  # by subject: in scope, trained
    ask: ReturnAsk | None  # the latest, where it is still unanswered
    stands: BodyStands = BodyStands.MISSING

    @property
    def is_missing(self) -> bool:
        """No return that still says something."""
        return not self.figures

    @property
    def is_commissioned(self) -> bool:
        """A contractor or commissioned service."""
        return str(self.body.kind) == BodyKind.CONTRACTOR


def answering(asked: Asked) -> list[Answering]:
    """Every body that is asked for a return or sent one by the day, by name, and has not closed: three statements."""
    asking: dict[UUID, ReturnAsk] = {}
    latest: dict[UUID, Return] = {}
    stopped: set[UUID] = set()
    for ask in asked.rows(asks(asked.viewer)):
        if _holds(asked, getattr(ask, "ending", None)):
            stopped.add(ask.body_id)
        else:
            asking[ask.body_id] = ask
    for answer in asked.rows(returns(asked.viewer).filter(as_at__lte=asked.on)):
        latest[answer.body_id] = answer
    found = []
    bodies = {key: row.body for key, row in latest.items()} | {key: row.body for key, row in asking.items()}
    for key, body in bodies.items():
        each = _answering(body, latest.get(key), asking.get(key), asked.on)
        is_asked_no_more = key in stopped and key not in asking and each.is_missing
        if not is_asked_no_more and not _closed(asked, body):
            found.append(each)
    return sorted(found, key=lambda row: row.body.name)


def _holds(asked: Asked, end: Any) -> bool:
    return end is not None and asked.holds(end.on, end.typed_at)


def _closed(asked: Asked, body: Any) -> bool:
    """Whether a body's last day was before the day."""
    end = getattr(body, "ending", None)
    return end is not None and end.on < asked.on and asked.holds(end.on, end.typed_at)


def _answering(body: Any, answer: Return | None, ask: ReturnAsk | None, on: date) -> Answering:
    is_fresh = answer is not None and in_window(answer.as_at, until=on, months=RETURN_MONTHS)
    figures = {row.subject: (row.in_scope, row.trained) for row in answer.figures.all()} if answer and is_fresh else {}
    is_answered = ask is not None and answer is not None and answer.as_at >= ask.as_at
    state = state_of_ask(due=ask.due, is_answered=is_answered, ended=None, on=on) if ask else None
    is_open = state in {AskState.WAITING, AskState.OVERDUE}
    stands = body_stands(state, has_figures=bool(figures))
    return Answering(body=body, latest=answer, figures=figures, ask=ask if is_open else None, stands=stands)
