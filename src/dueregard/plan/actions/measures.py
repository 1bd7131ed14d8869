"""Deeds on milestones and measures of an action: setting them, reaching and reading them."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.many import write
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import happened
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries.action_lists import why_not_say
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.actions import given, rows
from dueregard.plan.actions.recording import record
from dueregard.plan.models import Measure, MeasureReading, Milestone, MilestoneReached
from dueregard.plan.queries.measures import measures_to_change, milestones_to_change
from dueregard.plan.rules import planned as rules


def _is_open(action: Any) -> bool:
    return partnership.status_of(action) is ActionStatus.OPEN


def _row(rows: Any, key: str, *, what: str) -> Any:
    try:
        found = rows.filter(pk=UUID(key)).first()
    except ValueError:
        found = None
    if found is None:
        raise Refused(f"There is no such {what} in this area that you can see")
    return found


@deed
def set_milestone(action: str, *, by: Viewer, on: date, words: str, due: date) -> Milestone:
    """Set a milestone on the way of an action, due on a day."""
    by.must(Permission.PLAN_EDIT)
    of = given.action(action, by=by)
    milestone = rows.milestone(of, by=by, on=on, words=words, due=due, is_open=_is_open(of))
    there = Milestone.objects.filter(area=by.area_id, action=of, reached=None)
    given.not_twice(there.filter(words=milestone.words, due=due), says="This milestone is set already")
    write([milestone])
    record("plan.milestone.set", of, by=by, on=on)
    return milestone


@deed
def reach_milestone(milestone: str, *, by: Viewer, on: date, is_given_up: bool = False, because: str = "") -> None:
    """Say that a milestone was reached, or given up and why: the action's owner, or whoever may speak for any."""
    by.must(Permission.ACTION_UPDATE)
    found = _row(milestones_to_change(by), milestone, what="milestone")
    refuse_if(why_not_say(by, action=found.action))
    before = MilestoneReached.objects.filter(area=by.area_id, milestone=found).first()
    reached = before.on if before else None
    day = happened(on, by=by)
    refuse_if(rules.why_not_reach(added=found.on, reached=reached, on=day, is_given_up=is_given_up, because=because))
    MilestoneReached.objects.create(**by.stamp, milestone=found, is_given_up=is_given_up, because=because.strip(), on=on)
    record(f"plan.milestone.{'given-up' if is_given_up else 'reached'}", found.action, by=by, on=on)


@deed
def set_measure(
    action: str, *, by: Viewer, on: date, words: str, unit: str = "", baseline: Decimal | None = None, target: Decimal | None = None
) -> Measure:
    """Say how the difference an action makes is to be seen: what is measured, from where to where."""
    by.must(Permission.PLAN_EDIT)
    of = given.action(action, by=by)
    measure = rows.measure(of, by=by, on=on, words=words, unit=unit, baseline=baseline, target=target, is_open=_is_open(of))
    there = Measure.objects.filter(area=by.area_id, action=of, baseline=baseline, target=target)
    given.not_twice(there.filter(words=measure.words, unit=measure.unit), says="This measure is set already")
    write([measure])
    record("plan.measure.set", of, by=by, on=on)
    return measure


@deed
def read_measure(measure: str, *, by: Viewer, on: date, value: Decimal, words: str = "") -> None:
    """Record what a measure read on a day: the action's owner, or whoever may speak for any."""
    by.must(Permission.ACTION_UPDATE)
    found = _row(measures_to_change(by), measure, what="measure")
    refuse_if(why_not_say(by, action=found.action))
    refuse_if(rules.why_not_read(added=found.on, on=happened(on, by=by)))
    fields = {"measure": found, "value": value, "words": words.strip(), "on": on}
    given.not_twice(MeasureReading.objects.filter(area=by.area_id, **fields), says="This reading is recorded already")
    MeasureReading.objects.create(**by.stamp, **fields)
    record("plan.measure.read", found.action, by=by, on=on)
