"""Lines 2.g1 and 2.b2: the assessment brings all risks together, is known, discussed, acted on and kept up to date."""

from datetime import date, timedelta

from dueregard.basics.dates import counted, gaps_between, in_window, say
from dueregard.guidance.indicator import (
    Expects,
    Finding,
    Gap,
    Part,
    Short,
    Status,
    conclude,
    indicator,
    named,
    scaled,
    short,
    some,
    together,
    whose,
)
from dueregard.guidance.indicator.table import Tally, tally
from dueregard.risk.indicators.facts import RiskFacts
from dueregard.risk.indicators.rows import FROM_INFLUENCES, Edition, Risk, Update
from dueregard.risk.indicators.shared import next_meeting, no_assessment, none_in_force, only_official, too_young
from dueregard.risk.rules.risks import RiskKind

ABOUT_RISK = "risk"  # the kind of an agenda item that takes up the assessment


@indicator("risk.assessment-brings-risks-together")
def assessment_brings_risks_together(facts: RiskFacts, expects: Expects, on: date) -> Finding:
    """All local risks stand in an approved assessment that partners know, discuss, act on and update (toolkit 2.g1)."""
    if not facts.begun(on):
        return no_assessment(facts, on)
    edition = facts.in_force(on)
    if edition is None:
        return none_in_force(facts, on)
    months = int(expects["months"])
    approved = edition.approved(on) or edition.on
    parts = [
        Part(f"{edition.label} was approved on {say(approved)} and is in force.", (), (edition,)),
        _kinds(facts, edition, on),
        _briefed(facts, edition, expects, on),
        _discussed(facts, expects, on),
        _mitigated(facts, on),
        _updated(facts, edition, expects, on),
        Part(shorts=tuple(too_young(facts, on, months=months, expects=expects))),
    ]
    return together(parts, notes=[_unscored(facts, on), only_official(facts)])


def _kinds(facts: RiskFacts, edition: Edition, on: date) -> Part:
    """Risks of radicalising influences and corporate risks are in it."""
    inside = edition.holds_risks(on)
    risks = [risk for risk in facts.risks if risk.on <= on and facts.lines[risk.ref] & inside]
    influences = [risk for risk in risks if risk.concerns in FROM_INFLUENCES]
    corporate = [risk for risk in risks if risk.risk_kind == RiskKind.CORPORATE]
    shorts = []
    if not influences:
        shorts.append(short("No risk from a radicalising influence is in it.", "Put one into the edition", "risk:assessment", edition.ref))
    if not corporate:
        shorts.append(short("No corporate risk is in it.", "Put one into the edition", "risk:assessment", edition.ref))
    holds = "" if shorts else f"It holds {counted(len(risks), 'risk')}, from radicalising influences and corporate ones among them."
    return Part(holds, tuple(shorts), (*influences[-1:], *corporate[-1:]))


def briefed(facts: RiskFacts, edition: Edition, on: date, *, grace: int) -> Tally:
    """Which required sectors were briefed since the edition was approved; for some days the briefings on the one before count."""
    approved = edition.approved(on) or edition.on
    before = facts.before(edition, on) if (on - approved).days <= grace else None
    counts = [row for row in facts.briefings if row.on <= on and _counts(row.edition, row.on, edition, approved, before)]
    bodies = frozenset(ref for row in counts for ref in row.bodies)
    people = frozenset(key for row in counts for key in row.people)
    return tally(facts.places(on), lambda place: place.has_seat and bool(place.bodies & bodies or place.people & people))


def _counts(told_on: str, day: date, edition: Edition, approved: date, before: Edition | None) -> bool:
    return (told_on == edition.ref and day >= approved) or (before is not None and told_on == before.ref)


def _briefed(facts: RiskFacts, edition: Edition, expects: Expects, on: date) -> Part:
    """Each required sector was briefed since approval."""
    grace, approved = int(expects["briefing_days"]), edition.approved(on) or edition.on
    told = briefed(facts, edition, on, grace=grace)
    counts = {edition.ref}
    until, before = approved + timedelta(days=grace), facts.before(edition, on)
    note = ""
    if before is not None and on <= until:
        counts.add(before.ref)
        note = f"; briefings on the edition before count until {say(until)}{whose(expects, 'briefing_days')}"
    rests_on = tuple(row for row in facts.briefings if row.on <= on and row.edition in counts)
    words = f"{told.holding} of the {counted(told.of, 'required sector')} were briefed since{note}."
    if told.of and not told.missing:
        return Part(words, (), rests_on)
    missing = f" Not briefed: {some(told.names)}." if told.names else " No sector has a seat on a group that oversees delivery."
    return Part("", (short(f"{words}{missing}", "Brief them and record it", "risk:assessment", edition.ref),), rests_on)


def _discussed(facts: RiskFacts, expects: Expects, on: date) -> Part:
    """It was on the agenda of enough meetings of the group."""
    months, began = int(expects["months"]), facts.began or on
    wanted = scaled(int(expects["agendas"]), began, on, months=months, expects=expects)
    found = [
        row
        for row in facts.meetings(on)
        if in_window(row.on, until=on, months=months) and any(item.about_kind == ABOUT_RISK and item.on <= on for item in row.listed)
    ]
    are = "is" if wanted == 1 else "are"
    says = f"It was on the agenda of {counted(len(found), 'meeting')} in the {months} months to {say(on)}; "
    says += f"{wanted} {are} expected{whose(expects, 'agendas')}."
    if len(found) >= wanted:
        return Part(says, (), tuple(found))
    return Part("", (Short(says, (next_meeting(facts),)),), tuple(found))


def unmitigated(facts: RiskFacts, on: date) -> tuple[list[Risk], list[Risk]]:
    """The risks above tolerance that nobody accepted: those without an open action, and those whose every open action is overdue."""
    bare, overdue = [], []
    for risk in facts.above(on):
        if not facts.is_accepted(risk, on):
            dues = [action.due(on) for action in facts.actions_on(risk, on)]
            if not dues:
                bare.append(risk)
            elif all(due is not None and due < on for due in dues):
                overdue.append(risk)
    return bare, overdue


def _mitigated(facts: RiskFacts, on: date) -> Part:
    """Every risk above tolerance has a live action, or was accepted by the group."""
    above = facts.above(on)
    if not above:
        return Part("No open risk is above tolerance.", (), tuple(facts.open_risks(on)[-1:]))
    bare, overdue = unmitigated(facts, on)
    shorts = []
    for risks, why in (
        (bare, "no open action, and the group has not accepted"),
        (overdue, "only overdue actions, and nobody has accepted"),
    ):
        if risks:
            it = "it" if len(risks) == 1 else "them"
            have = "is above tolerance with" if len(risks) == 1 else "are above tolerance with"
            gaps = tuple(
                Gap(f"Raise or re-date an action for {risk.ref}, or record its acceptance", "risk:risk", risk.ref) for risk in risks
            )
            shorts.append(Short(f"{some([named(risk) for risk in risks])} {have} {why} {it}.", gaps[:10]))
    each = "1 risk is" if len(above) == 1 else f"{len(above)} risks are"
    holds = f"{each} above tolerance, with a live action or accepted by the group."
    return Part("" if shorts else holds, tuple(shorts), tuple(above))


def _in_window(facts: RiskFacts, on: date, months: int) -> list[Update]:
    return [row for row in facts.updated(on) if in_window(row.on, until=on, months=months)]


def _updates(found: int, wanted: int, months: int, on: date, expects: Expects) -> str:
    were, are = "was made" if found == 1 else "were made", "is" if wanted == 1 else "are"
    return f"{counted(found, 'update')} {were} in the {months} months to {say(on)}; {wanted} {are} expected{whose(expects, 'months')}."


def _updated(facts: RiskFacts, edition: Edition, expects: Expects, on: date) -> Part:
    """It was updated often enough, and not twice in one breath."""
    months, apart = int(expects["months"]), int(expects["apart_days"])
    wanted = scaled(int(expects["updates"]), facts.began or on, on, months=months, expects=expects)
    found = _in_window(facts, on, months)
    words = _updates(len(found), wanted, months, on, expects)
    update = Gap("Update it: say what changed, or why nothing did", "risk:assessment-update", edition.ref)
    if len(found) < wanted:
        return Part("", (Short(words, (update,)),), tuple(found))
    spread = (found[-1].on - found[0].on).days
    if wanted > 1 and spread < apart:
        says = f"They were {counted(spread, 'day')} apart; two are to be {apart} days apart or more{whose(expects, 'apart_days')}."
        return Part(words, (Short(says, (update,)),), tuple(found))
    return Part(words, (), tuple(found))


def _unscored(facts: RiskFacts, on: date) -> str:
    bare = sum(risk.score(on) is None for risk in facts.open_risks(on))
    if not bare:
        return ""
    return f"{counted(bare, 'open risk')} {'has' if bare == 1 else 'have'} no residual score, so nobody can tell how high."


@indicator("risk.updated-each-quarter")
def updated_each_quarter(facts: RiskFacts, expects: Expects, on: date) -> Finding:
    """The assessment is updated every quarter (toolkit 2.b2)."""
    begun = facts.begun(on)
    if not begun:
        return no_assessment(facts, on)
    months, limit, began = int(expects["months"]), int(expects["gap_days"]), facts.began or on
    wanted = scaled(int(expects["updates"]), began, on, months=months, expects=expects)
    least = scaled(int(expects["at_least_partly"]), began, on, months=months, expects=expects)
    found, edition = _in_window(facts, on, months), facts.in_force(on) or begun[-1]
    words, gap = _updates(len(found), wanted, months, on, expects), Gap("Update it this quarter", "risk:assessment-update", edition.ref)
    notes = [only_official(facts)]
    if len(found) < least:
        return conclude([], [Short(words, (gap,), Status.NOT)], rests_on=[*found, edition], notes=notes)
    shorts = [Short(words, (gap,))] if len(found) < wanted else []
    stretches = gaps_between((row.on for row in facts.updates), until=on, months=months)
    start, end = max(stretches, key=lambda stretch: (stretch[1] - stretch[0], stretch), default=(on, on))
    days = (end - start).days
    longest = f"The longest time without one was {counted(days, 'day')}, from {say(start)} to {say(end)}"
    longest += f"; the limit is {limit}{whose(expects, 'gap_days')}."
    if days > limit:
        shorts.append(Short(longest, (gap,)))
    shorts += too_young(facts, on, months=months, expects=expects)
    return conclude(
        [words if not len(found) < wanted else "", "" if days > limit else longest], shorts, rests_on=[*found, edition], notes=notes
    )
