"""Deeds on the actions of a plan: putting one in, moving it, taking it out, carrying it forward."""

from collections.abc import Sequence
from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.many import write
from dueregard.basics.refused import refuse_if
from dueregard.organisations.actions.given import one
from dueregard.partnership import queries as partnership
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan import queries
from dueregard.plan.actions import given, rows
from dueregard.plan.actions.recording import record
from dueregard.plan.models import Objective, PlannedAction, PlannedActionEnd
from dueregard.plan.queries.planned import place_of
from dueregard.plan.rules import planned as rules
from dueregard.plan.rules.plans import why_not_end
from dueregard.privacy.marking import highest


@deed
def put_in_plan(
    plan: str, *, by: Viewer, on: date, action: str, objective: str | None = None, district: str | None = None, seen: int | None = None
) -> None:
    """Put an action in a plan from a day: under an objective, for the whole area or one district's part."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on, seen=seen)
    wanted = given.action(action, by=by)
    under, whose = given.objective_or_none(objective, plan=of, by=by, on=on), given.district_or_none(district, by=by)
    is_in = place_of(by, action=action, plan=plan) is not None
    write([rows.put_in(wanted, by=by, plan=of, on=on, objective=under, district=whose, is_in=is_in)])
    record("plan.action.put-in", of, by=by, beside=wanted.marking, on=on)


@deed
def move_planned(plan: str, *, by: Viewer, on: date, action: str, objective: str | None = None, district: str | None = None) -> None:
    """Move an action within its plan: to another objective, or to another district's part."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on)
    place = given.place(place_of(by, action=action, plan=plan), action=action)
    under, whose = given.objective_or_none(objective, plan=of, by=by, on=on), given.district_or_none(district, by=by)
    write(rows.moved(place, by=by, plan=of, on=on, objective=under, district=whose))
    record("plan.action.moved", of, by=by, beside=place.action.marking, on=on)


@deed
def take_out_of_plan(plan: str, *, by: Viewer, on: date, action: str, because: str) -> None:
    """Take an action out of a plan, with why; the date is its last day in it. The action itself goes on."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on)
    place = given.place(place_of(by, action=action, plan=plan), action=action)
    refuse_if(why_not_end(place.on, ended=None, on=on, because=because, what="The action"))
    PlannedActionEnd.objects.create(**by.stamp, planned=place, on=on, because=because.strip())
    record("plan.action.taken-out", of, by=by, beside=place.action.marking, on=on)


@deed
def carry_several(plan: str, *, by: Viewer, on: date, actions: Sequence[str], carried_from: str, because: str) -> int:
    """Carry several open actions forward, each under the objective of the same words or national id, where the plan has one."""
    by.must(Permission.PLAN_EDIT)
    to = queries.plans_to_change(by).get(ref=plan)
    there = Objective.objects.filter(area=by.area_id, plan=to, ending=None)
    same = {**{row.title: row.ref for row in there}, **{row.national: row.ref for row in there if row.national}}
    for ref in actions:
        place = place_of(by, action=ref, plan=carried_from)
        under, whose = (place.objective, place.district) if place else (None, None)
        objective = (same.get(under.national) if under.national else same.get(under.title)) if under else None
        district = whose.ref if whose else None
        carry_forward(plan, by=by, on=on, action=ref, carried_from=carried_from, because=because, objective=objective, district=district)
    return len(actions)


@deed
def carry_forward(
    plan: str,
    *,
    by: Viewer,
    on: date,
    action: str,
    carried_from: str,
    because: str,
    objective: str | None = None,
    district: str | None = None,
) -> None:
    """Carry an open action forward from one plan into another, with why it goes on."""
    by.must(Permission.PLAN_EDIT)
    to = given.plan_to_write(plan, by=by, on=on)
    before = one(queries.plans(by), carried_from, what="plan")
    wanted = given.action(action, by=by)
    reason = rules.why_not_carry_forward(
        same_plan=before.pk == to.pk,
        is_in=place_of(by, action=action, plan=carried_from) is not None,
        is_open=partnership.status_of(wanted) is ActionStatus.OPEN,
        because=because,
    )
    refuse_if(reason or rules.why_not_put_in(is_in=place_of(by, action=action, plan=plan) is not None, raised=wanted.on, on=on))
    PlannedAction.objects.create(
        **by.stamp,
        plan=to,
        action=wanted,
        objective=given.objective_or_none(objective, plan=to, by=by, on=on),
        district=given.district_or_none(district, by=by),
        carried_from=before,
        because=because.strip(),
        on=on,
    )
    record("plan.action.carried-forward", to, by=by, beside=highest((wanted.marking, before.marking)), on=on)
