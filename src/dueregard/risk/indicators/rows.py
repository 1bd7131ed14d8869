"""The rows a finding of section 2 reads: each carries the day it happened (`on`) and the day it was typed (`typed`)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dueregard.basics.dates import say
from dueregard.guidance.indicator.rows import Dated, Period, Row
from dueregard.risk.rules.assessments import Stage
from dueregard.risk.rules.risks import Concerns, RiskKind, RiskStatus
from dueregard.risk.rules.sources import SourceKind

TO_PEOPLE = frozenset({Concerns.PEOPLE, Concerns.BOTH})
FROM_INFLUENCES = frozenset({Concerns.INFLUENCES, Concerns.BOTH})
LOCAL = frozenset({SourceKind.TREND, SourceKind.DATA, SourceKind.PARTNER})  # local information that is not the local profile


@dataclass(frozen=True, kw_only=True)
class Source(Period):
    """Something known of the local threat; `on` is the day it was received. `until` is the day before it was withdrawn."""

    kind: str = "source"
    source_kind: str
    edition: str = ""  # of the local profile
    dated: date | None = None  # the date that edition bears

    @property
    def is_profile(self) -> bool:
        """Whether it is an edition of the local profile, known by its date."""
        return self.source_kind == SourceKind.PROFILE and self.dated is not None

    @property
    def bears(self) -> date:
        """The date the edition bears."""
        return self.dated or self.on

    @property
    def says(self) -> str:
        """The edition in a sentence: which, of what date."""
        return f"{self.edition or self.label} of {say(self.bears)}"


@dataclass(frozen=True, kw_only=True)
class Level(Row):
    """The national threat level was set."""

    kind: str = "source"
    level: str


@dataclass(frozen=True, kw_only=True)
class Contribution(Row):
    """Something was given towards the local profile."""

    kind: str = "contribution"


@dataclass(frozen=True, kw_only=True)
class ProfileRequest(Row):
    """Police were asked for a local profile, or for a newer one."""

    kind: str = "profile-request"


@dataclass(frozen=True, kw_only=True)
class Step(Dated):
    """An edition, or a risk, came so far on a day."""

    to: str


@dataclass(frozen=True, kw_only=True)
class Named(Dated):
    """Since a day a record names another, by ref; or gives a reference in words."""

    ref: str


@dataclass(frozen=True, kw_only=True)
class Edition(Row):
    """One edition of the assessment; `on` is the day it was begun. Its steps are oldest first."""

    kind: str = "assessment"
    steps: tuple[Step, ...] = ()
    sources: tuple[Named, ...] = ()
    risks: tuple[Named, ...] = ()

    def stage(self, on: date) -> str:
        """How far it had come by the day."""
        return next((step.to for step in reversed(self.steps) if step.on <= on), Stage.DRAFTED)

    def approved(self, on: date) -> date | None:
        """The day it was approved, if that was by this day."""
        return next((step.on for step in self.steps if step.to == Stage.APPROVED and step.on <= on and self.on <= on), None)

    def was_in_force(self, on: date) -> bool:
        """Whether it was the approved edition on the day."""
        return self.on <= on and self.stage(on) == Stage.APPROVED

    def holds_risks(self, on: date) -> frozenset[str]:
        """The risks in it by the day, by ref."""
        return frozenset(row.ref for row in self.risks if row.on <= on)


@dataclass(frozen=True, kw_only=True)
class Update(Row):
    """The assessment was looked at again: what changed, or why nothing did."""

    kind: str = "assessment-update"
    edition: str


@dataclass(frozen=True, kw_only=True)
class Briefing(Row):
    """Bodies, and people of them by opaque keys, were briefed on an edition."""

    kind: str = "assessment-briefing"
    edition: str
    bodies: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Scored(Dated):
    """A risk was reviewed: its residual score, what the matrix of the score tolerates, when it is next to be reviewed."""

    score: int | None = None
    tolerance: int = 0
    next_due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Risk(Row):
    """A risk of the register, which keeps its identity across editions. Its rows are oldest first."""

    kind: str = "risk"
    risk_kind: str = RiskKind.SITUATIONAL
    concerns: str = Concerns.BOTH
    continues: str = ""  # ref of the risk it goes on from
    steps: tuple[Step, ...] = ()
    scores: tuple[Scored, ...] = ()
    owners: tuple[Named, ...] = ()
    references: tuple[Named, ...] = ()  # in the corporate register
    sources: tuple[Named, ...] = ()

    def is_open(self, on: date) -> bool:
        """Whether it stood in the register on the day."""
        if self.on > on:
            return False
        return not self.steps or next((step.to for step in reversed(self.steps) if step.on <= on), RiskStatus.OPEN) == RiskStatus.OPEN

    @cached_property
    def _scored(self) -> tuple[Scored, ...]:
        return tuple(row for row in self.scores if row.score is not None)

    def score(self, on: date) -> Scored | None:
        """The score it was last given by the day."""
        return next((row for row in reversed(self._scored) if row.on <= on), None)

    def is_above(self, on: date) -> bool:
        """Whether its residual score was above tolerance on the day."""
        last = self.score(on)
        return last is not None and last.score is not None and last.score > last.tolerance

    def review_due(self, on: date) -> date | None:
        """When it was next to be reviewed, as its last review by the day says."""
        last = next((row for row in reversed(self.scores) if row.on <= on), None)
        return last.next_due if last else None

    def has(self, rows: tuple[Named, ...], on: date) -> bool:
        """Whether there was such a row by the day."""
        return any(row.on <= on for row in rows)

    def rests_on(self, on: date) -> frozenset[str]:
        """The sources it rested on by the day, by ref."""
        return frozenset(row.ref for row in self.sources if row.on <= on)


@dataclass(frozen=True, kw_only=True)
class Accepted(Period):
    """A group accepted a risk as it stands, by a decision, perhaps until a day."""

    kind: str = "decision"
    risk: str


@dataclass(frozen=True, kw_only=True)
class Plan(Row):
    """A partnership plan; `on` is the day it was begun."""

    kind: str = "plan"
    group: str
    covers_from: date
    covers_to: date
    agreed: date | None = None
    decision: str = ""  # ref of the decision that agreed it
    closed: date | None = None

    def is_current(self, on: date) -> bool:
        """Whether it had been begun, the day was in its period, and it was not closed."""
        return self.on <= on and self.covers_from <= on <= self.covers_to and (self.closed is None or self.closed > on)

    def is_agreed(self, on: date) -> bool:
        """Whether the group had agreed it by the day."""
        return self.agreed is not None and self.agreed <= on


@dataclass(frozen=True, kw_only=True)
class Planned(Period):
    """An action is in a plan from a day to a day."""

    kind: str = "action"
    plan: str
    action: str
