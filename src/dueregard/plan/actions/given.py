"""What a deed on a plan is given: the plan, objective, action or district it names, looked up in the viewer's area."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.given import change, happened, one
from dueregard.partnership import queries as partnership
from dueregard.plan import queries
from dueregard.plan.models import Objective, Plan, PlannedAction
from dueregard.plan.rules import plans as rules


def plan_to_write(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> Plan:
    """The plan, locked and taken a version further, if something dated this day may still be written into it."""
    plan = writable(queries.plans_to_change(by).get(ref=ref), by=by, on=on)
    change(plan, by=by, seen=seen)
    return plan


def writable(plan: Plan, *, by: Viewer, on: date) -> Plan:
    """The plan itself, if something dated this day may still be written into it."""
    refuse_if(rules.why_not_write(plan.on, closed=queries.closed_on(plan), on=happened(on, by=by)))
    return plan


def plan_to_keep(ref: str, *, by: Viewer, on: date) -> Plan:
    """The plan, locked, to keep with it what others said of it: also once it is closed."""
    plan = queries.plans_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_keep(plan.on, on=happened(on, by=by)))
    return plan


def objective_or_none(ref: str | None, *, plan: Plan, by: Viewer, on: date) -> Objective | None:
    """An objective of this plan that had not been dropped, where one is given."""
    if not ref:
        return None
    return standing(one(queries.objectives(by).filter(plan=plan), ref, what="objective of this plan"), on=on)


def standing(objective: Objective, *, on: date) -> Objective:
    """The objective itself, if it had not been dropped by a day."""
    ending = getattr(objective, "ending", None)
    if ending and ending.on < on:
        raise Refused(f"The objective {objective.ref} was dropped")
    return objective


def place(found: PlannedAction | None, *, action: str) -> PlannedAction:
    """The place of an action in a plan, if it has one there."""
    if found is None:
        raise Refused(f"There is no action {action} in this plan that you can see")
    return found


def district_or_none(ref: str | None, *, by: Viewer) -> Any:
    """A district of the area, where one is given."""
    return one(organisations.districts(by), ref, what="district") if ref else None


def action(ref: str, *, by: Viewer) -> Any:
    """An action of the area, locked."""
    return one(partnership.actions_to_change(by), ref, what="action")


def not_twice(rows: "QuerySet[Any]", *, says: str) -> None:
    """Refuse what stands there word for word: the second post of a form adds nothing."""
    if rows.exists():
        raise Refused(says)
