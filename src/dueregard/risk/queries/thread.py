"""What the golden thread reads of section 2: which risk rests on which source, and how each risk has been scored."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import readable
from dueregard.risk.models import Assessment, AssessmentRisk, Risk, RiskReview, RiskSource, RiskStep, RiskWording, Source
from dueregard.risk.rules.matrix import DEFAULT

Some = Collection[UUID] | None  # these rows, or every one
IN_ORDER = ("on", "typed_at", "id")
TOLERANCE = DEFAULT.tolerance  # of the five by five


def risks_there(viewer: Viewer, *, on: date) -> QuerySet[Risk]:
    """The risks the viewer may see that had been identified by a day."""
    return Risk.objects.filter(readable(viewer), area=viewer.area_id, on__lte=on)


def sources_there(viewer: Viewer, *, on: date) -> QuerySet[Source]:
    """The sources the viewer may see that were known by a day and not withdrawn."""
    rows = Source.objects.filter(readable(viewer), area=viewer.area_id, on__lte=on)
    return rows.filter(Q(withdrawal__isnull=True) | Q(withdrawal__on__gt=on))


def resting(viewer: Viewer, *, on: date, risks: Some = None, sources: Some = None) -> list[Any]:
    """Which risk rests on which source, where the viewer may see both: these risks, those on these sources, or all."""
    rows = RiskSource.objects.filter(readable(viewer, "risk__marking"), readable(viewer, "source__marking"), area=viewer.area_id)
    rows = rows.filter(
        Q(source__withdrawal__isnull=True) | Q(source__withdrawal__on__gt=on), on__lte=on, source__on__lte=on, risk__on__lte=on
    )
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    rows = rows.filter(source__in=sources) if sources is not None else rows
    return list(rows.values_list("risk_id", "risk__ref", "source_id", "source__ref", named=True))


def risk_rows(viewer: Viewer, *, on: date, risks: Some = None) -> list[Any]:
    """These risks, or all, as plain rows."""
    rows = risks_there(viewer, on=on)
    rows = rows.filter(pk__in=risks) if risks is not None else rows
    return list(rows.order_by("ref").values_list("pk", "ref", "kind", "marking", named=True))


def worded(viewer: Viewer, *, on: date, risks: Some = None) -> dict[UUID, str]:
    """What each risk is called on a day."""
    rows = RiskWording.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, on__lte=on)
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    return dict(rows.order_by(*IN_ORDER).values_list("risk_id", "title"))


def stood(viewer: Viewer, *, on: date, risks: Some = None) -> dict[UUID, str]:
    """Whether each risk that was ever closed is closed or open on a day."""
    rows = RiskStep.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, on__lte=on)
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    return dict(rows.order_by(*IN_ORDER).values_list("risk_id", "status"))


def scored(viewer: Viewer, *, on: date, risks: Some = None) -> dict[UUID, list[Any]]:
    """The residual scores each risk was given by a day, oldest first, each with what its matrix tolerates."""
    rows = RiskReview.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, on__lte=on)
    rows = rows.filter(residual_likelihood__isnull=False, residual_impact__isnull=False)
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    rows = rows.annotate(tolerance=Coalesce(F("matrix__tolerance"), TOLERANCE))
    fields = ("risk_id", "on", "residual_likelihood", "residual_impact", "tolerance", "matrix_id")
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows.order_by(*IN_ORDER).values_list(*fields, named=True):
        found[row.risk_id].append(row)
    return found


def source_rows(viewer: Viewer, *, on: date, sources: Collection[UUID]) -> list[Any]:
    """These sources, oldest first, as plain rows."""
    rows = sources_there(viewer, on=on).filter(pk__in=sources).order_by("on", "ref")
    return list(rows.values_list("pk", "ref", "kind", "title", "on", "marking", "body__name", "profile__edition", named=True))


def risk_behind(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The risk a thread is opened at; None where the viewer sees no such risk."""
    return set(risks_there(viewer, on=on).filter(ref=ref).values_list("pk", flat=True)) or None


def source_behind(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The source a thread is opened at; None where the viewer sees no such source."""
    return set(sources_there(viewer, on=on).filter(ref=ref).values_list("pk", flat=True)) or None


def risks_behind_assessment(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The risks that stand in an edition; None where there is no such edition."""
    if not Assessment.objects.filter(area=viewer.area_id, on__lte=on, ref=ref).exists():
        return None
    rows = AssessmentRisk.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, assessment__ref=ref, on__lte=on)
    return set(rows.values_list("risk_id", flat=True))
