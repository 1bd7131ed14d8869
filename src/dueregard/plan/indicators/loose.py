"""The loose ends of section 3: a plan nobody agreed, actions without a risk, finished ones nobody evaluated, as at a date."""

from collections.abc import Iterator
from datetime import date

from dueregard.basics.dates import counted, say
from dueregard.guidance.indicator import Cite, Fact, named
from dueregard.guidance.indicator.rows import Action
from dueregard.guidance.loose_end import LooseEnd, Severity, worst_first
from dueregard.plan.indicators.beyond import completed, evaluated, ran
from dueregard.plan.indicators.facts import PlanFacts
from dueregard.plan.indicators.followed import MOVED_OFTEN
from dueregard.risk.indicators.rows import Plan

WINDOW_MONTHS = 12
EVALUATION_DAYS = 60  # after completion an evaluation is due: ours, as line 3.b2 reads it


def loose_ends(facts: PlanFacts, on: date) -> list[LooseEnd]:
    """Every loose end of section 3 on the day, worst first."""
    plan = facts.in_force(on)
    found = [*_evaluations(facts, on), *_projects(facts, on)]
    if plan is None:
        found += _ended(facts, on)
    else:
        found += [*_plan(facts, plan, on), *_actions(facts, plan, on)]
    return worst_first(found)


def _end(kind: str, severity: Severity, line: str, about: Fact, says: str, tie: str, tie_at: str) -> LooseEnd:
    subject = Cite(about.kind, about.ref, about.label, about.on, about.typed)
    return LooseEnd(kind=f"plan.{kind}", severity=severity, line=line, subject=subject, says=says, tie=tie, tie_at=tie_at, ref=about.ref)


def _ended(facts: PlanFacts, on: date) -> Iterator[LooseEnd]:
    """The last plan ended and none followed: a break, since nothing carries the actions."""
    past = [plan for plan in facts.begun(on) if min(plan.covers_to, plan.closed or plan.covers_to) <= on]
    if past:
        last = max(past, key=lambda plan: (plan.covers_to, plan.ref))
        ended = min(last.covers_to, last.closed or last.covers_to)
        says = f"{named(last)} ended on {say(ended)} and no plan is in force"
        yield _end("ended-without-next", Severity.BREAK, "3.g1", last, says, "Record the next plan", "plan:plan-new")


def _plan(facts: PlanFacts, plan: Plan, on: date) -> Iterator[LooseEnd]:
    """A plan the group has not agreed, that members have not ratified, or that no check covers."""
    if facts.agreement(plan, on) is None:
        says = f"{named(plan)} is in its period, and the group has not agreed it"
        yield _end("not-agreed", Severity.GAP, "3.g1", plan, says, "Record the decision that agrees it", "plan:plan")
    if not facts.of(facts.ratified, plan, on):
        says = f"{named(plan)} has not been ratified by elected members"
        yield _end("not-ratified", Severity.NOTE, "3.g1", plan, says, "Record where it was ratified", "plan:plan")
    if not facts.of(facts.rests, plan, on):
        says = f"{named(plan)} rests on no edition of the risk assessment"
        yield _end("without-assessment", Severity.GAP, "3.g1", plan, says, "Say which edition it rests on", "plan:plan")


def _actions(facts: PlanFacts, plan: Plan, on: date) -> Iterator[LooseEnd]:
    days = [row.on for row in facts.meetings(plan, on)]
    checks = [check for check in facts.of(facts.checks, plan, on) if check.is_whole]
    agreement = facts.agreement(plan, on)
    for action in facts.open_actions(plan, on):
        yield from _action(action, days[-1] if days else None, on)
        is_covered = bool(checks) or any(check.on <= on and check.is_whole for check in action.checks)
        if agreement is not None and facts.put_in(plan, action) > agreement.on and not is_covered:
            says = f"{named(action)} came into the plan after it was agreed, without a Security Threat Check"
            yield _end("action-without-check", Severity.GAP, "3.g7", action, says, "Check it, or the plan", "partnership:action")


def _action(action: Action, last_met: date | None, on: date) -> Iterator[LooseEnd]:
    """An action of the plan without a risk or a start, given other dates again and again, or not reviewed."""
    what, page = f"Action {named(action)}", "partnership:action"
    if not action.answers(on):
        yield _end("action-without-risk", Severity.GAP, "3.g5", action, f"{what} answers no risk", "Say which risk it answers", page)
    if not action.has_start(on):
        yield _end("action-without-start", Severity.NOTE, "3.g5", action, f"{what} has no start", "Say when it begins", page)
    moved = action.times_moved(on)
    if moved >= MOVED_OFTEN:
        says = f"{what} was given another date {counted(moved, 'time')}"
        yield _end("action-moved-often", Severity.NOTE, "3.g5", action, says, "Talk about it at the next meeting", page)
    # an action that names a group is looked after by section 1, which says when its last meeting passed it by
    if not action.group and last_met is not None and action.on < last_met and last_met not in action.reviews:
        says = f"{what} was not reviewed at the last meeting, on {say(last_met)}"
        yield _end("action-not-reviewed", Severity.GAP, "3.g5", action, says, "Put it on the next agenda", page)


def _evaluations(facts: PlanFacts, on: date) -> Iterator[LooseEnd]:
    """An action completed some time ago that nobody evaluated."""
    by_action = evaluated(facts, on)
    due, _ = completed(facts, on, months=WINDOW_MONTHS, days=EVALUATION_DAYS)
    for action in due:
        if action.ref not in by_action:
            says = f"Action {named(action)} was completed on {say(action.until or on)} and not evaluated"
            yield _end("completed-not-evaluated", Severity.GAP, "3.b2", action, says, "Evaluate it", "plan:evaluation-new")


def _projects(facts: PlanFacts, on: date) -> Iterator[LooseEnd]:
    """A funded project that the plan does not direct."""
    for project in ran(facts, on, WINDOW_MONTHS):
        lacks = project.lacks(on)
        if lacks and project.holds(on):
            says = f"{named(project)} is funded and without {' or '.join(lacks)} in the plan"
            yield _end("project-not-directed", Severity.GAP, "3.g6", project, says, "Link it to the plan", "plan:project")
