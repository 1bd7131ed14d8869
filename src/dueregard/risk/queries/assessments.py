"""Reads of the editions of the assessment: how far each has come, what is written in it, and who was told of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import readable
from dueregard.risk.models import Assessment, AssessmentBriefing, AssessmentStep, AssessmentUpdate, BriefedBody, Paragraph, Source
from dueregard.risk.queries.sources import sources
from dueregard.risk.queries.then import Then, by_then
from dueregard.risk.rules.assessments import OPEN, STOOD, Edition, Stage, in_order


def assessments(viewer: Viewer) -> QuerySet[Assessment]:
    """The editions the viewer may see, newest first: drafts only if they write or approve them."""
    rows = Assessment.objects.filter(area=viewer.area_id)
    if not (viewer.may(Permission.RISK_EDIT) or viewer.may(Permission.RISK_APPROVE)):
        stood = AssessmentStep.objects.filter(assessment=OuterRef("pk"), stage__in=[Stage.APPROVED, Stage.SUPERSEDED])
        rows = rows.filter(Exists(stood))
    return rows.select_related("follows").order_by("-on", "-typed_at", "-ref")


def assessments_to_change(viewer: Viewer) -> QuerySet[Assessment]:
    """The editions of the area, locked for a deed."""
    return Assessment.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


@dataclass(frozen=True, kw_only=True)
class AssessmentRow:
    """An edition with how far it had come on a day: its steps up to then, oldest first."""

    assessment: Assessment
    steps: tuple[AssessmentStep, ...]

    @property
    def stage(self) -> Stage:
        return Stage(self.steps[-1].stage) if self.steps else Stage.DRAFTED

    @property
    def since(self) -> date:
        return self.steps[-1].on if self.steps else self.assessment.on

    @property
    def author(self) -> Any:
        """Who drafted it, if anybody said."""
        return next((step.done_by for step in self.steps if step.stage == Stage.DRAFTED), None)

    @property
    def approval(self) -> AssessmentStep | None:
        return next((step for step in self.steps if step.stage == Stage.APPROVED), None)

    @property
    def ended(self) -> date | None:
        return next((step.on for step in self.steps if step.stage == Stage.SUPERSEDED), None)

    @property
    def sent_back(self) -> AssessmentStep | None:
        """The reason it was sent back with, while it is a draft again."""
        again = self.stage is Stage.DRAFTED and len(self.steps) > 1
        return self.steps[-1] if again else None

    def scored_on(self, today: date) -> date:
        """The day its risks are shown as at: its approval, or today while there is none."""
        return self.approval.on if self.approval else today


def assessment_rows(viewer: Viewer, *, as_at: date, known: date | None = None) -> list[AssessmentRow]:
    """The editions begun by a day, newest first, each with the steps it had made by then; two queries."""
    until: Then = {"on": as_at, "known": known or max(viewer.today, as_at)}
    steps = by_then(AssessmentStep.objects.filter(area=viewer.area_id), **until).select_related("done_by")
    rows = by_then(assessments(viewer), **until).prefetch_related(Prefetch("steps", steps, to_attr="made"))
    found = [AssessmentRow(assessment=row, steps=in_order(row.made)) for row in rows]
    seen = viewer.may(Permission.RISK_EDIT) or viewer.may(Permission.RISK_APPROVE)
    return [row for row in found if seen or row.stage in STOOD]


def state_of(assessment: Assessment, *, on: date | None = None) -> AssessmentRow:
    """How far an edition had come: by a day, or all it has made."""
    steps = assessment.steps.select_related("done_by")
    return AssessmentRow(assessment=assessment, steps=in_order(list(steps.filter(on__lte=on) if on else steps)))


def in_force(viewer: Viewer, *, as_at: date, known: date | None = None) -> AssessmentRow | None:
    """The edition in force on a day."""
    rows = assessment_rows(viewer, as_at=as_at, known=known)
    return next((row for row in rows if row.stage is Stage.APPROVED), None)


def being_worked_on(viewer: Viewer) -> AssessmentRow | None:
    """The edition that is a draft or waits for approval, to whoever writes or approves."""
    return next((row for row in assessment_rows(viewer, as_at=viewer.today) if row.stage in OPEN), None)


def waiting_since(viewer: Viewer) -> date | None:
    """The day an edition was submitted that is neither approved nor sent back: which one, its own page says to whoever may see it."""
    rows = AssessmentStep.objects.filter(area=viewer.area_id, on__lte=viewer.today).order_by("on", "typed_at")
    by_edition: dict[object, list[AssessmentStep]] = {}
    for step in rows:
        by_edition.setdefault(step.assessment_id, []).append(step)
    last = [in_order(steps)[-1] for steps in by_edition.values()]
    return next((step.on for step in last if step.stage == Stage.SUBMITTED), None)


def paragraphs(viewer: Viewer, assessment: Assessment) -> QuerySet[Paragraph]:
    """The paragraphs of an edition that the viewer may read, in their order: whoever counts them counts no others."""
    rows = Paragraph.objects.filter(readable(viewer), area=viewer.area_id, assessment=assessment)
    return rows.order_by("position", "on", "typed_at", "id")


def paragraphs_to_change(viewer: Viewer, assessment: Assessment) -> QuerySet[Paragraph]:
    """The same, locked for a deed."""
    return paragraphs(viewer, assessment).select_for_update(of=("self",))


def sources_of(viewer: Viewer, assessment: Assessment) -> QuerySet[Source]:
    """The sources an edition rests on that the viewer may see."""
    return sources(viewer).filter(assessments__assessment=assessment).order_by("kind", "on", "ref")


def looked_at(viewer: Viewer, *, as_at: date, known: date | None = None) -> list[date]:
    """The days an edition was approved or updated, up to a day: when the area looked at its assessment."""
    until: Then = {"on": as_at, "known": known or max(viewer.today, as_at)}
    approvals = AssessmentStep.objects.filter(area=viewer.area_id, stage=Stage.APPROVED)
    made = AssessmentUpdate.objects.filter(area=viewer.area_id)
    days = [*by_then(approvals, **until).values_list("on", flat=True), *by_then(made, **until).values_list("on", flat=True)]
    return sorted(days)


def updates(viewer: Viewer, *, assessment: Assessment | None = None) -> QuerySet[AssessmentUpdate]:
    """The updates, newest first, of one edition where it is given."""
    rows = AssessmentUpdate.objects.filter(area=viewer.area_id).select_related("assessment", "done_by")
    rows = rows.filter(assessment=assessment) if assessment else rows
    return rows.order_by("-on", "-typed_at")


@dataclass(frozen=True, kw_only=True)
class BriefingRow:
    """A briefing on an edition: who was told, and, to those who may read the whole, on which of its two editions."""

    briefing: AssessmentBriefing
    bodies: tuple[BriefedBody, ...]
    edition: Edition | None


def briefing_rows(viewer: Viewer, *, assessment: Assessment | None = None) -> list[BriefingRow]:
    """The briefings, newest first, of one edition where it is given; whether somebody heard more than is Official is not for everybody."""
    rows = AssessmentBriefing.objects.filter(area=viewer.area_id).select_related("assessment", "given_by__body")
    rows = rows.filter(assessment=assessment) if assessment else rows
    told = BriefedBody.objects.select_related("body", "person").order_by("body__name", "person__name")
    return [
        BriefingRow(briefing=row, bodies=tuple(row.bodies.all()), edition=Edition(row.edition) if viewer.reads_sensitive else None)
        for row in rows.prefetch_related(Prefetch("bodies", told)).order_by("-on", "-typed_at")
    ]
