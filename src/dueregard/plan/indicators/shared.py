"""What the findings of section 3 share: no plan to read, none in force, a plan nobody agreed."""

from datetime import date

from dueregard.basics.dates import say
from dueregard.guidance.indicator import Finding, Gap, Short, Status, conclude, short, unrecorded
from dueregard.plan.indicators.facts import PlanFacts
from dueregard.risk.indicators.rows import Plan
from dueregard.risk.indicators.shared import only_official

HAIR = 1e-9  # what binary fractions lose; nothing is rounded


def no_plan(facts: PlanFacts, on: date) -> Finding:
    """There is no plan to read: none recorded, or none in force on the day."""
    begun = facts.begun(on)
    if not begun:
        return unrecorded(facts.area, on, what="partnership plan", register="plans", do="Record the plan in force", page="plan:plan-new")
    past = [plan for plan in begun if min(plan.covers_to, plan.closed or plan.covers_to) < on]
    says = f"No plan is in force on {say(on)}."
    if past:
        last = max(past, key=lambda plan: (plan.covers_to, plan.ref))
        says += f" {last.label} ran to {say(min(last.covers_to, last.closed or last.covers_to))}."
    part = short(says, "Record the plan in force", "plan:plan-new", status=Status.NOT)
    return conclude([], [part], rests_on=begun, notes=[only_official(facts.risk)])


def not_agreed(plan: Plan, *, status: Status = Status.NOT) -> Short:
    """The group has not agreed the plan."""
    return short(f"The group has not agreed {plan.label}.", "Record the decision that agrees it", "plan:plan", plan.ref, status=status)


def nothing_open(plan: Plan) -> Short:
    """No action of the plan is open: only a person can say whether that is right."""
    says = f"No action of {plan.label} is open. Only a person can say whether all is done or something is missing."
    return Short(says, (Gap("Put the next actions into the plan", "plan:plan", plan.ref),), Status.NEEDS_JUDGEMENT)
