"""Decisions and actions in an area file."""

from datetime import date

from dueregard.basics.part import Dated, held_in
from dueregard.partnership.exchange.shapes.pieces import CoverIn, EndBecause, Typed
from dueregard.partnership.models import (
    Action,
    ActionDue,
    ActionLine,
    ActionReview,
    ActionRiskEnd,
    ActionStep,
    ActionUpdate,
    Decision,
    RiskAccepted,
)


class ApprovesIn(Typed):
    """A version of a document that the decision approved."""

    version: str


@held_in(RiskAccepted)
class AcceptsIn(Typed):
    """A risk the group accepted as it stood, by the decision."""

    risk: str
    because: str
    until: date | None = None


@held_in(Decision)
class DecisionIn(Dated):
    """A decision; with `item` taken at a meeting, without it between meetings."""

    ref: str
    group: str
    item: str | None = None
    paper: str | None = None
    kind: str
    words: str
    marking: str = "official"
    done_by: str | None = None
    checks: list[CoverIn] = []
    approves: list[ApprovesIn] = []
    accepts: list[AcceptsIn] = []
    withdrawn: EndBecause | None = None


class OwnerIn(Dated):
    """Whose an action was from a day."""

    body: str
    person: str | None = None


@held_in(ActionDue)
class DueIn(Dated):
    """A due date, set on a day; with the item at which the group agreed it."""

    due: date
    item: str
    because: str = ""


@held_in(ActionUpdate)
class UpdateIn(Dated):
    """How an action was going."""

    words: str
    rag: str = ""
    done_by: str | None = None


@held_in(ActionReview)
class ReviewIn(Dated):
    """What a group concluded of an action at an item."""

    item: str
    words: str


@held_in(ActionStep)
class ActionStepIn(Dated):
    """An action was done, dropped or opened again."""

    status: str
    because: str = ""
    done_by: str | None = None


class BeginsIn(Dated):
    """When an action begins, as said on a day."""

    start: date


@held_in(ActionRiskEnd)
class LetGoIn(Dated):
    """The last day an action answered a risk."""

    because: str = ""


class AnswersIn(Dated):
    """A risk the action answers, from a day."""

    risk: str
    ended: LetGoIn | None = None


@held_in(ActionLine)
class FurthersIn(Dated):
    """A line of the guidance the action is meant to further."""

    framework: str
    line: str


class ActionCoverIn(Dated):
    """A Security Threat Check covers the action from a day."""

    check: str
    covers: str = "action"


@held_in(Action)
class ActionIn(Dated):
    """An action as it was raised; `owners` and `dues` are the later ones."""

    ref: str
    what: str
    group: str | None = None
    item: str | None = None
    decision: str | None = None
    marking: str = "official"
    body: str
    person: str | None = None
    due: date | None = None
    starts: list[BeginsIn] = []
    risks: list[AnswersIn] = []
    lines: list[FurthersIn] = []
    checks: list[ActionCoverIn] = []
    owners: list[OwnerIn] = []
    dues: list[DueIn] = []
    updates: list[UpdateIn] = []
    reviews: list[ReviewIn] = []
    steps: list[ActionStepIn] = []
