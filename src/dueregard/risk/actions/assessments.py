"""Deeds on editions of the assessment: beginning one, submitting it, sending it back, approving it, withdrawing it."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if, refuse_unless
from dueregard.organisations.actions import given
from dueregard.privacy.marking import Marking
from dueregard.risk import queries
from dueregard.risk.actions.recording import record
from dueregard.risk.models import Assessment, AssessmentRisk, AssessmentSource, AssessmentStep, Paragraph, RiskStep, SourceWithdrawal
from dueregard.risk.queries.assessments import AssessmentRow, state_of
from dueregard.risk.rules import assessments as rules
from dueregard.risk.rules.assessments import Stage
from dueregard.risk.rules.risks import RiskStatus


@deed
def draft_assessment(
    title: str,
    *,
    by: Viewer,
    on: date,
    follows: str | None = None,
    done_by: str | None = None,
    is_copied: bool = True,
    ref: str | None = None,
    once: UUID | None = None,
) -> Assessment:
    """Begin an edition; from the one before it, its paragraphs, its sources and its open risks are taken over."""
    by.must(Permission.RISK_EDIT)
    first, before = given.new(Assessment, "RA", by=by, ref=ref, once=once)
    if before:
        return before
    states = [state_of(one) for one in queries.assessments(by)]
    worked_on = next((state.assessment.ref for state in states if state.stage in rules.OPEN), "")
    last = max((state.assessment.on for state in states), default=None)
    refuse_if(rules.why_not_draft(being_drafted=worked_on, on=given.happened(on, by=by), last=last))
    old = given.one(queries.assessments(by), follows, what="assessment") if follows else None
    edition = Assessment.objects.create(**first, title=given.words(title, ask="Give the assessment a title"), on=on, follows=old)
    AssessmentStep.objects.create(**by.stamp, assessment=edition, stage=Stage.DRAFTED, on=on, done_by=given.person_or_none(done_by, by=by))
    if old and is_copied:
        _take_over(old, edition, by=by, on=on)
    record("risk.assessment.drafted", edition, by=by, on=on)
    return edition


def _take_over(old: Assessment, edition: Assessment, *, by: Viewer, on: date) -> None:
    """Copy everything of the edition before, whatever its marking: what a drafter may not read must not be lost by their drafting."""
    Paragraph.objects.bulk_create(
        Paragraph(
            **by.stamp,
            assessment=edition,
            position=number,
            heading=row.heading,
            words=row.words,
            marking=row.marking,
            on=on,
        )
        for number, row in enumerate(old.paragraphs.order_by("position", "typed_at"), start=1)
    )
    gone = SourceWithdrawal.objects.filter(area=by.area_id, on__lte=on)
    kept = old.sources.exclude(source__in=gone.values("source")).order_by("on", "typed_at")
    AssessmentSource.objects.bulk_create(AssessmentSource(**by.stamp, assessment=edition, source_id=row.source_id, on=on) for row in kept)
    steps = RiskStep.objects.filter(area=by.area_id, on__lte=on).order_by("on", "typed_at")
    stands = dict(steps.values_list("risk_id", "status"))
    AssessmentRisk.objects.bulk_create(
        AssessmentRisk(**by.stamp, assessment=edition, risk_id=row.risk_id, on=on)
        for row in old.risks.order_by("on", "typed_at")
        if stands.get(row.risk_id) != RiskStatus.CLOSED
    )


def _step(
    ref: str,
    *,
    by: Viewer,
    on: date,
    to: Stage,
    seen: int | None,
    done_by: str | None = None,
    minute: str = "",
    because: str = "",
) -> AssessmentRow:
    """Take an edition a step further, if it may; what it was before is given back."""
    edition = queries.assessments_to_change(by).get(ref=ref)
    before = state_of(edition)
    given.change(edition, by=by, seen=seen)
    refuse_if(rules.why_not_move(before.stage, to=to, since=before.since, on=given.happened(on, by=by)))
    AssessmentStep.objects.create(
        **by.stamp,
        assessment=edition,
        stage=to,
        on=on,
        done_by=given.person_or_none(done_by, by=by),
        minute=minute.strip(),
        because=because.strip(),
    )
    return before


@deed
def submit_assessment(
    ref: str, *, by: Viewer, on: date, done_by: str | None = None, is_moved: bool = False, seen: int | None = None
) -> None:
    """Submit a draft for approval: its words are fixed until it is sent back. One that is moved may have left its words behind."""
    by.must(Permission.RISK_EDIT)
    row = _step(ref, by=by, on=on, to=Stage.SUBMITTED, seen=seen, done_by=done_by)
    refuse_if(None if is_moved else rules.why_not_submit(queries.paragraphs(by, row.assessment).count()))
    record("risk.assessment.submitted", row.assessment, by=by, on=on)


@deed
def send_back_assessment(ref: str, *, by: Viewer, on: date, because: str, done_by: str | None = None, seen: int | None = None) -> None:
    """Send a submitted edition back to be drafted further, with the reason."""
    by.must(Permission.RISK_APPROVE)
    why = given.words(because, ask="Say why it is sent back")
    row = _step(ref, by=by, on=on, to=Stage.DRAFTED, seen=seen, done_by=done_by, because=why)
    record("risk.assessment.sent-back", row.assessment, by=by, on=on)


@deed
def approve_assessment(
    ref: str,
    *,
    by: Viewer,
    on: date,
    done_by: str | None = None,
    minute: str = "",
    because: str = "",
    seen: int | None = None,
) -> None:
    """Approve an edition and supersede the one it replaces. Its author does so only with a reason and who agreed."""
    by.must(Permission.RISK_APPROVE)
    in_force = [state for state in (state_of(one) for one in queries.assessments(by).exclude(ref=ref)) if state.stage is Stage.APPROVED]
    row = _step(ref, by=by, on=on, to=Stage.APPROVED, seen=seen, done_by=done_by, minute=minute, because=because)
    approver = given.person_or_none(done_by, by=by)
    refuse_if(rules.why_not_approve(approver=approver is not None, minute=minute))
    refuse_unless(because, rules.why_not_approve_own(author=row.author, approver=approver))
    for old in in_force:
        refuse_if(rules.why_not_supersede(old.assessment.ref, since=old.since, on=on))
        AssessmentStep.objects.create(**by.stamp, assessment=old.assessment, stage=Stage.SUPERSEDED, on=on)
    record("risk.assessment.approved", row.assessment, by=by, on=on, supersedes=[old.assessment.ref for old in in_force])


@deed
def withdraw_assessment(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> None:
    """Withdraw an edition that will not be approved; that it was drafted stays."""
    by.must(Permission.RISK_EDIT)
    why = given.words(because, ask="Say why it is withdrawn")
    row = _step(ref, by=by, on=on, to=Stage.WITHDRAWN, seen=seen, because=why)
    record("risk.assessment.withdrawn", row.assessment, by=by, on=on)


@deed
def take_assessment_away(ref: str, *, by: Viewer, ending: str, is_official: bool) -> None:
    """Take an edition out of the house as a file: the Official edition, or the whole."""
    by.must(Permission.RISK_READ)
    edition = queries.assessments(by).get(ref=ref)
    beside = Marking.OFFICIAL if is_official else Marking.SENSITIVE
    record("risk.assessment.taken-away", edition, by=by, beside=beside, ending=ending, is_official=is_official)
