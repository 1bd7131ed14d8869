"""What is told of a plan, as rows that the rules allow and nobody has written yet: a page writes one or two, a sheet thousands."""

from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import happened
from dueregard.organisations.actions.given import words as said
from dueregard.plan.actions import given
from dueregard.plan.catalogue import national_objective, national_objectives
from dueregard.plan.models import Measure, Milestone, Objective, Plan, PlannedAction, PlannedActionEnd
from dueregard.plan.rules import planned as rules
from dueregard.plan.rules.plans import why_not_objective


def objective(
    first: dict[str, Any], *, by: Viewer, plan: Plan, on: date, title: str, position: int, national: str = "", there: Collection[str] = ()
) -> Objective:
    """A new objective: one of the area’s own, or a national one that is not there yet, perhaps in other words."""
    given.writable(plan, by=by, on=on)
    refuse_if(why_not_objective(title, national=national, there=there, known={one.id for one in national_objectives()}))
    policy = national_objective(national) if national else None
    words = title.strip() or (policy.title if policy else "")
    return Objective(**first, plan=plan, national=national, title=words, position=position, on=on)


def put_in(action: Any, *, by: Viewer, plan: Plan, on: date, objective: Objective | None, district: Any, is_in: bool) -> PlannedAction:
    """The place of an action in a plan."""
    given.writable(plan, by=by, on=on)
    refuse_if(rules.why_not_put_in(is_in=is_in, raised=action.on, on=on))
    return PlannedAction(**by.stamp, plan=plan, action=action, objective=objective, district=district, on=on)


def moved(
    place: PlannedAction, *, by: Viewer, plan: Plan, on: date, objective: Objective | None, district: Any
) -> tuple[PlannedActionEnd, PlannedAction]:
    """The end of an action’s place in a plan, and the place that it has from then on."""
    given.writable(plan, by=by, on=on)
    was, to = (place.objective_id, place.district_id), (objective.pk if objective else None, district.pk if district else None)
    refuse_if(rules.why_not_move(was=str(was), to=str(to)))
    if on < place.on:
        raise Refused("It came into the plan after this day")
    last_day = max(place.on, on - timedelta(days=1))
    ended = PlannedActionEnd(**by.stamp, planned=place, on=last_day, because="Moved within the plan")
    kept = {"carried_from": place.carried_from, "because": place.because}
    return ended, PlannedAction(**by.stamp, plan=plan, action=place.action, objective=objective, district=district, on=on, **kept)


def milestone(action: Any, *, by: Viewer, on: date, words: str, due: date, is_open: bool) -> Milestone:
    """A step on the way of an action."""
    refuse_if(rules.why_not_step(is_open=is_open, raised=action.on, on=happened(on, by=by)))
    return Milestone(**by.stamp, action=action, words=said(words, ask="Say what the milestone is"), due=due, on=on)


def measure(
    action: Any,
    *,
    by: Viewer,
    on: date,
    words: str,
    is_open: bool,
    unit: str = "",
    baseline: Decimal | None = None,
    target: Decimal | None = None,
) -> Measure:
    """How the difference an action makes is to be seen."""
    refuse_if(rules.why_not_step(is_open=is_open, raised=action.on, on=happened(on, by=by)))
    fields = {"words": said(words, ask="Say what is measured"), "unit": unit.strip(), "baseline": baseline, "target": target}
    return Measure(**by.stamp, action=action, on=on, **fields)
