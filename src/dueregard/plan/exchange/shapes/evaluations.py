"""Evaluations in an area file."""

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.plan.models import Evaluation, EvaluationChange


@held_in(EvaluationChange)
class ChangeIn(Strict):
    """What an evaluation changes, said with it."""

    changed: str
    risk: str | None = None
    likelihood: int | None = None
    impact: int | None = None
    action: str | None = None
    objective: str | None = None
    because: str = ""


@held_in(EvaluationChange)
class LaterChangeIn(Dated, ChangeIn):
    """What it changed or led to since."""


class TakenIn(Dated):
    """It was taken at an item of a later meeting, on its day."""

    item: str


@held_in(Evaluation)
class EvaluationIn(Dated):
    """Completed actions were evaluated together."""

    ref: str
    words: str
    next_plan: str = ""
    item: str | None = None
    done_by: str | None = None
    marking: str = "official"
    actions: list[str]
    changes: list[ChangeIn]
    later_changes: list[LaterChangeIn] = []
    taken: list[TakenIn] = []
