"""Lines 3.g6, 3.b1 and 3.b2: what the plan directs, where it is referred to, what its finished actions came to."""

from datetime import date

from dueregard.basics.dates import counted, in_window, listed, months_before, say
from dueregard.guidance.indicator import (
    Expects,
    Fact,
    Finding,
    Gap,
    Short,
    Status,
    conclude,
    indicator,
    named,
    short,
    some,
    unrecorded,
    whose,
)
from dueregard.guidance.indicator.rows import Action
from dueregard.plan.indicators.facts import PlanFacts
from dueregard.plan.indicators.rows import Evaluation, Project
from dueregard.plan.indicators.shared import HAIR, no_plan
from dueregard.plan.rules.plans import Referenced
from dueregard.risk.indicators.shared import only_official

REFERENCE_WORDS = {Referenced.CORPORATE: "corporate", Referenced.SERVICE: "service"}


@indicator("plan.directs-funded-projects")
def directs_funded_projects(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """Every funded project has an objective and an action of the plan (toolkit 3.g6)."""
    months = int(expects["months"])
    projects = ran(facts, on, months)
    notes = [only_official(facts.risk)]
    if not projects:
        return _none_ran(facts, on, months)
    lacks = {project.ref: project.lacks(on) for project in projects}
    whole = [project for project in projects if not lacks[project.ref]]
    words = f"{len(whole)} of {counted(len(projects), 'funded project')} {'has' if len(whole) == 1 else 'have'} an objective and an action"
    words += f" in the {months} months to {say(on)}{whose(expects, 'months')}."
    shorts = []
    if len(whole) < len(projects):
        bare = [project for project in projects if lacks[project.ref]]
        gaps = tuple(Gap(f"Give {project.ref} {listed(lacks[project.ref])}", "plan:project", project.ref) for project in bare[:10])
        without = some([f"{named(project)} without {' or '.join(lacks[project.ref])}" for project in bare])
        shorts.append(Short(f"{words} {without}.", gaps, Status.PARTLY if whole else Status.NOT))
    return conclude([] if shorts else [words], shorts, rests_on=projects, notes=notes)


def ran(facts: PlanFacts, on: date, months: int) -> list[Project]:
    """The projects that ran in the window, oldest first."""
    since = months_before(on, months)
    found = (row for row in facts.projects if row.on <= on and (row.until is None or row.until > since))
    return sorted(found, key=lambda row: (row.on, row.ref))


def _none_ran(facts: PlanFacts, on: date, months: int) -> Finding:
    """No project ran: where the area is not funded the line does not apply; where it is, or nobody has said, nobody can tell."""
    said = max((row for row in facts.funded if row.holds(on)), key=lambda row: row.on, default=None)
    if said is not None and not said.is_funded:
        says = f"No funded project ran in the {months} months to {say(on)}; "
        says += f"the area has no Prevent funding, as recorded on {say(said.on)}."
        return Finding(Status.DOES_NOT_APPLY, tuple(filter(None, (says, only_official(facts.risk)))))
    found = unrecorded(
        facts.area, on, what="funded project", register="projects", do="Record the funded projects", page="plan:project-list"
    )
    if said is not None:
        return Finding(found.status, (*found.because, f"The area has had Prevent funding since {say(said.on)}."), (), found.gaps)
    gap = Gap("Or record that the area has no Prevent funding", "organisations:standing-record")
    return Finding(found.status, (*found.because, "Nobody has recorded whether the area has Prevent funding."), (), (*found.gaps, gap))


@indicator("plan.referred-to-elsewhere")
def referred_to_elsewhere(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """A current corporate and a current service document refer to the plan, at a place that is recorded (toolkit 3.b1)."""
    plan = facts.in_force(on)
    known = [row for row in facts.references if row.on <= on]
    if plan is None:
        return no_plan(facts, on)
    current = sorted((row for row in known if row.holds(on)), key=lambda row: (row.on, row.ref))
    holds, missing = [], []
    for kind, words in REFERENCE_WORDS.items():
        of_kind = [row for row in current if row.reference_kind == kind and row.place.strip()]
        if of_kind:
            holds.append(f"{of_kind[-1].label}, a {words} document, refers to the plan at {of_kind[-1].place}.")
        else:
            missing.append(words)
    past = len(known) - len(current)
    notes = [f"{counted(past, 'reference')} {'is' if past == 1 else 'are'} in documents no longer current." if past else ""]
    do = "Record where a current document refers to the plan"
    if not known:
        return unrecorded(facts.area, on, what="reference to the plan", register="references", do=do, page="plan:plan", ref=plan.ref)
    status = Status.PARTLY if holds else Status.NOT
    shorts = [
        short(f"No current {words} document is recorded as referring to it.", do, "plan:plan", plan.ref, status=status) for words in missing
    ]
    return conclude(holds, shorts, rests_on=current, notes=[*notes, only_official(facts.risk)])


def completed(facts: PlanFacts, on: date, *, months: int, days: int) -> tuple[list[Action], int]:
    """The actions of any plan completed in the window: those whose evaluation is due, and how many are not due yet."""
    ever = {row.action for row in facts.risk.planned if row.on <= on}
    done = [
        action
        for action in facts.risk.actions
        if action.ref in ever
        and action.on <= on
        and action.until is not None
        and not action.is_dropped
        and in_window(action.until, until=on, months=months)
    ]
    due = [action for action in done if action.until is not None and (on - action.until).days >= days]
    return sorted(due, key=lambda action: (action.until or on, action.ref)), len(done) - len(due)


def evaluated(facts: PlanFacts, on: date) -> dict[str, list[Evaluation]]:
    """The evaluations made by the day, by the action they cover."""
    found: dict[str, list[Evaluation]] = {}
    for evaluation in facts.evaluations:
        for row in evaluation.actions:
            if row.on <= on and evaluation.on <= on:
                found.setdefault(row.action, []).append(evaluation)
    return found


@indicator("plan.finished-actions-are-evaluated")
def finished_actions_are_evaluated(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """Finished actions are evaluated, and an evaluation taken at a meeting changed something or says why not (toolkit 3.b2)."""
    if not facts.begun(on):
        return no_plan(facts, on)
    months, days, share = int(expects["months"]), int(expects["days"]), float(expects["share"])
    due, not_due = completed(facts, on, months=months, days=days)
    waiting = (
        f"{counted(not_due, 'action')} completed less than {days} days ago {'is' if not_due == 1 else 'are'} left out." if not_due else ""
    )
    notes = [waiting, only_official(facts.risk)]
    if not due:
        says = f"No action completed in the {months} months to {say(on)} is due for evaluation, "
        says += f"{days} days after completion{whose(expects, 'days')}."
        return Finding(Status.DOES_NOT_APPLY, tuple(filter(None, (says, *notes))))
    by_action = evaluated(facts, on)
    covered = [action for action in due if action.ref in by_action]
    used = [row for action in covered for row in by_action[action.ref] if row.is_used(on)]
    words = f"{len(covered)} of {counted(len(due), 'completed action')} {'is' if len(covered) == 1 else 'are'} evaluated"
    words += f"; {share * 100:g}% are expected{whose(expects, 'share')}."
    holds, shorts = [], []
    if len(covered) >= share * len(due) - HAIR:
        holds.append(words)
    else:
        bare = [action for action in due if action.ref not in by_action]
        gaps = tuple(Gap(f"Evaluate {action.ref}", "plan:evaluation-new", action.ref) for action in bare[:10])
        status = Status.PARTLY if covered else Status.NOT
        shorts.append(Short(f"{words} Not evaluated: {some([named(action) for action in bare])}.", gaps, status))
    if used:
        holds.append(f"A meeting took {named(used[-1])}, which says what it changes.")
    elif covered:
        last = max((row for action in covered for row in by_action[action.ref]), key=lambda row: (row.on, row.ref))
        says = "No evaluation was taken at a meeting with what it changes, or why nothing."
        shorts.append(short(says, "Take it at a meeting, and say what it changes", "plan:evaluation", last.ref))
    rests_on: list[Fact] = [*covered, *(row for action in covered for row in by_action[action.ref])]
    return conclude(holds, shorts, rests_on=rests_on, notes=notes)
