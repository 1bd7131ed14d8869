"""Writing programmes, those who deliver Prevent, settings, written information and updates to a file."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.plan.exchange.writing.pieces import number
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, record, ref, said, seen
from dueregard.training.exchange.writing.pieces import WITHDRAWN_LAST, by_ref, last_day, withdrawn
from dueregard.training.models import (
    AccreditedTrainer,
    AuditReturn,
    Development,
    Induction,
    Material,
    Programme,
    Setting,
    StaffUpdate,
)


def programmes(viewer: Viewer) -> list[Written]:
    """The programmes, each with its reviews."""
    rows = Programme.objects.filter(area=viewer.area_id).select_related("document", "ending")
    return [
        record(
            row,
            kind=row.kind,
            title=row.title,
            words=row.words,
            document=seen(row.document, by=viewer),
            review_due=row.review_due,
            reviews=[said(one, words=one.words, review_due=one.review_due) for one in row.reviews.order_by(*IN_ORDER, "words")],
            ended=last_day(row),
        )
        for row in by_ref(rows)
    ]


def inductions(viewer: Viewer) -> list[Written]:
    """Who began to deliver Prevent, with the steps of their induction."""
    rows = Induction.objects.filter(area=viewer.area_id).select_related("person", "post")
    return [
        record(
            row,
            person=row.person.ref,
            post=ref(row.post),
            steps=[
                said(one, kind=one.kind, words=one.words, withdrawn=withdrawn(one))
                for one in row.steps.select_related("withdrawal").order_by(*IN_ORDER, "kind", "words", WITHDRAWN_LAST)
            ],
        )
        for row in by_ref(rows)
    ]


def development(viewer: Viewer) -> list[Written]:
    """What those who deliver Prevent did for their development."""
    rows = Development.objects.filter(area=viewer.area_id).select_related("person", "withdrawal")
    return [record(row, person=row.person.ref, what=row.what, hours=number(row.hours), withdrawn=withdrawn(row)) for row in by_ref(rows)]


def settings(viewer: Viewer) -> list[Written]:
    """Schools and other settings, with what reached them and their returns."""
    rows = Setting.objects.filter(area=viewer.area_id).select_related("ending")
    audits = AuditReturn.objects.filter(area=viewer.area_id).select_related("withdrawal")
    return [
        record(
            row,
            name=row.name,
            kind=row.kind,
            urn=row.urn,
            reached=[
                said(one, staff=one.staff, lead_trained=one.is_lead_trained, words=one.words, withdrawn=withdrawn(one))
                for one in row.reached.select_related("withdrawal").order_by(*IN_ORDER, "staff", "is_lead_trained", "words", WITHDRAWN_LAST)
            ],
            audits=[_audit(one) for one in by_ref(audits.filter(setting=row))],
            closed=last_day(row),
        )
        for row in by_ref(rows)
    ]


def _audit(row: Any) -> Written:
    progress = row.progress.order_by(*IN_ORDER, "is_complete", "words")
    since = [said(one, words=one.words, complete=one.is_complete) for one in progress]
    end = getattr(row, "withdrawal", None)
    withdrawn = said(end, because=end.because) if end else None
    return record(row, year=row.year, words=row.words, complete=row.is_complete, progress=since, withdrawn=withdrawn)


def trainers(viewer: Viewer) -> list[Written]:
    """How many people of which setting or body are accredited."""
    rows = AccreditedTrainer.objects.filter(area=viewer.area_id).select_related("setting", "body")
    return [
        record(
            row,
            setting=ref(row.setting),
            body=ref(row.body),
            how_many=row.how_many,
            accredited_by=row.accredited_by,
            until=row.until,
        )
        for row in by_ref(rows)
    ]


def materials(viewer: Viewer) -> list[Written]:
    """Written information, with the looks at it."""
    rows = Material.objects.filter(area=viewer.area_id).select_related("document", "ending")
    return [
        record(
            row,
            title=row.title,
            audience=row.audience,
            place=row.place,
            document=seen(row.document, by=viewer),
            says_how_to_refer=row.says_how_to_refer,
            checks=[said(one, current=one.is_current, words=one.words) for one in row.checks.order_by(*IN_ORDER, "is_current", "words")],
            taken_down=last_day(row),
        )
        for row in by_ref(rows)
    ]


def updates(viewer: Viewer) -> list[Written]:
    """What staff were told."""
    rows = StaffUpdate.objects.filter(area=viewer.area_id).select_related("withdrawal")
    return [record(row, about=row.about, title=row.title, words=row.words, to=row.to, withdrawn=withdrawn(row)) for row in by_ref(rows)]
