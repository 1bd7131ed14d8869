"""Lines 1.g1 and 1.g2: a group oversees delivery, governs what the statute asks, and meets often enough."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dueregard.basics.dates import counted, gaps_between, listed, months_after, months_before, say
from dueregard.documents.rules import ClauseTopic
from dueregard.guidance.indicator import Expects, Fact, Finding, Short, Status, conclude, indicator, scaled, short, whose
from dueregard.partnership.indicators.facts import Overseer, PartnershipFacts, is_cancelled
from dueregard.partnership.indicators.findings import also_overseeing, gap_next_meeting, no_group, nothing_recorded, serving, too_young
from dueregard.partnership.indicators.rows import Terms
from dueregard.partnership.indicators.sittings import Sitting

GOVERNS = (ClauseTopic.DELIVERY, ClauseTopic.PATHWAY, ClauseTopic.CHANNEL)
CLAUSE_WORDS = {
    ClauseTopic.DELIVERY: "oversight of statutory delivery",
    ClauseTopic.PATHWAY: "the referral pathway",
    ClauseTopic.CHANNEL: "Channel",
}


@indicator("partnership.group-oversees")
def group_oversees(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """A multi-agency group oversees Prevent delivery: terms in date, a chair in post, a meeting in the window (toolkit 1.g1)."""
    overseers = facts.overseers(on)
    if not overseers:
        return no_group(facts, on)
    overseer, months = overseers[0], int(expects["months"])
    group, terms, chairs, held = overseer.group, overseer.terms_on(on), overseer.chairs_on(on), overseer.held(on, months=months)
    shorts = _terms_short(facts, overseer, terms, expects, on)
    holds = [f"{group.label} oversees Prevent delivery.", serving(overseer)]
    if terms is not None and not shorts:
        holds.append(_terms_hold(terms, on))
    if chairs:
        what = "chair is" if len(chairs) == 1 else "chairs are"
        holds.append(f"Its {what} {listed([f'the {chair.label}' for chair in chairs])}.")
    else:
        shorts.append(short("Nobody is its chair.", "Record who chairs the group", "partnership:member-record", group.ref))
    if held:
        holds.append(f"It last met on {say(held[-1].on)}.")
    else:
        says = f"It has not met in the {months} months to {say(on)}{whose(expects, 'months')}."
        shorts.append(Short(says, (gap_next_meeting(overseer, on),)))
    shorts += filter(None, [too_young(overseer, on, months=months, expects=expects)])
    rests_on: list[Fact] = [group, *([terms] if terms else []), *chairs, *(sitting.meeting for sitting in held[-1:])]
    return conclude(holds, shorts, rests_on=rests_on, notes=[also_overseeing(overseers)])


def _terms_hold(terms: Terms, on: date) -> str:
    due = terms.review_due
    if due is None or due >= on:
        return f"Its terms were approved on {say(terms.on)}; their review is due on {say(due or on)}."
    return f"Its terms were due for review on {say(due)}, and the review is on the agenda of the next meeting."


def _terms_short(facts: PartnershipFacts, overseer: Overseer, terms: Terms | None, expects: Expects, on: date) -> list[Short]:
    """What is wrong with the group's terms: none, silent on Prevent where the body was made for something else, or past review."""
    ref = overseer.group.ref
    if terms is None:
        return [short("It has no approved terms of reference.", "Record its terms of reference", "partnership:terms-record", ref)]
    shorts = []
    names_prevent = any(clause.covers == ClauseTopic.PREVENT and clause.on <= on for clause in terms.clauses)
    if overseer.group.is_existing_body and not names_prevent:
        says = "It is an existing body, and no clause of its terms is recorded as naming Prevent."
        shorts.append(short(says, "Record the clause that names Prevent", "partnership:terms-record", ref))
    if terms.review_due is None:
        shorts.append(short("Its terms have no review date.", "Record when they are to be reviewed", "partnership:terms-record", ref))
    elif terms.review_due < on:
        shorts += _review_short(facts, overseer, terms, (on - terms.review_due).days, expects, on)
    return shorts


def _review_short(facts: PartnershipFacts, overseer: Overseer, terms: Terms, past: int, expects: Expects, on: date) -> list[Short]:
    """Terms past review: allowed for some days while the review is on the next agenda."""
    grace, due = int(expects["review_grace_days"]), terms.review_due
    ahead = overseer.next_meeting(on)
    is_listed = ahead is not None and any(
        item.meeting == ahead.ref and item.about_kind == "terms" and item.about_ref == terms.ref and item.on <= on for item in facts.agenda
    )
    if past <= grace and is_listed:
        return []
    says = f"Its terms were due for review on {say(due or on)}, {counted(past, 'day')} ago"
    if past > grace:
        says += f"; the limit is {grace}{whose(expects, 'review_grace_days')}."
        return [short(says, "Review the terms and record the new edition", "partnership:terms-record", overseer.group.ref)]
    says += ", and the review is not on the agenda of the next meeting."
    if ahead is None:
        return [short(says, "Plan a meeting and put the review on its agenda", "partnership:meeting-plan", overseer.group.ref)]
    return [short(says, f"Put the review on the agenda for {say(ahead.on)}", "partnership:meeting", ahead.ref)]


@indicator("partnership.governs-and-meets")
def governs_and_meets(facts: PartnershipFacts, expects: Expects, on: date) -> Finding:
    """The group's terms govern statutory delivery, and it meets twice a year, or quarterly in a higher tier (toolkit 1.g2)."""
    overseers = facts.overseers(on)
    if not overseers:
        return no_group(facts, on)
    overseer = overseers[0]
    if not any((meeting.took_place and meeting.on <= on) or is_cancelled(meeting, on) for meeting in overseer.meetings):
        ref = overseer.group.ref
        do, page = "Record the last meeting, or plan the next", "partnership:meeting-plan"
        return nothing_recorded(facts, on, what="meeting of the group", register="meetings", do=do, page=page, ref=ref)
    is_higher = facts.is_higher(on)
    months = int(expects["months_higher"] if is_higher else expects["months"])
    held = overseer.held(on, months=months)
    holds, shorts = (_quarterly if is_higher else _twice_a_year)(overseer, held, expects, on, months)
    if not facts.tells_tier:
        holds, shorts = _without_tier(shorts)
    terms = overseer.terms_on(on)
    says, silent = _governs(overseer, terms, on)
    shorts += [*silent, *filter(None, [too_young(overseer, on, months=months, expects=expects)])]
    rests_on: list[Fact] = [sitting.meeting for sitting in held]
    if terms is not None and held:
        rests_on += [terms, *(clause for clause in terms.clauses if clause.covers in GOVERNS and clause.on <= on)]
    notes = [*_not_counted(overseer, on, months), *_no_quorum(held), serving(overseer), also_overseeing(overseers)]
    return conclude([*holds, says], shorts, rests_on=rests_on, notes=notes)


def _without_tier(shorts: list[Short]) -> tuple[list[str], list[Short]]:
    """The same for a reader who may not know the tier: from the numbers it could be told."""
    if not shorts:
        return ["The group meets as often as is expected of this area."], []
    return [], [replace(shorts[0], says="The group meets less often, or less evenly, than is expected of this area.")]


def _governs(overseer: Overseer, terms: Terms | None, on: date) -> tuple[str, list[Short]]:
    """What the terms cover, by clause, and what they are silent on."""
    ref = overseer.group.ref
    if terms is None:
        return "", [
            short("The group has no approved terms of reference.", "Record its terms of reference", "partnership:terms-record", ref)
        ]
    places = {clause.covers: clause.place for clause in sorted(terms.clauses, key=lambda row: row.place, reverse=True) if clause.on <= on}
    covered = [f"{CLAUSE_WORDS[topic]} ({places[topic]})" for topic in GOVERNS if topic in places]
    silent = [CLAUSE_WORDS[topic] for topic in GOVERNS if topic not in places]
    says = f"The terms cover {listed(covered)}." if covered else ""
    if not silent:
        return says, []
    lacks = f"No clause of the terms is recorded as covering {' or '.join(silent)}."
    return says, [short(lacks, f"Record the clause on {listed(silent)}", "partnership:terms-record", ref)]


def _count_words(held: Sequence[Sitting], expected: int, on: date, months: int, tier: str) -> str:
    was, are = "was" if len(held) == 1 else "were", "is" if expected == 1 else "are"
    return f"{counted(len(held), 'meeting')} {was} held in the {months} months to {say(on)}; {expected} {are} expected{tier}."


def _twice_a_year(overseer: Overseer, held: Sequence[Sitting], expects: Expects, on: date, months: int) -> tuple[list[str], list[Short]]:
    """Two meetings in the window, two of them far enough apart, and no gap too long."""
    expected = scaled(int(expects["meetings_ordinary"]), overseer.began, on, months=months, expects=expects)
    words = _count_words(held, expected, on, months, "")
    gap = gap_next_meeting(overseer, on)
    if len(held) < expected:
        return [], [Short(words, (gap,), Status.NOT)]
    shorts, apart = [], int(expects["apart_days"])
    spread = (held[-1].on - held[0].on).days
    if expected > 1 and spread < apart:
        says = f"They were {counted(spread, 'day')} apart; two are to be {apart} days apart or more{whose(expects, 'apart_days')}."
        shorts.append(Short(says, (gap,)))
    limit = int(expects["gap_months_ordinary"])
    start, end = _longest(overseer, on, months)
    if end > months_after(start, limit):
        shorts.append(Short(f"{_gap_words(start, end, on)}; the limit is {limit} months{whose(expects, 'gap_months_ordinary')}.", (gap,)))
        return [words], shorts
    return [
        words,
        f"The longest gap was {counted((end - start).days, 'day')}; the limit is {limit} months{whose(expects, 'gap_months_ordinary')}.",
    ], shorts


def _quarterly(overseer: Overseer, held: Sequence[Sitting], expects: Expects, on: date, months: int) -> tuple[list[str], list[Short]]:
    """Four meetings in thirteen months with no gap too long; three is partly."""
    expected = scaled(int(expects["meetings_higher"]), overseer.began, on, months=months, expects=expects)
    least = scaled(int(expects["at_least_higher_partly"]), overseer.began, on, months=months, expects=expects)
    words = _count_words(held, expected, on, months, f" in a higher-tier area{whose(expects, 'months_higher')}")
    gap, limit = gap_next_meeting(overseer, on), int(expects["gap_days_higher"])
    if len(held) < least:
        return [], [Short(words, (gap,), Status.NOT)]
    start, end = _longest(overseer, on, months)
    days, whose_limit = (end - start).days, whose(expects, "gap_days_higher")
    long = [Short(f"{_gap_words(start, end, on)}; the limit is {limit} days{whose_limit}.", (gap,))] if days > limit else []
    if len(held) < expected:
        return [], [Short(words, (gap,)), *long]
    return [words, "" if long else f"The longest gap was {counted(days, 'day')}; the limit is {limit}{whose_limit}."], long


def _longest(overseer: Overseer, on: date, months: int) -> tuple[date, date]:
    """The longest stretch without an ordinary meeting, the later one where two are as long."""
    stretches = gaps_between((sitting.on for sitting in overseer.ordinary), until=on, months=months)
    return max(stretches, key=lambda stretch: (stretch[1] - stretch[0], stretch), default=(on, on))


def _gap_words(start: date, end: date, on: date) -> str:
    until = f"{say(end)}, the day asked about" if end == on else say(end)
    return f"There was a gap of {counted((end - start).days, 'day')}, from {say(start)} to {until}"


def _not_counted(overseer: Overseer, on: date, months: int) -> list[str]:
    """The meetings of the window that do not count, each named with its reason."""
    since = months_before(on, months)
    says = []
    for meeting in overseer.meetings:
        if since < meeting.on <= on and is_cancelled(meeting, on):
            says.append(f"The meeting of {say(meeting.on)} was cancelled.")
    for sitting in overseer.sittings:
        if not since < sitting.on <= on:
            continue
        if not sitting.is_recorded:
            says.append(f"The meeting of {say(sitting.on)} is not counted: nobody recorded who came.")
        elif not sitting.quoracy.holds:
            says.append(f"The meeting of {say(sitting.on)} is not counted: it was not quorate ({sitting.quoracy.says}).")
        elif not sitting.is_ordinary:
            says.append(f"The meeting of {say(sitting.on)} was called at once, so it is not counted here.")
    return says


def _no_quorum(held: Sequence[Sitting]) -> list[str]:
    unset = [sitting for sitting in held if sitting.quoracy.says]
    if not unset:
        return []
    counts = "it counts" if len(unset) == 1 else "they count"
    return [f"For {len(unset)} of the {counted(len(held), 'meeting')} no quorum was set in the terms of the day; {counts} all the same."]
