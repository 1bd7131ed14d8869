"""Writing risks to a file, and the matrices they are scored on."""

from typing import Any

from django.db.models import Prefetch

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import readable
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, by_number, marked, record, ref, said, seen
from dueregard.risk.models import (
    Control,
    CorporateReference,
    Matrix,
    Risk,
    RiskOwner,
    RiskReview,
    RiskSource,
    RiskStep,
    RiskWording,
)

TEXTS = ("title", "cause", "event", "effect", "influence", "narratives", "methods", "targets", "environment", "setting", "driver")
SCORES = ("inherent", "residual", "target")


def matrices(viewer: Viewer) -> list[Written]:
    """The matrices the area has set, oldest first."""
    return [
        said(
            row,
            size=row.size,
            likelihood=row.likelihood,
            impact=row.impact,
            bands=[{"band": band["words"], "from": band["from"]} for band in row.bands],
            tolerance=row.tolerance,
            because=row.because,
        )
        for row in Matrix.objects.filter(area=viewer.area_id).order_by(*IN_ORDER)
    ]


def risks(viewer: Viewer) -> list[Written]:
    """The risks the viewer may see, open and closed, each with its history."""
    found = Risk.objects.filter(readable(viewer), area=viewer.area_id).select_related("district", "continues")
    found = found.prefetch_related(
        Prefetch("wordings", RiskWording.objects.order_by(*IN_ORDER, *TEXTS)),
        Prefetch("owners", RiskOwner.objects.select_related("body", "person").order_by(*IN_ORDER, "body__ref", "person__ref")),
        Prefetch("corporate_references", CorporateReference.objects.order_by(*IN_ORDER, "reference")),
        Prefetch("controls", Control.objects.select_related("ending").order_by(*IN_ORDER, "words")),
        Prefetch(
            "sources",
            RiskSource.objects.filter(readable(viewer, "source__marking")).select_related("source").order_by(*IN_ORDER, "source__ref"),
        ),
        Prefetch("reviews", RiskReview.objects.select_related("done_by").order_by(*IN_ORDER, "because")),
        Prefetch("steps", RiskStep.objects.order_by(*IN_ORDER, "status", "because")),
    )
    return [_risk(row, viewer) for row in sorted(found, key=by_number)]


def _risk(row: Risk, viewer: Viewer) -> Written:
    return record(
        row,
        kind=row.kind,
        concerns=row.concerns,
        district=ref(row.district),
        continues=seen(row.continues, by=viewer),
        marking=marked(row.marking),
        wordings=[said(one, **{text: getattr(one, text) for text in TEXTS}) for one in row.wordings.all()],
        owners=[said(one, body=one.body.ref, person=ref(one.person)) for one in row.owners.all()],
        references=[said(one, reference=one.reference) for one in row.corporate_references.all()],
        controls=[_control(one) for one in row.controls.all()],
        sources=[said(one, source=one.source.ref) for one in row.sources.all()],
        reviews=[_review(one) for one in row.reviews.all()],
        steps=[said(one, status=one.status, because=one.because) for one in row.steps.all()],
    )


def _control(row: Control) -> Written:
    ending = getattr(row, "ending", None)
    return said(row, words=row.words, ended=said(ending, because=ending.because) if ending else None)


def _review(row: RiskReview) -> Written:
    scores = {name: _score(row, name) for name in SCORES}
    return said(row, **scores, because=row.because, next_due=row.next_due, done_by=ref(row.done_by))


def _score(row: Any, name: str) -> Written | None:
    likelihood, impact = getattr(row, f"{name}_likelihood"), getattr(row, f"{name}_impact")
    return None if likelihood is None or impact is None else {"likelihood": likelihood, "impact": impact}
