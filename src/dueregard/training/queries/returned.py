"""Reads of bodies that answer for their own people by returns: the latest figures of each, and who has not answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.basics.dates import in_window
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.rules import BodyKind
from dueregard.training.models import Return, ReturnAsk

RETURN_MONTHS = 12  # ours: figures older than a year say nothing of today


@dataclass(frozen=True, kw_only=True)
class Answering:
    """A body that was asked, or answered, and what its latest return says: no figures where it never sent one, or long ago."""

    body: Any
    latest: Return | None
    figures: dict[str, tuple[int, int]]  # by subject: in scope, trained
    ask: ReturnAsk | None  # the latest, where it is still unanswered

    @property
    def is_missing(self) -> bool:
        """No return that still says something."""
        return not self.figures

    @property
    def is_commissioned(self) -> bool:
        """A contractor or commissioned service."""
        return str(self.body.kind) == BodyKind.CONTRACTOR


def answering(asked: Asked) -> list[Answering]:
    """Every body that was asked for a return or sent one by the day, by name: three statements."""
    asks: dict[Any, ReturnAsk] = {}
    latest: dict[Any, Return] = {}
    area = asked.viewer.area_id
    for ask in asked.rows(ReturnAsk.objects.filter(area=area).select_related("body").order_by("as_at", "on", "typed_at")):
        asks[ask.body_id] = ask
    returns = Return.objects.filter(area=area, as_at__lte=asked.on).select_related("body").prefetch_related("figures")
    for answer in asked.rows(returns.order_by("as_at", "on", "typed_at")):
        latest[answer.body_id] = answer
    bodies = {ask.body_id: ask.body for ask in asks.values()} | {answer.body_id: answer.body for answer in latest.values()}
    found = [_answering(body, latest.get(key), asks.get(key), asked.on) for key, body in bodies.items()]
    return sorted(found, key=lambda row: row.body.name)


def _answering(body: Any, answer: Return | None, ask: ReturnAsk | None, on: date) -> Answering:
    is_fresh = answer is not None and in_window(answer.as_at, until=on, months=RETURN_MONTHS)
    figures = {row.subject: (row.in_scope, row.trained) for row in answer.figures.all()} if answer and is_fresh else {}
    is_open = ask is not None and (answer is None or answer.as_at < ask.as_at)
    return Answering(body=body, latest=answer, figures=figures, ask=ask if is_open else None)
