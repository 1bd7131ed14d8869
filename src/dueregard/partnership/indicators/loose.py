"""The loose ends of section 1: where the thread stops, what is missing, what is worth tidying, as at a date."""

from collections.abc import Iterator
from datetime import date, timedelta

from dueregard.basics.dates import counted, months_before, say
from dueregard.guidance.indicator import Cite, Fact, named
from dueregard.guidance.loose_end import LooseEnd, Severity, worst_first
from dueregard.partnership.indicators.attendance import SECTOR_WORDS, turnout
from dueregard.partnership.indicators.chairs import deputies_of_both, in_post
from dueregard.partnership.indicators.facts import Overseer, PartnershipFacts
from dueregard.partnership.indicators.findings import is_unwritten
from dueregard.partnership.indicators.rows import Action, Decision, Meeting, Row
from dueregard.partnership.indicators.threat_checks import cover
from dueregard.partnership.rules.decisions import DecisionKind
from dueregard.partnership.rules.groups import GroupFunction

WINDOW_MONTHS = 12
CLEAR_DAYS = 28  # four weeks for the chair to clear the minutes: ours
LAST_MEETINGS = 2


def loose_ends(facts: PartnershipFacts, on: date) -> list[LooseEnd]:
    """Every loose end of section 1 on the day, worst first."""
    found = [
        *_chairs(facts, on),
        *_decisions(facts, on),
        *_actions(facts, on),
        *_minutes(facts, on),
        *_officer(facts, on),
        *_others(facts, on),
    ]
    for overseer in facts.overseers(on):
        found += [*_terms(overseer, on), *_seats(facts, overseer, on), *_cadence(overseer, on)]
    return worst_first(found)


def subject(fact: Fact) -> Cite:
    """The record a loose end is about."""
    return Cite(fact.kind, fact.ref, fact.label, fact.on, fact.typed)


def _end(kind: str, severity: Severity, line: str, about: Fact, says: str, tie: str, tie_at: str, ref: str | None = None) -> LooseEnd:
    return LooseEnd(
        kind=f"partnership.{kind}",
        severity=severity,
        line=line,
        subject=subject(about),
        says=says,
        tie=tie,
        tie_at=tie_at,
        ref=ref or about.ref,
    )


def _chairs(facts: PartnershipFacts, on: date) -> Iterator[LooseEnd]:
    """One person in two chairs and an empty Channel chair are breaks; an empty chair of the group is a gap; a deputy in both a note."""
    overseeing, panels = facts.doing(GroupFunction.OVERSIGHT, on), facts.doing(GroupFunction.CHANNEL, on)
    ours, theirs = in_post(facts, overseeing, on), in_post(facts, panels, on)
    page, chairs = "partnership:member-record", {row.person for row in ours}
    for row in theirs:
        if row.person in chairs:
            says = f"The {row.label} chairs both the partnership group and the Channel panel"
            yield _end("two-chairs-in-one", Severity.BREAK, "1.g5", row, says, "Record another chair for one of the two", page, row.group)
    for group in panels:
        if not any(row.group == group.ref for row in theirs):
            says = f"Nobody chairs {group.label}; the statute needs the panel to have a chair"
            yield _end("channel-chair-vacant", Severity.BREAK, "1.g5", group, says, "Record who chairs the panel", page)
    for group in overseeing:
        if not any(row.group == group.ref for row in ours):
            yield _end(
                "group-chair-vacant", Severity.GAP, "1.g1", group, f"Nobody chairs {group.label}", "Record who chairs the group", page
            )
    for row in deputies_of_both(facts, overseeing, panels, on):
        says = f"The {row.label} is deputy chair of both the group and the Channel panel"
        yield _end("deputy-in-both", Severity.NOTE, "1.g5", row, says, "Record another deputy for one of the two", page, row.group)


def _decisions(facts: PartnershipFacts, on: date) -> Iterator[LooseEnd]:
    since = months_before(on, WINDOW_MONTHS)
    for decision in facts.decisions:
        if decision.decision_kind == DecisionKind.DELIVERY and since < decision.on <= on:
            yield from _decision(decision, on)


def _decision(decision: Decision, on: date) -> Iterator[LooseEnd]:
    """A delivery decision without a check is a break, with an incomplete one a gap, with one added afterwards a note."""
    covered, page = cover(decision, on), "partnership:check-record"
    if covered.check is None:
        says = f"Decision {named(decision)} has no Security Threat Check"
        yield _end("decision-without-check", Severity.BREAK, "1.g4", decision, says, "Add the check", page)
    elif not covered.check.is_whole:
        says = f"The check of decision {named(decision)} is incomplete"
        yield _end("check-incomplete", Severity.GAP, "1.g4", decision, says, "Complete the check", page)
    elif not covered.is_in_time:
        says = f"The check of decision {named(decision)} was added {counted(covered.days_after, 'day')} after it"
        yield _end("check-afterwards", Severity.NOTE, "1.g4", decision, says, "Look at the decision", "partnership:decision")


def _terms(overseer: Overseer, on: date) -> Iterator[LooseEnd]:
    """No terms, terms without a review date, or terms past it."""
    group, terms, page = overseer.group, overseer.terms_on(on), "partnership:terms-record"
    if terms is None:
        says = f"{group.label} has no approved terms of reference"
        yield _end("no-terms", Severity.GAP, "1.g1", group, says, "Record the terms", page)
    elif terms.review_due is None:
        says = f"The terms of {group.label} have no review date"
        yield _end("terms-without-review", Severity.GAP, "1.g1", terms, says, "Record when they are to be reviewed", page, group.ref)
    elif terms.review_due < on:
        says = f"The terms of {group.label} were due for review on {say(terms.review_due)}"
        yield _end("terms-past-review", Severity.GAP, "1.g1", terms, says, "Record the reviewed terms", page, group.ref)
    if terms is not None and (terms.quorum is None or not terms.quorum.is_stated):
        says = f"The terms of {group.label} set no quorum"
        yield _end("terms-without-quorum", Severity.NOTE, "1.g2", terms, says, "Record the quorum", page, group.ref)


def _seats(facts: PartnershipFacts, overseer: Overseer, on: date) -> Iterator[LooseEnd]:
    """A required sector without a seat, or a seat that missed the last two meetings."""
    group = overseer.group
    turnouts = turnout(facts, overseer, overseer.last(on, meetings=LAST_MEETINGS), on, last=LAST_MEETINGS)
    for sector, theirs in turnouts.items():
        if not any(one.has_place for one in theirs):
            says = f"{SECTOR_WORDS[sector]} has no seat on {group.label}"
            yield _end("sector-without-seat", Severity.GAP, "1.g3", group, says, "Record a seat", "partnership:seat-new")
        for one in theirs:
            who = one.name or SECTOR_WORDS[sector]
            if one.has_place and one.due_last == LAST_MEETINGS and not one.came_last:
                about = facts.seat_by_ref.get(one.ref, group)
                says = f"{who} was at neither of the last {LAST_MEETINGS} meetings of {group.label}"
                tie = "Record an agreement that another seat represents it, or ask for another member"
                yield _end("seat-away", Severity.GAP, "1.g3", about, says, tie, "partnership:representation-record", group.ref)
            elif not one.has_place:
                says = f"{who} has no seat on {group.label} and nobody represents it"
                yield _end("district-without-seat", Severity.GAP, "1.g3", group, says, "Record a seat", "partnership:seat-new")


def _cadence(overseer: Overseer, on: date) -> Iterator[LooseEnd]:
    """No next meeting is planned."""
    if overseer.next_meeting(on) is None:
        says = f"No next meeting of {overseer.group.label} is planned"
        yield _end("no-next-meeting", Severity.GAP, "1.g2", overseer.group, says, "Plan the next meeting", "partnership:meeting-plan")


def _minutes(facts: PartnershipFacts, on: date) -> Iterator[LooseEnd]:
    """Meetings past their day and not written up; minutes not cleared in four weeks, or not approved by the next meeting."""
    since = months_before(on, WINDOW_MONTHS)
    latest: dict[str, date] = {}
    for sitting in facts.sittings.values():
        if sitting.is_held and sitting.is_ordinary and sitting.on <= on:
            latest[sitting.meeting.group] = max(sitting.on, latest.get(sitting.meeting.group, sitting.on))
    for meeting in facts.meetings:
        if since < meeting.on <= on:
            group = facts.group_by_ref.get(meeting.group)
            what = f"the meeting of {group.label if group else 'the group'} on {say(meeting.on)}"
            yield from _record_of(meeting, what, latest.get(meeting.group, meeting.on), on)


def _record_of(meeting: Meeting, what: str, last_met: date, on: date) -> Iterator[LooseEnd]:
    page = "partnership:meeting"
    if not meeting.took_place:
        if is_unwritten(meeting, on):
            says = f"Nobody has recorded {what}"
            yield _end("meeting-not-written-up", Severity.GAP, "1.g2", meeting, says, "Record who came and what was decided", page)
    elif not _has_happened(meeting.cleared, on):
        if meeting.on + timedelta(days=CLEAR_DAYS) < on:
            says = f"The minutes of {what} have not been cleared in four weeks"
            yield _end("minutes-not-cleared", Severity.NOTE, "1.g2", meeting, says, "Ask the chair to clear them", page)
    elif not _has_happened(meeting.approved, on) and last_met > meeting.on:
        says = f"The minutes of {what} have not been approved, and the group has met since"
        yield _end("minutes-not-approved", Severity.NOTE, "1.g2", meeting, says, "Approve them at the next meeting", page)


def _has_happened(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _actions(facts: PartnershipFacts, on: date) -> Iterator[LooseEnd]:
    last: dict[str, date | None] = {}
    for overseer in facts.overseers(on):
        held = [sitting.on for sitting in overseer.ordinary if sitting.on <= on]
        last |= dict.fromkeys(overseer.refs, held[-1] if held else None)
    for action in facts.actions:
        if action.on <= on and (action.until is None or action.until > on):
            yield from _action(action, last.get(action.group), on)


def _action(action: Action, last_met: date | None, on: date) -> Iterator[LooseEnd]:
    """An open action without an owner or a due date, past its due date, or not reviewed at the last meeting."""
    page, what, due = "partnership:action", f"Action {named(action)}", action.due(on)
    if not action.owner:
        yield _end("action-without-owner", Severity.GAP, "1.g2", action, f"{what} has no owner", "Say which body owns it", page)
    if due is None:
        yield _end("action-without-due", Severity.GAP, "1.g2", action, f"{what} has no due date", "Set a due date", page)
    elif due < on:
        yield _end("action-overdue", Severity.GAP, "1.g2", action, f"{what} was due on {say(due)}", "Update or finish it", page)
    if last_met is not None and action.on < last_met and last_met not in action.reviews:
        says = f"{what} was not reviewed at the last meeting, on {say(last_met)}"
        yield _end("action-not-reviewed", Severity.GAP, "1.g2", action, says, "Put it on the next agenda", page)


def _officer(facts: PartnershipFacts, on: date) -> Iterator[LooseEnd]:
    """Nobody holds the strategic officer's post."""
    for post in facts.strategic_posts:
        if post.holds(on) and not any(row.post == post.ref and row.holds(on) for row in facts.holdings):
            says = f"Nobody holds the post of {post.label}"
            yield _end("strategic-officer-vacant", Severity.GAP, "1.b2", post, says, "Record who holds it", "organisations:post-record")


def _others(facts: PartnershipFacts, on: date) -> Iterator[LooseEnd]:
    """What was heard and not answered, and members who have not been briefed for a year."""
    since, page = months_before(on, WINDOW_MONTHS), "partnership:exchange-record"
    for row in facts.exchanges:
        if since < row.on <= on and row.heard and (row.answered is None or row.answered > on):
            says = f"What {row.label} said on {say(row.on)} has not been answered"
            yield _end("exchange-unanswered", Severity.NOTE, "1.b3", row, says, "Record the answer", page)
    briefings: list[Row] = sorted((row for row in facts.briefings if row.on <= on), key=lambda row: (row.on, row.ref))
    if briefings and briefings[-1].on <= since:
        says = f"Elected members were last briefed on {say(briefings[-1].on)}"
        yield _end("members-not-briefed", Severity.NOTE, "1.g1", briefings[-1], says, "Record a briefing", "partnership:briefing-record")
