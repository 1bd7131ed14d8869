"""Reads of a joint plan cut to one district: its objectives, its actions, its role, what it owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.plan.models import Plan
from dueregard.plan.queries.making import roles_of
from dueregard.plan.queries.planned import PlannedRow, Tally, planned_actions, tally


@dataclass(frozen=True, kw_only=True)
class DistrictPart:
    """How one district's part of a plan stands."""

    ref: str
    name: str
    tally: Tally


def district_parts(viewer: Viewer, rows: Sequence[PlannedRow], *, on: date) -> list[DistrictPart]:
    """Each district of the area, or of the plan, with how its part stands; none in an area without districts."""
    known = dict(organisations.districts_at(viewer, on=on, known=max(on, viewer.today)).values_list("ref", "name"))
    named = known | {row.district_ref: row.district for row in rows if row.district_ref}
    parts = [
        DistrictPart(ref=ref, name=name, tally=tally([row for row in rows if row.district_ref == ref], on=on))
        for ref, name in named.items()
    ]
    return sorted(parts, key=lambda part: part.name)


@dataclass(frozen=True, kw_only=True)
class DistrictPlan:
    """A plan as one district sees it: its own part, what it owns in the rest, and its role."""

    own: list[PlannedRow]  # in its own part
    elsewhere: list[PlannedRow]  # of the whole area or another's part, owned by it
    role: str

    @property
    def rows(self) -> list[PlannedRow]:
        return [*self.own, *self.elsewhere]


def district_plan(viewer: Viewer, plan: Plan, district: Any, *, as_at: date, known: date) -> DistrictPlan:
    """A plan cut to what one district owns and answers for on a day."""
    rows = planned_actions(viewer, plan, as_at=as_at, known=known)
    said = roles_of(viewer, plan, as_at=as_at, known=known)
    return DistrictPlan(
        own=[row for row in rows if row.district_id == district.pk],
        elsewhere=[row for row in rows if row.district_id != district.pk and row.action.owner_body == district.pk],
        role=next((role.words for role in said if role.body_id == district.pk), ""),
    )
