"""Funded projects in an area file."""

from datetime import date

from dueregard.basics.part import Dated, held_in
from dueregard.plan.exchange.shapes.pieces import ActionNamedIn, CheckedIn, EndIn, ObjectiveNamedIn, Pounds
from dueregard.plan.models import Amount, Output, Project, ProviderLook


@held_in(ProviderLook)
class LookIn(Dated):
    """How far the provider had been looked into."""

    status: str
    words: str = ""


@held_in(Amount)
class AmountIn(Dated):
    """An amount in pounds: awarded, or spent by a day."""

    kind: str
    pounds: Pounds
    words: str = ""


@held_in(Output)
class OutputIn(Dated):
    """What the project delivered."""

    words: str
    number: int | None = None


@held_in(Project)
class ProjectIn(Dated):
    """A funded project, from the day its funding began."""

    ref: str
    title: str
    funder: str
    funder_named: str = ""
    provider: str
    body: str | None = None
    until: date | None = None
    marking: str = "official"
    objectives: list[ObjectiveNamedIn] = []
    actions: list[ActionNamedIn] = []
    looks: list[LookIn] = []
    amounts: list[AmountIn] = []
    outputs: list[OutputIn] = []
    checks: list[CheckedIn] = []
    ended: EndIn | None = None
