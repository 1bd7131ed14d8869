"""Deeds on how a plan is made: its objectives, each partner's role, who took part."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.many import write
from dueregard.basics.refused import refuse_if
from dueregard.organisations.actions import counter
from dueregard.organisations.actions.given import body as one_body
from dueregard.organisations.actions.given import change, choice, happened, new, person_or_none
from dueregard.organisations.actions.given import words as said
from dueregard.plan import queries
from dueregard.plan.actions import given, rows
from dueregard.plan.actions.recording import record
from dueregard.plan.models import Objective, ObjectiveEnd, PartnerRole, PlanContribution
from dueregard.plan.rules import plans as rules


@deed
def add_objective(
    plan: str,
    *,
    by: Viewer,
    on: date,
    title: str = "",
    national: str = "",
    position: int | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Objective:
    """Add an objective to a plan: a national one, by its id, perhaps in other words; or one of the area's own."""
    by.must(Permission.PLAN_EDIT)
    prefix = counter("O", queries.plans_to_change(by).get(ref=plan).marking)
    first, before = new(Objective, prefix, by=by, ref=ref, once=once)
    if before:
        return before
    of = given.plan_to_write(plan, by=by, on=on)
    there = Objective.objects.filter(area=by.area_id, plan=of)
    standing = set(there.filter(ending=None).exclude(national="").values_list("national", flat=True))
    last = there.order_by("-position").values_list("position", flat=True).first()
    place = position or (last or 0) + 1
    objective = rows.objective(first, by=by, plan=of, on=on, title=title, position=place, national=national, there=standing)
    write([objective])
    record("plan.objective.added", objective, by=by, on=on)
    return objective


@deed
def drop_objective(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> None:
    """Drop an objective, with why; the date is its last day."""
    by.must(Permission.PLAN_EDIT)
    objective = queries.objectives_to_change(by).get(ref=ref)
    given.plan_to_write(objective.plan.ref, by=by, on=on)
    ending = ObjectiveEnd.objects.filter(area=by.area_id, objective=objective).first()
    reason = rules.why_not_end(objective.on, ended=ending.on if ending else None, on=on, because=because, what="The objective")
    refuse_if(reason)
    change(objective, by=by, seen=seen)
    ObjectiveEnd.objects.create(**by.stamp, objective=objective, on=on, because=because.strip())
    record("plan.objective.dropped", objective, by=by, on=on)


@deed
def give_role(plan: str, *, by: Viewer, on: date, body: str, words: str, seen: int | None = None) -> None:
    """Say what a partner does in the plan, from a day; what was said before stays to be seen."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on, seen=seen)
    text = said(words, ask="Say what the partner does in the plan")
    PartnerRole.objects.create(**by.stamp, plan=of, body=one_body(body, by=by), words=text, on=on)
    record("plan.role.given", of, by=by, on=on)


@deed
def note_contribution(plan: str, *, by: Viewer, on: date, body: str, how: str, words: str = "", person: str | None = None) -> None:
    """Note that a body took part in making the plan: what it sent, or the workshop it came to."""
    by.must(Permission.PLAN_EDIT)
    of = queries.plans_to_change(by).get(ref=plan)
    fields = {
        "plan": of,
        "body": one_body(body, by=by),
        "how": choice(how, rules.TookPart, what="way of taking part"),
        "words": words.strip(),
        "on": happened(on, by=by),
        "person": person_or_none(person, by=by),
    }
    given.not_twice(PlanContribution.objects.filter(area=by.area_id, **fields), says="This is noted already")
    PlanContribution.objects.create(**by.stamp, **fields)
    record("plan.contribution.noted", of, by=by, on=on)
