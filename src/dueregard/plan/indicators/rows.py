"""The rows a finding of section 3 reads beside those of section 2: each carries the day it happened and the day it was typed."""

from dataclasses import dataclass
from datetime import date

from dueregard.guidance.indicator.rows import Check, Dated, Period, Row
from dueregard.plan.rules.evaluations import Changed


@dataclass(frozen=True, kw_only=True)
class Agreement(Row):
    """The group agreed a plan by a decision, on the day of it; `meeting` is where it was taken, if at one. The label is the decision's."""

    kind: str = "decision"
    plan: str
    meeting: str = ""
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanCheck(Check):
    """A Security Threat Check of a plan: it covers its agreement and every action in it."""

    plan: str
    covers: str = "plan"


@dataclass(frozen=True, kw_only=True)
class Rests(Row):
    """A plan rests on an edition of the assessment, from a day."""

    kind: str = "plan"
    plan: str
    edition: str


@dataclass(frozen=True, kw_only=True)
class Role(Row):
    """A body has a role in a plan, from a day. The label is the body's name."""

    kind: str = "plan"
    plan: str
    body: str


@dataclass(frozen=True, kw_only=True)
class TookPart(Row):
    """A body, and perhaps a person of it (an opaque key), took part in making a plan. The label is the body's name."""

    kind: str = "plan"
    plan: str
    body: str
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Ratified(Row):
    """Elected members ratified a plan. The label is their body's name."""

    kind: str = "plan"
    plan: str


@dataclass(frozen=True, kw_only=True)
class Reference(Period):
    """A corporate or service document refers to a plan, at a place in it; `on` is when that was noted, `until` its last current day."""

    kind: str = "document"
    plan: str
    reference_kind: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Change(Dated):
    """What an evaluation changed, or why nothing."""

    changed: str
    because: str = ""

    @property
    def says_something(self) -> bool:
        """Whether it changed a score, an action or an objective, or says why nothing."""
        return self.changed != Changed.NOTHING or bool(self.because.strip())


@dataclass(frozen=True, kw_only=True)
class Evaluated(Dated):
    """An evaluation covers an action."""

    action: str


@dataclass(frozen=True, kw_only=True)
class Evaluation(Row):
    """Completed actions were evaluated for impact; `taken` says on which days meetings took it."""

    kind: str = "evaluation"
    actions: tuple[Evaluated, ...] = ()
    changes: tuple[Change, ...] = ()
    taken: tuple[date, ...] = ()

    def is_used(self, on: date) -> bool:
        """Whether a meeting had taken it by the day and it changed something, or says why nothing."""
        return any(day <= on for day in self.taken) and any(row.on <= on and row.says_something for row in self.changes)


@dataclass(frozen=True, kw_only=True)
class Project(Period):
    """A funded project, from the day its funding began to its last day; the days it came to serve an objective and an action."""

    kind: str = "project"
    objectives: tuple[date, ...] = ()
    actions: tuple[date, ...] = ()

    def lacks(self, on: date) -> list[str]:
        """What the plan does not give it by the day."""
        parts = (("an objective", self.objectives), ("an action", self.actions))
        return [what for what, days in parts if not any(day <= on for day in days)]


@dataclass(frozen=True, kw_only=True)
class Funded(Period):
    """It was said, from a day until it is said otherwise, whether the area has Prevent funding."""

    kind: str = "funded"
    is_funded: bool = True
