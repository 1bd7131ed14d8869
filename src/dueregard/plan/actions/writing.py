"""The deed that writes a new action into a plan in one go: a chain of the deeds of section 1, whole or not at all."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.partnership.actions import answer_risk, further_line, raise_action, start_action
from dueregard.plan import queries
from dueregard.plan.actions import given
from dueregard.plan.actions.planned import put_in_plan


@deed
def write_action(
    plan: str,
    *,
    by: Viewer,
    on: date,
    what: str,
    body: str,
    person: str | None = None,
    start: date | None = None,
    due: date | None = None,
    objective: str | None = None,
    district: str | None = None,
    risks: Sequence[str] = (),
    lines: Sequence[tuple[str, str]] = (),
    marking: str = "official",
    ref: str | None = None,
    once: UUID | None = None,
) -> str:
    """Write a new action into a plan in one go: what, whose, from when, by when, the risks it answers and the lines it furthers."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on)
    if start and due and due < start:
        raise Refused("The action cannot be due before it starts")
    action = raise_action(what, by=by, on=on, body=body, person=person, due=due, group=of.group.ref, marking=marking, ref=ref, once=once)
    if queries.planned(by).filter(action=action).exists():  # the second post of a form
        return action.ref
    if start:
        start_action(action.ref, by=by, on=on, start=start)
    for risk in risks:
        answer_risk(action.ref, by=by, on=on, risk=risk)
    for framework, line in lines:
        further_line(action.ref, by=by, on=on, framework=framework, line=line)
    put_in_plan(plan, by=by, on=on, action=action.ref, objective=objective, district=district)
    return action.ref
