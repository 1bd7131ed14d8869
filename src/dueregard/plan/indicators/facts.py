"""The facts of section 3 as at a date, over those of section 2, and what several findings read from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dueregard.guidance.indicator.rows import Action, Area, Met, Row
from dueregard.guidance.indicator.table import Place
from dueregard.plan.indicators.rows import (
    Agreement,
    Evaluation,
    Funded,
    PlanCheck,
    Project,
    Ratified,
    Reference,
    Rests,
    Role,
    TookPart,
)
from dueregard.risk.indicators.facts import RiskFacts, plan_in_force
from dueregard.risk.indicators.rows import Plan

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """Everything section 3 reads: what section 2 reads (plans, their actions and the risks among it), and what was said of the plans."""

    risk: RiskFacts
    agreements: tuple[Agreement, ...] = ()
    checks: tuple[PlanCheck, ...] = ()
    rests: tuple[Rests, ...] = ()
    roles: tuple[Role, ...] = ()
    took_part: tuple[TookPart, ...] = ()
    ratified: tuple[Ratified, ...] = ()
    references: tuple[Reference, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    projects: tuple[Project, ...] = ()
    funded: tuple[Funded, ...] = ()

    @property
    def area(self) -> Area:
        """The area asked about."""
        return self.risk.area

    def begun(self, on: date) -> list[Plan]:
        """The plans begun by the day, by period."""
        return sorted((plan for plan in self.risk.plans if plan.on <= on), key=lambda plan: (plan.covers_from, plan.ref))

    def in_force(self, on: date) -> Plan | None:
        """The plan that is read on the day."""
        return plan_in_force(self.risk.plans, on)

    def agreement(self, plan: Plan, on: date) -> Agreement | None:
        """By which decision the group had agreed it by the day."""
        return max(self.of(self.agreements, plan, on), key=lambda row: (row.on, row.ref), default=None)

    def of(self, rows: "Iterable[R]", plan: Plan, on: date) -> list[R]:
        """Of these rows, those said of the plan by the day, oldest first."""
        found = (row for row in rows if getattr(row, "plan", "") == plan.ref and row.on <= on)
        return sorted(found, key=lambda row: (row.on, row.ref, row.label))

    def actions(self, plan: Plan, on: date) -> list[Action]:
        """The actions in the plan on the day that were not dropped."""
        return [row for row in self.risk.plan_actions(plan, on) if row.is_open(on) or not row.is_dropped]

    def open_actions(self, plan: Plan, on: date) -> list[Action]:
        """The actions in the plan on the day that are open."""
        return [row for row in self.risk.plan_actions(plan, on) if row.is_open(on)]

    def put_in(self, plan: Plan, action: Action) -> date:
        """The day an action first came into the plan."""
        return self.risk.first_in.get((plan.ref, action.ref), action.on)

    def group_of(self, plan: Plan) -> str:
        """The group whose seats the plan is held to: its own, or the one that oversees delivery where its own has no seats."""
        return plan.group if any(seat.group == plan.group for seat in self.risk.table.seats) else self.risk.group

    def places(self, plan: Plan, on: date) -> tuple[Place, ...]:
        """The places of the required sectors on that group."""
        return self.risk.table.places(self.group_of(plan), on)

    def meetings(self, plan: Plan, on: date) -> list[Met]:
        """The ordinary meetings of the plan's group held by the day, oldest first."""
        return sorted((row for row in self.risk.met if row.on <= on and plan.group in row.groups), key=lambda row: (row.on, row.ref))
