"""Plans in an area file, with everything that was said of them."""

from datetime import date

from dueregard.basics.part import Dated, held_in
from dueregard.plan.exchange.shapes.pieces import CheckedIn, EndIn, VersionIn
from dueregard.plan.models import (
    Objective,
    PartnerRole,
    Plan,
    PlanContribution,
    PlanGovernance,
    PlannedAction,
    PlanReference,
    Ratification,
)


@held_in(Objective)
class ObjectiveIn(Dated):
    """An objective: a national one by its id, or one of the area's own."""

    ref: str
    national: str = ""
    title: str = ""
    position: int | None = None
    ended: EndIn | None = None


@held_in(PlanGovernance)
class GovernanceIn(Dated):
    """How the plan is governed, from a day."""

    words: str


@held_in(PartnerRole)
class RoleIn(Dated):
    """What a partner does in the plan, from a day."""

    body: str
    words: str


@held_in(PlanContribution)
class ContributionIn(Dated):
    """A body took part in making the plan."""

    body: str
    how: str
    words: str = ""
    person: str | None = None


class RestsIn(Dated):
    """The plan rests on an edition of the risk assessment, from a day."""

    assessment: str


class AgreedIn(Dated):
    """The group agreed the plan, on the day of its decision."""

    decision: str


@held_in(Ratification, members="by")
class RatifiedIn(Dated):
    """Elected members ratified the plan."""

    members: str
    named: str
    minute: str


@held_in(PlanReference)
class ReferredIn(VersionIn):
    """A version of a document refers to the plan, at a place in it."""

    kind: str
    place: str


class MovedIn(Dated):
    """An action was moved within its plan, from a day."""

    objective: str | None = None
    district: str | None = None


@held_in(PlannedAction)
class PlannedIn(Dated):
    """An action is in the plan from a day; `because` says why it was carried forward."""

    action: str
    objective: str | None = None
    district: str | None = None
    carried_from: str | None = None
    because: str = ""
    moves: list[MovedIn] = []
    ended: EndIn | None = None


@held_in(Plan)
class PlanIn(Dated):
    """A plan, from the day it was begun."""

    ref: str
    title: str
    group: str
    lead: str | None = None
    covers_from: date
    covers_to: date
    follows: str | None = None
    marking: str = "official"
    objectives: list[ObjectiveIn] = []
    governance: list[GovernanceIn] = []
    roles: list[RoleIn] = []
    contributions: list[ContributionIn] = []
    assessments: list[RestsIn] = []
    checks: list[CheckedIn] = []
    actions: list[PlannedIn] = []
    agreed: AgreedIn | None = None
    ratified: list[RatifiedIn] = []
    references: list[ReferredIn] = []
    equality_analyses: list[VersionIn] = []
    closed: EndIn | None = None
