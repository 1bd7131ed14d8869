"""Lines 3.g3 and 3.g5: the plan is on the table at meetings, and each of its actions is linked, timed, owned and looked at."""

from collections.abc import Sequence
from datetime import date

from dueregard.basics.dates import counted, in_window, say
from dueregard.guidance.indicator import (
    Expects,
    Finding,
    Gap,
    Part,
    Short,
    Status,
    conclude,
    indicator,
    is_young,
    named,
    some,
    together,
    whose,
)
from dueregard.guidance.indicator.rows import Action, Met
from dueregard.plan.indicators.facts import PlanFacts
from dueregard.plan.indicators.shared import HAIR, no_plan, not_agreed, nothing_open
from dueregard.risk.indicators.rows import FROM_INFLUENCES, TO_PEOPLE, Plan
from dueregard.risk.indicators.shared import only_official

MOVED_OFTEN = 2  # other due dates: an action moved so often is named


@indicator("plan.discussed-at-meetings")
def discussed_at_meetings(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """At every ordinary meeting since it was agreed, the plan's actions were on the agenda and one was reviewed (toolkit 3.g3)."""
    plan = facts.in_force(on)
    if plan is None:
        return no_plan(facts, on)
    months, agreement = int(expects["months"]), facts.agreement(plan, on)
    shorts = [not_agreed(plan, status=Status.PARTLY)] if agreement is None else []
    began = agreement.on if agreement else plan.on
    held = [row for row in facts.meetings(plan, on) if row.on > began and in_window(row.on, until=on, months=months)]
    next_one = Gap("Put the plan’s actions on the agenda of the next meeting", "partnership:meeting-plan", plan.group)
    young = is_young(began, on, months=months, expects=expects)
    since = f"since {plan.label} was {'agreed' if agreement else 'begun'} on {say(began)}"
    if not held:
        says = f"The group has not met {since}" + (", so nobody can tell yet." if young else f", in the {months} months to {say(on)}.")
        status = Status.PARTLY if young else Status.NOT
        return conclude([], [*shorts, Short(says, (next_one,), status)], rests_on=[plan], notes=[only_official(facts.risk)])
    taken_up = [row for row in held if _takes_up(facts, plan, row)]
    words = (
        f"At {len(taken_up)} of the {counted(len(held), 'ordinary meeting')} {since}, its actions were on the agenda and one was reviewed."
    )
    holds = [words]
    if len(taken_up) < len(held):
        share, half = len(taken_up) / len(held), float(expects["partly_share"])
        missed = some([say(row.on) for row in held if row not in taken_up])
        status = Status.NOT if share < half - HAIR else Status.PARTLY
        shorts.append(Short(f"{words} Not on {missed}.", (next_one,), status))
        holds = []
    if young and len(held) < 2:
        shorts.append(Short("Until the group has met twice since, this is at most partly met.", (next_one,)))
    return conclude(holds, shorts, rests_on=[plan, *taken_up], notes=[only_official(facts.risk)])


def _takes_up(facts: PlanFacts, plan: Plan, meeting: Met) -> bool:
    """Whether the plan or an action of it was on the agenda, and an action of it was reviewed there."""
    actions = facts.risk.plan_actions(plan, meeting.on)
    refs = {action.ref for action in actions}
    is_listed = any(row.about_kind == "plan" or (row.about_kind == "action" and row.about_ref in refs) for row in meeting.listed)
    return is_listed and any(meeting.on in action.reviews for action in actions)


@indicator("plan.actions-are-whole-and-followed")
def actions_are_whole_and_followed(facts: PlanFacts, expects: Expects, on: date) -> Finding:
    """Every open action has a risk, dates and an owner, was looked at, is in time; risks of both kinds are answered (toolkit 3.g5)."""
    plan = facts.in_force(on)
    if plan is None:
        return no_plan(facts, on)
    actions = facts.open_actions(plan, on)
    if not actions:
        return conclude([], [nothing_open(plan)], rests_on=[plan], notes=[only_official(facts.risk)])
    parts = [
        _whole(actions, on),
        _looked_at(facts, plan, actions, expects, on),
        _in_time(actions, expects, on),
        _both_kinds(facts, plan, actions, on),
    ]
    if all(part.shorts for part in parts):
        parts = [Part(part.holds, tuple(Short(one.says, one.gaps, Status.NOT) for one in part.shorts), part.rests_on) for part in parts]
    return together([Part(rests_on=(plan,)), *parts], notes=[_moved(actions, on), only_official(facts.risk)])


def lacking(action: Action, on: date) -> list[str]:
    """What an action lacks on the day: a risk, a start, a due date, an owner."""
    has = (
        ("risk", bool(action.answers(on))),
        ("start", action.has_start(on)),
        ("due date", action.due(on) is not None),
        ("owner", bool(action.owner)),
    )
    return [what for what, there in has if not there]


def _gaps(do: str, actions: Sequence[Action]) -> tuple[Gap, ...]:
    return tuple(Gap(do.format(action.ref), "partnership:action", action.ref) for action in actions[:10])


def _whole(actions: Sequence[Action], on: date) -> Part:
    """Every open action has a risk, a start, a due date and an owner."""
    shorts = []
    for what in ("risk", "start", "due date", "owner"):
        bare = [action for action in actions if what in lacking(action, on)]
        if bare:
            says = f"{len(bare)} of {counted(len(actions), 'open action')} {'has' if len(bare) == 1 else 'have'} no {what}: "
            shorts.append(Short(f"{says}{some([named(action) for action in bare])}.", _gaps(f"Give {{}} its {what}", bare)))
    whole = tuple(action for action in actions if not lacking(action, on))
    every = "The one open action has" if len(actions) == 1 else f"Each of the {len(actions)} open actions has"
    return Part("" if shorts else f"{every} a risk, a start, a due date and an owner.", tuple(shorts), whole)


def _looked_at(facts: PlanFacts, plan: Plan, actions: Sequence[Action], expects: Expects, on: date) -> Part:
    """Nine in ten were reviewed or updated since the last meeting but one; those raised since the last are left out, and counted."""
    days = [row.on for row in facts.meetings(plan, on)]
    last, since = (days[-1] if days else None), (days[-2] if len(days) > 1 else date.min)
    due = [action for action in actions if last is None or action.on < last]
    new = len(actions) - len(due)
    left_out = f" {counted(new, 'action')} raised since the last meeting {'is' if new == 1 else 'are'} left out." if new else ""
    if not due:
        return Part(left_out.strip())
    seen = [action for action in due if action.looked_at(since, on)]
    when = f"since the last meeting but one, on {say(since)}" if len(days) > 1 else "so far"
    share = float(expects["looked_at_share"])
    words = (
        f"{len(seen)} of {counted(len(due), 'open action')} {'was' if 1 in (len(seen), len(due)) else 'were'} reviewed or updated {when}"
    )
    words += f"; {share * 100:g}% are expected{whose(expects, 'looked_at_share')}.{left_out}"
    if len(seen) >= share * len(due) - HAIR:
        return Part(words)
    looked = {action.ref for action in seen}
    missed = [action for action in due if action.ref not in looked]
    gaps = _gaps("Update {}, or have it reviewed at the next meeting", missed)
    return Part("", (Short(f"{words} Not: {some([named(action) for action in missed])}.", gaps),))


def _in_time(actions: Sequence[Action], expects: Expects, on: date) -> Part:
    """At most one in ten is past the date first set, or agreed by the group since."""
    late = [action for action in actions if (due := action.agreed_due(on)) is not None and due < on]
    most = float(expects["overdue_share"])
    are = "is" if 1 in (len(late), len(actions)) else "are"
    words = f"{len(late)} of {counted(len(actions), 'open action')} {are} overdue without a date re-agreed by the group; "
    words += f"{most * 100:g}% are allowed{whose(expects, 'overdue_share')}."
    if len(late) <= most * len(actions) + HAIR:
        return Part(words)
    gaps = _gaps("Have the group agree a new date for {}, or finish it", late)
    return Part("", (Short(f"{words} Overdue: {some([named(action) for action in late])}.", gaps),))


def _both_kinds(facts: PlanFacts, plan: Plan, actions: Sequence[Action], on: date) -> Part:
    """Risks to people and risks from radicalising influences are answered."""
    answered = {ref for action in actions for ref in action.answers(on)}
    concerns = {risk.concerns for risk in facts.risk.risks if risk.ref in answered and risk.on <= on}
    kinds = (("to people", TO_PEOPLE), ("from radicalising influences", FROM_INFLUENCES))
    missing = [words for words, kind in kinds if not concerns & kind]
    if not missing:
        return Part("Risks to people and from radicalising influences are answered.")
    gap = Gap("Say which risks its actions answer", "plan:plan", plan.ref)
    return Part("", tuple(Short(f"No open action answers a risk {words}.", (gap,)) for words in missing))


def _moved(actions: Sequence[Action], on: date) -> str:
    moved = [action for action in actions if action.times_moved(on) >= MOVED_OFTEN]
    return f"Given another date twice or more: {some([named(action) for action in moved])}." if moved else ""
