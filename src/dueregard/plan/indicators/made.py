"""Lines 3.g1, 3.g2, 3.g4 and 3.g7: how the plan came about: what it rests on, who is in it, who made it, its threat check."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from dueregard.basics.dates import counted, say
from dueregard.guidance.indicator import (
    Expects,
    Fact,
    Finding,
    Gap,
    Part,
    Short,
    Status,
    conclude,
    indicator,
    named,
    short,
    some,
    together,
)
from dueregard.guidance.indicator.rows import Action, Check
from dueregard.guidance.indicator.table import Place, Tally, tally
from dueregard.plan.indicators.facts import PlanFacts
from dueregard.plan.indicators.rows import Agreement
from dueregard.plan.indicators.shared import no_plan, not_agreed
from dueregard.risk.indicators.rows import Plan
from dueregard.risk.indicators.shared import only_official
from dueregard.risk.rules.risks import RiskKind

KIND_WORDS = {RiskKind.SITUATIONAL: "situational", RiskKind.CORPORATE: "corporate"}


@indicator("plan.built-on-local-assessments")
def built_on_local_assessments(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """The plan was agreed by the group, rests on the assessment then in force, and answers risks of both kinds (toolkit 3.g1)."""
    plan = facts.in_force(on)
    if plan is None:
        return no_plan(facts, on)
    agreement = facts.agreement(plan, on)
    if agreement is None:
        return conclude([], [not_agreed(plan)], rests_on=[plan], notes=[only_official(facts.risk)])
    first = Part(f"{plan.label} was agreed by the group on {say(agreement.on)}.", (), (plan, agreement))
    return together([first, _rests(facts, plan, agreement, on), _answers(facts, plan, on)], notes=[only_official(facts.risk)])


def _rests(facts: PlanFacts, plan: Plan, agreement: Agreement, on: date) -> Part:
    """It rests on the edition that was in force when it was agreed, or a later one."""
    refs = {row.edition for row in facts.of(facts.rests, plan, on)}
    editions = [edition for edition in facts.risk.begun(on) if edition.ref in refs]
    then = facts.risk.in_force(agreement.on)
    since = (then.approved(agreement.on) if then else None) or date.min
    holding = [edition for edition in editions if (approved := edition.approved(on)) is not None and approved >= since]
    if holding:
        newest = facts.risk.in_force(on)
        newer = f" {newest.label} has been approved since." if newest and newest.ref not in refs else ""
        return Part(f"It rests on {holding[-1].label}.{newer}", (), tuple(holding))
    do, page = "Say which edition it rests on", "plan:plan"
    if not editions:
        return Part("", (short("It is not recorded as resting on an edition of the risk assessment.", do, page, plan.ref),))
    if then is None:
        says = f"It rests on {editions[-1].label}, which was not in force when the plan was agreed."
    else:
        says = f"It rests on {editions[-1].label}; {then.label} was in force when the plan was agreed."
    return Part("", (short(says, do, page, plan.ref),), tuple(editions))


def _answers(facts: PlanFacts, plan: Plan, on: date) -> Part:
    """Its actions answer situational and corporate risks."""
    actions = facts.actions(plan, on)
    answered = {ref for action in actions for ref in action.answers(on)}
    kinds = {risk.risk_kind for risk in facts.risk.risks if risk.ref in answered and risk.on <= on}
    missing = [words for kind, words in KIND_WORDS.items() if kind not in kinds]
    if not missing:
        return Part("Its actions answer situational and corporate risks.", (), tuple(action for action in actions if action.answers(on)))
    gap = Gap("Say which risks its actions answer", "plan:plan", plan.ref)
    return Part("", tuple(Short(f"None of its actions answers a {words} risk.", (gap,)) for words in missing))


def _by_sector(told: Tally, words: str, *, do: str, plan: Plan) -> tuple[list[str], list[Short]]:
    """So many of the required sectors, and which are missing; none at all is not met."""
    says = f"{told.holding} of the {counted(told.of, 'required sector')} {words}."
    if told.of and not told.missing:
        return [says], []
    missing = f" Missing: {some(told.names)}." if told.names else " No required sector has a seat."
    return [], [short(f"{says}{missing}", do, "plan:plan", plan.ref, status=Status.PARTLY if told.any_holds else Status.NOT)]


@indicator("plan.gives-each-partner-a-role")
def gives_each_partner_a_role(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """Every seat of a required sector has a role in the plan (toolkit 3.g2)."""
    plan = facts.in_force(on)
    if plan is None:
        return no_plan(facts, on)
    roles = facts.of(facts.roles, plan, on)
    bodies = frozenset(row.body for row in roles)
    told = tally(facts.places(plan, on), lambda place: place.has_seat and bool(place.bodies & bodies))
    holds, shorts = _by_sector(told, "have a role in the plan", do="Write the role of each partner into the plan", plan=plan)
    return conclude(holds, shorts, rests_on=[plan, *roles], notes=[only_official(facts.risk)])


@indicator("plan.partners-helped-to-write-it")
def partners_helped_to_write_it(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """Every required sector is named in the plan and took part in making it (toolkit 3.g4)."""
    plan = facts.in_force(on)
    if plan is None:
        return no_plan(facts, on)
    roles, parts = facts.of(facts.roles, plan, on), facts.of(facts.took_part, plan, on)
    named_in = frozenset(row.body for row in roles) | frozenset(row.owner_ref for row in facts.actions(plan, on) if row.owner_ref)
    made = frozenset(row.body for row in parts)
    people = frozenset(row.person for row in parts if row.person)
    agreement = facts.agreement(plan, on)
    came = _came_to(facts, agreement)

    def took_part(place: Place) -> bool:
        return bool(place.bodies & made or place.people & people or place.ref in came)

    places = facts.places(plan, on)
    told = tally(places, lambda place: place.has_seat and bool(place.bodies & named_in) and took_part(place))
    do = "Record who is in the plan, and what each gave towards it"
    holds, shorts = _by_sector(told, "are named in the plan and helped to write it", do=do, plan=plan)
    notes = [_only_named(places, named_in, took_part), only_official(facts.risk)]
    rests_on: list[Fact] = [plan, *parts, *([agreement] if agreement and came else [])]
    return conclude(holds, shorts, rests_on=rests_on, notes=notes)


def _came_to(facts: PlanFacts, agreement: Agreement | None) -> Collection[str]:
    """Which seats and districts were at the meeting that agreed the plan."""
    if agreement is None or not agreement.meeting:
        return frozenset()
    return next((row.came for row in facts.risk.met if row.ref == agreement.meeting), frozenset())


def _only_named(places: Collection[Place], named_in: frozenset[str], took_part: Callable[[Place], bool]) -> str:
    """Who is in the plan without having helped: being given an action is not involvement."""
    only = [place.words for place in places if place.has_seat and place.bodies & named_in and not took_part(place)]
    return f"In the plan, but not recorded as having helped to write it: {some(only)}." if only else ""


@indicator("plan.is-threat-checked")
def is_threat_checked(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """A check covers the decision that agreed the plan, and every action added since (toolkit 3.g7)."""
    plan = facts.in_force(on)
    if plan is None:
        return no_plan(facts, on)
    agreement, checks = facts.agreement(plan, on), facts.of(facts.checks, plan, on)
    if agreement is None:
        status = Status.PARTLY if any(check.is_whole for check in checks) else Status.NOT
        return conclude([], [not_agreed(plan, status=status)], rests_on=[plan, *checks], notes=[only_official(facts.risk)])
    decided = [check for check in (*agreement.checks, *checks) if check.on <= on]
    in_time = [check for check in decided if check.is_whole and check.on <= agreement.on]
    late = [check for check in decided if check.is_whole and check.on > agreement.on]
    holds, shorts = [], []
    if in_time:
        holds.append(
            f"The decision of {say(agreement.on)} that agreed {plan.label} was covered by a check of {say(max(c.on for c in in_time))}."
        )
    added = [action for action in facts.actions(plan, on) if facts.put_in(plan, action) > agreement.on]
    bare = [action for action in added if not _is_covered(action, facts.put_in(plan, action), checks)]
    unchecked = {action.ref for action in bare}
    if not in_time:
        shorts.append(_decision_short(plan, agreement, decided, late, is_alone=len(bare) == len(added)))
    if added and not bare:
        are = "1 action added since is" if len(added) == 1 else f"{len(added)} actions added since are"
        holds.append(f"{are} covered by the plan’s check or their own.")
    if bare:
        gaps = tuple(Gap(f"Check {action.ref}, or the plan", "partnership:action", action.ref) for action in bare[:10])
        says = f"{len(bare)} of {counted(len(added), 'action')} added since {'has' if len(bare) == 1 else 'have'} no check made in time"
        shorts.append(Short(f"{says}: {some([named(action) for action in bare])}.", gaps))
    rests_on: list[Fact] = [agreement, *decided, *(action for action in added if action.ref not in unchecked)]
    return conclude(holds, shorts, rests_on=rests_on, notes=[only_official(facts.risk)])


def _is_covered(action: Action, since: date, checks: Sequence[Check]) -> bool:
    """Whether a whole check of the plan, or the action's own, was made by the day it came in."""
    return any(check.is_whole and check.on <= since for check in (*checks, *action.checks))


def _decision_short(plan: Plan, agreement: Agreement, decided: Sequence[Check], late: Sequence[Check], *, is_alone: bool) -> Short:
    """The decision has no check, an incomplete one, or one added afterwards."""
    gap = Gap("Make the Security Threat Check of the plan", "plan:plan", plan.ref)
    if late:
        after = min(check.on for check in late) - agreement.on
        says = f"The check of the decision that agreed {plan.label} was added {counted(after.days, 'day')} after it."
        return Short(says, (gap,))
    if decided:
        return Short(f"The check of the decision that agreed {plan.label} is incomplete.", (gap,))
    says = f"The decision of {say(agreement.on)} that agreed {plan.label} has no check."
    return Short(says, (gap,), Status.NOT if is_alone else Status.PARTLY)
