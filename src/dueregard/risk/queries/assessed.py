"""The risks that stand in an edition, as they were worded and scored on its day, and what changed from one edition to the next."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import Marking, highest, readable
from dueregard.risk.models import Assessment, AssessmentRisk, AssessmentSource, Risk, RiskReview, RiskSource, RiskStep, RiskWording, Source
from dueregard.risk.queries.assessments import AssessmentRow, assessment_rows, paragraphs
from dueregard.risk.rules.assessments import STOOD
from dueregard.risk.rules.comparison import Comparison, Scored, Written, compared
from dueregard.risk.rules.risks import RiskKind, RiskStatus


def _risks_on(viewer: Viewer, on: date) -> QuerySet[Risk]:
    """The risks the viewer may see, with what each said and scored on a day."""
    worded = RiskWording.objects.filter(risk=OuterRef("pk"), on__lte=on).order_by("-on", "-typed_at")
    scored = RiskReview.objects.filter(risk=OuterRef("pk"), on__lte=on, residual_likelihood__isnull=False, residual_impact__isnull=False)
    scored = scored.order_by("-on", "-typed_at")
    stood = RiskStep.objects.filter(risk=OuterRef("pk"), on__lte=on).order_by("-on", "-typed_at")
    return Risk.objects.filter(readable(viewer), area=viewer.area_id).annotate(
        title=Subquery(worded.values("title")[:1]),
        likelihood=Subquery(scored.values("residual_likelihood")[:1]),
        impact=Subquery(scored.values("residual_impact")[:1]),
        status=Subquery(stood.values("status")[:1]),
    )


def risks_of(viewer: Viewer, assessment: Assessment, *, on: date) -> list[Scored]:
    """The risks in an edition that the viewer may see, as they stood on a day, situational first, highest score first."""
    rows = _risks_on(viewer, on).filter(assessments__assessment=assessment)
    return sorted((_scored(row) for row in rows), key=lambda row: (row.kind != RiskKind.SITUATIONAL, -(row.score or 0), row.title, row.ref))


def _scored(row: Any) -> Scored:
    return Scored(
        ref=row.ref,
        title=row.title or row.ref,
        kind=RiskKind(row.kind),
        likelihood=row.likelihood,
        impact=row.impact,
        is_closed=row.status == RiskStatus.CLOSED,
        marking=Marking(row.marking),
    )


def risk_choices(viewer: Viewer, *, on: date) -> list[tuple[str, str]]:
    """The risks that are open on a day, for a form to offer."""
    rows = open_risks(viewer, on=on).order_by("kind", "on", "ref")
    return [(row.ref, f"{row.ref}: {row.title}") for row in map(_scored, rows)]


def open_risks(viewer: Viewer, *, on: date) -> QuerySet[Risk]:
    """Every risk the viewer may see that was identified and not closed by a day."""
    return _risks_on(viewer, on).filter(Q(status__isnull=True) | Q(status=RiskStatus.OPEN), on__lte=on)


def edition_before(viewer: Viewer, row: AssessmentRow) -> AssessmentRow | None:
    """The edition another is compared with: the one it was drafted from, otherwise the one in force before it."""
    others = [one for one in assessment_rows(viewer, as_at=viewer.today) if one.assessment.pk != row.assessment.pk]
    drafted_from = next((one for one in others if one.assessment.pk == row.assessment.follows_id), None)
    day = row.scored_on(viewer.today)
    earlier = [one for one in others if one.stage in STOOD and one.scored_on(viewer.today) <= day]
    return drafted_from or max(earlier, key=lambda one: one.scored_on(viewer.today), default=None)


def comparison(viewer: Viewer, before: AssessmentRow, after: AssessmentRow) -> tuple[Comparison, Marking]:
    """What changed from one edition to another, as far as the viewer may see both; and how sensitive that is."""
    written: list[list[Written]] = []
    risks: list[list[Scored]] = []
    for row in (before, after):
        written.append(
            [Written(heading=one.heading, words=one.words, marking=Marking(one.marking)) for one in paragraphs(viewer, row.assessment)]
        )
        risks.append(risks_of(viewer, row.assessment, on=row.scored_on(viewer.today)))
    found = compared(paragraphs=(written[0], written[1]), risks=(risks[0], risks[1]))
    return found, highest([*(one.marking for side in written for one in side), *(one.marking for side in risks for one in side)])


def placed(viewer: Viewer, assessment: Assessment) -> list[str]:
    """The references of the risks in an edition that the viewer may see."""
    rows = AssessmentRisk.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, assessment=assessment)
    return list(rows.order_by("risk__ref").values_list("risk__ref", flat=True))


def resting_on(viewer: Viewer, source: Source) -> tuple[list[AssessmentRow], list[Scored]]:
    """The editions and the risks that rest on a source, as far as the viewer may see them, as they are today."""
    on_it = set(AssessmentSource.objects.filter(area=viewer.area_id, source=source).values_list("assessment_id", flat=True))
    editions = [row for row in assessment_rows(viewer, as_at=viewer.today) if row.assessment.pk in on_it]
    resting = RiskSource.objects.filter(area=viewer.area_id, source=source, on__lte=viewer.today)
    risks = _risks_on(viewer, viewer.today).filter(pk__in=resting.values("risk"))
    return editions, sorted(map(_scored, risks), key=lambda row: row.ref)
