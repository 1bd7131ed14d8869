"""The facts of section 6 as at a date: counts of people, and dated records of the programme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dueregard.guidance.indicator.rows import Area
from dueregard.training.indicators import rows


@dataclass(frozen=True, kw_only=True)
class TrainingFacts:
    """Everything section 6 reads, and what 4.g2 and 7.b2 read of it. People were counted as at the day the facts were gathered for."""

    area: Area
    plans: tuple[rows.TrainingPlan, ...] = ()
    requires: tuple[rows.Requires, ...] = ()
    scope: rows.Scope = field(default_factory=rows.Scope)
    people: Mapping[str, rows.Counted] = field(default_factory=dict)  # by subject, of everybody in scope
    frontline: Mapping[str, rows.Counted] = field(default_factory=dict)  # by subject, of those with a frontline profile
    venues: Mapping[str, rows.Counted] = field(default_factory=dict)  # by subject, of teams that let venues
    services: tuple[rows.Service, ...] = ()
    posts: tuple[rows.PostHeld, ...] = ()
    materials: tuple[rows.MaterialRow, ...] = ()
    updates: tuple[rows.Told, ...] = ()
    programmes: tuple[rows.ProgrammeRow, ...] = ()
    inductions: tuple[rows.Inducted, ...] = ()
    developments: tuple[rows.Developed, ...] = ()
    delivers: tuple[rows.Delivers, ...] = ()
    reached: tuple[rows.ReachedRow, ...] = ()

    def plan(self, on: date) -> rows.TrainingPlan | None:
        """The training plan in force on the day: of several, the one that began last."""
        return max((row for row in self.plans if row.in_force(on)), key=lambda row: (row.covers_from, row.ref), default=None)

    @property
    def is_unused(self) -> bool:
        """Nobody has recorded a plan or a workforce."""
        return not self.plans and not self.scope.all
