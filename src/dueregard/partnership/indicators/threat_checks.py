"""Line 1.g4: delivery decisions follow a Security Threat Check."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.basics.dates import counted, listed, months_before, say
from dueregard.guidance.indicator import Expects, Fact, Finding, Gap, Short, Status, conclude, indicator, named, whose
from dueregard.partnership.indicators.facts import Overseer, PartnershipFacts
from dueregard.partnership.indicators.findings import also_overseeing, no_group, nothing_recorded
from dueregard.partnership.indicators.rows import Check, Decision, NilReturn
from dueregard.partnership.rules.decisions import DecisionKind, NilAbout

REPEATED = 3  # the same reasons on so many checks are said, and held against nobody


@dataclass(frozen=True)
class Cover:
    """How one decision is covered: by a whole check made in time, by one added afterwards, by one with a hole in it, or by none."""

    decision: Decision
    check: Check | None
    is_in_time: bool = False

    @property
    def holds(self) -> bool:
        return self.check is not None and self.check.is_whole and self.is_in_time

    @property
    def days_after(self) -> int:
        return (self.check.on - self.decision.on).days if self.check else 0


def cover(decision: Decision, on: date) -> Cover:
    """The best of the decision's checks made by that day: whole before incomplete, in time before added afterwards."""
    if decision.cover_in_time is not None:
        return Cover(decision, decision.cover_in_time, True)
    made = [check for check in decision.checks if check.on <= on]
    if not made:
        return Cover(decision, None)
    best = min(made, key=lambda check: (not check.is_whole, max((check.on - decision.on).days, 0), -check.on.toordinal(), check.ref))
    return Cover(decision, best, best.on <= decision.on)


@indicator("partnership.decisions-are-threat-checked")
def decisions_are_threat_checked(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """Every delivery decision of the group is covered by a Security Threat Check made on or before it (toolkit 1.g4)."""
    overseers = facts.overseers(on)
    if not overseers:
        return no_group(facts, on)
    overseer, months = overseers[0], int(expects["months"])
    since = months_before(on, months)
    taken = [decision for decision in overseer.decisions if since < decision.on <= on]
    covers = [cover(decision, on) for decision in taken if decision.decision_kind == DecisionKind.DELIVERY]
    if not covers:
        return _none_taken(facts, overseer, on, months, since)
    holding = [one for one in covers if one.holds]
    within = f"in the {months} months to {say(on)}{whose(expects, 'months')}"
    are = "is" if len(holding) == 1 else "are"
    holds = [f"{len(holding)} of {len(covers)} delivery decisions {within} {are} covered by a check made in time."]
    shorts = [_short(one) for one in reversed(covers) if not one.holds]
    if not any(one.check for one in covers):
        shorts = [Short(part.says, part.gaps, Status.NOT) for part in shorts]
    procedural = len(taken) - len(covers)
    notes = [
        f"{counted(procedural, 'procedural decision')} {'needs' if procedural == 1 else 'need'} none." if procedural else "",
        _same_words(covers),
        also_overseeing(overseers),
    ]
    rests_on: list[Fact] = [one.decision for one in covers if one.check]
    rests_on += [one.check for one in covers if one.check]
    return conclude(holds, shorts, rests_on=rests_on, notes=notes)


def _none_taken(facts: PartnershipFacts, overseer: Overseer, on: date, months: int, since: date) -> Finding:
    """No delivery decision in the window: a nil return is a record of that; without one nobody can tell."""
    nil: NilReturn | None = max(
        (row for row in facts.nil_returns if row.about == NilAbout.DECISIONS and since < row.on <= on),
        key=lambda row: (row.on, row.ref),
        default=None,
    )
    if nil is not None:
        return conclude([f"On {say(nil.on)} the {nil.by} recorded that no delivery decision arose."], [], rests_on=[nil])
    earlier = [decision for decision in overseer.decisions if decision.on <= on]
    gaps = (
        Gap("Record the decisions of the last meeting", "partnership:meeting-plan", overseer.group.ref),
        Gap("Or record that none arose", "partnership:nil-record"),
    )
    if not earlier:
        found = nothing_recorded(
            facts, on, what="delivery decision", register="decisions", do=gaps[0].says, page=gaps[0].page, ref=gaps[0].ref
        )
        return Finding(found.status, found.because, (), gaps)
    says = f"No delivery decision was recorded in the {months} months to {say(on)}, and no nil return, so nobody can tell."
    return Finding(Status.NOT_ENOUGH, (says,), (), gaps)


def _short(one: Cover) -> Short:
    decision = one.decision
    if one.check is None:
        gap = Gap(f"Add the check to {named(decision)}; it will show the day it was added", "partnership:check-record", decision.ref)
        return Short(f"{named(decision)} of {say(decision.on)} has no check.", (gap,))
    if one.check.is_whole:
        gap = Gap("Make the next check before its decision is taken", "partnership:check-record", decision.ref)
        return Short(f"The check of {named(decision)} was added {counted(one.days_after, 'day')} after the decision.", (gap,))
    missing = [
        *(f"no reason for question {number}" for number in one.check.unanswered),
        *(f"a no to question {number} without why it went ahead" for number in one.check.noes_unexplained),
    ]
    late = "" if one.is_in_time else f", and was added {counted(one.days_after, 'day')} after the decision"
    gap = Gap(f"Complete the check of {named(decision)}", "partnership:check-record", decision.ref)
    return Short(f"The check of {named(decision)} has {listed(missing)}{late}.", (gap,))


def _same_words(covers: Sequence[Cover]) -> str:
    """Whether the same reasons were written on check after check."""
    wordings = {one.check.ref: one.check.wording for one in covers if one.check and one.check.wording}
    most = max(Counter(wordings.values()).values(), default=0)
    return f"{most} of the {counted(len(wordings), 'check')} give their reasons in the same words." if most >= REPEATED else ""
