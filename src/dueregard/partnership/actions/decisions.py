"""Deeds on decisions: taking them, the Security Threat Checks that cover them, the documents they approve."""

from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.documents.actions import approve_version
from dueregard.organisations.actions import counter, given
from dueregard.partnership import queries
from dueregard.partnership.actions.checks import Answers, check_made
from dueregard.partnership.actions.groups import active
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Approval, Decision, DecisionCheck, DecisionWithdrawal, PaperCheck
from dueregard.partnership.rules import decisions as rules
from dueregard.partnership.rules.meetings import why_not_change_minutes
from dueregard.privacy.marking import Marking


@deed
def record_decision(
    item: str,
    *,
    by: Viewer,
    on: date,
    words: str,
    kind: str,
    marking: str | None = None,
    paper: str | None = None,
    done_by: str | None = None,
    answers: Answers | None = None,
    check: str | None = None,
    covers: str = rules.CheckCovers.DECISION.value,
    ref: str | None = None,
    once: UUID | None = None,
) -> Decision:
    """Record what was decided at an item. A delivery decision takes its Security Threat Check with it, or shows as a break."""
    by.must(Permission.PARTNERSHIP_EDIT)
    at = queries.items_to_change(by).get(ref=item)
    kept = given.marked(marking or at.marking, by=by)
    first, before = given.new(Decision, counter("D", kept), by=by, ref=ref, once=once, year=on.year)
    if before:
        return before
    meeting = queries.meetings_to_change(by).get(pk=at.meeting_id)
    state = queries.state_of(meeting)
    refuse_if(why_not_change_minutes(state.stage))
    refuse_if(rules.why_not_decide(given.happened(state.day, by=by), on=on))
    read = given.one(queries.papers(by).filter(item=at), paper, what="paper of this item") if paper else None
    return _decide(
        {**first, "group": meeting.group, "meeting": meeting, "item": at, "paper": read},
        by=by,
        on=on,
        words=words,
        kind=kind,
        marking=kept,
        done_by=done_by,
        answers=answers,
        check=check,
        covers=covers,
    )


@deed
def decide_between_meetings(
    group: str,
    *,
    by: Viewer,
    on: date,
    words: str,
    kind: str,
    marking: str = "official",
    done_by: str | None = None,
    answers: Answers | None = None,
    check: str | None = None,
    covers: str = rules.CheckCovers.DECISION.value,
    ref: str | None = None,
    once: UUID | None = None,
) -> Decision:
    """Record what a group, or one person for it, decided between its meetings."""
    by.must(Permission.PARTNERSHIP_EDIT)
    kept = given.marked(marking, by=by)
    first, before = given.new(Decision, counter("D", kept), by=by, ref=ref, once=once, year=on.year)
    if before:
        return before
    of = queries.groups_to_change(by).get(ref=group)
    active(of, on=given.happened(on, by=by))
    return _decide(
        {**first, "group": of},
        by=by,
        on=on,
        words=words,
        kind=kind,
        marking=kept,
        done_by=done_by,
        answers=answers,
        check=check,
        covers=covers,
    )


def _decide(
    first: dict[str, Any],
    *,
    by: Viewer,
    on: date,
    words: str,
    kind: str,
    marking: Marking,
    done_by: str | None,
    answers: Answers | None,
    check: str | None,
    covers: str,
) -> Decision:
    wanted = given.choice(kind, rules.DecisionKind, what="kind of decision")
    decision = Decision.objects.create(
        **first,
        kind=wanted,
        words=given.words(words, ask="Write what was decided"),
        on=on,
        marking=marking,
        done_by=given.person_or_none(done_by, by=by),
    )
    if answers or check:
        _cover(decision, by=by, on=on, answers=answers, check=check, covers=covers)
    record("partnership.decision.taken", decision, by=by, on=on, kind=wanted)
    return decision


def _cover(decision: Decision, *, by: Viewer, on: date, answers: Answers | None, check: str | None, covers: str) -> None:
    refuse_if(rules.why_not_check(decision.kind))
    made = check_made(by=by, on=on, marking=decision.marking, answers=answers, check=check)
    wanted = given.choice(covers, rules.CheckCovers, what="cover of a check")
    if DecisionCheck.objects.filter(decision=decision, check_made=made).exists():
        raise Refused("This check already covers the decision")
    DecisionCheck.objects.create(**by.stamp, decision=decision, check_made=made, covers=wanted, on=max(on, made.on))


@deed
def add_check_later(
    decision: str,
    *,
    by: Viewer,
    on: date,
    answers: Answers | None = None,
    check: str | None = None,
    covers: str = rules.CheckCovers.DECISION.value,
) -> None:
    """Cover a decision with a Security Threat Check after it was taken; the day it was added stays to be seen."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.decisions_to_change(by).get(ref=decision)
    if given.happened(on, by=by) < of.on:
        raise Refused(
            "A check added later is dated on or after its decision. A check made before it is named when the decision is recorded"
        )
    _cover(of, by=by, on=on, answers=answers, check=check, covers=covers)
    record("partnership.check.added", of, by=by, on=on, days_after=(on - of.on).days)


@deed
def check_paper(paper: str, *, by: Viewer, on: date, answers: Answers | None = None, check: str | None = None) -> None:
    """Make the Security Threat Check of a paper; it covers the decisions taken under it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = given.one(queries.papers(by), paper, what="paper")
    made = check_made(by=by, on=given.happened(on, by=by), marking=of.marking, answers=answers, check=check)
    if PaperCheck.objects.filter(paper=of, check_made=made).exists():
        raise Refused("This check already covers the paper")
    PaperCheck.objects.create(**by.stamp, paper=of, check_made=made, on=max(on, made.on))
    record("partnership.paper.checked", of, by=by, on=on)


@deed
def withdraw_decision(ref: str, *, by: Viewer, on: date, because: str) -> None:
    """Take out a decision that was written down by mistake, until the minutes are cleared."""
    by.must(Permission.PARTNERSHIP_EDIT)
    decision = queries.decisions_to_change(by).get(ref=ref)
    if decision.meeting_id:
        meeting = queries.meetings_to_change(by).get(pk=decision.meeting_id)
        refuse_if(why_not_change_minutes(queries.state_of(meeting).stage))
    if decision.approvals.exists():
        raise Refused("A document was approved by this decision, so it stands")
    if given.happened(on, by=by) < decision.on:
        raise Refused("It cannot be taken out before the day it was taken")
    why = given.words(because, ask="Say why it was a mistake")
    DecisionWithdrawal.objects.create(**by.stamp, decision=decision, on=on, because=why)
    record("partnership.decision.withdrawn", decision, by=by, on=on)


@deed
def approve_document(decision: str, *, by: Viewer, version: str) -> None:
    """Approve a version of a document by a decision, dated to it; the register says so in the same deed. DOC-4/2 names a version."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.decisions_to_change(by).get(ref=decision)
    taken = documents.picked(by, version)
    if Approval.objects.filter(version_approved=taken).exists():
        raise Refused("A decision has already approved this version")
    known = documents.versions(by).filter(pk=taken.pk, approval__isnull=False).values_list("approval__on", flat=True).first()
    if known is None:
        minute = f"Meeting {of.meeting.ref}" if of.meeting else ""
        approve_version(taken.document.ref, by=by, on=of.on, version=taken.number, minute=minute, decision=of.ref)
    elif known != of.on:
        raise Refused("The register says this version was approved on another day")
    Approval.objects.create(**by.stamp, decision=of, version_approved=taken, on=of.on)
    kept = taken.document.marking
    record("partnership.document.approved", of, by=by, beside=kept, on=of.on, document=taken.document.ref, number=taken.number)
