"""Writing editions of the assessment to a file."""

from typing import Any

from django.db.models import Prefetch

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import readable
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, by_number, marked, record, ref, said
from dueregard.risk.models import (
    Assessment,
    AssessmentBriefing,
    AssessmentRisk,
    AssessmentSource,
    AssessmentUpdate,
    BriefedBody,
    Paragraph,
)
from dueregard.risk.queries.assessments import state_of
from dueregard.risk.rules.assessments import Edition, Stage


def assessments(viewer: Viewer) -> list[Written]:
    """The editions, each with what the viewer may read of it."""
    told = BriefedBody.objects.select_related("body", "person").order_by("body__ref", "person__ref")
    briefings = AssessmentBriefing.objects.select_related("given_by").prefetch_related(Prefetch("bodies", told))
    resting = AssessmentSource.objects.filter(readable(viewer, "source__marking")).select_related("source")
    placed = AssessmentRisk.objects.filter(readable(viewer, "risk__marking")).select_related("risk")
    written = Paragraph.objects.filter(readable(viewer))
    found = Assessment.objects.filter(area=viewer.area_id).select_related("follows")
    found = found.prefetch_related(
        Prefetch("paragraphs", written.order_by("position", *IN_ORDER, "words")),
        Prefetch("sources", resting.order_by(*IN_ORDER, "source__ref")),
        Prefetch("risks", placed.order_by(*IN_ORDER, "risk__ref")),
        Prefetch("updates", AssessmentUpdate.objects.select_related("done_by")),
        Prefetch("briefings", briefings),
    )
    return [_assessment(row, viewer) for row in sorted(found, key=by_number)]


def _assessment(row: Assessment, viewer: Viewer) -> Written:
    drafted, *steps = state_of(row).steps
    return record(
        row,
        title=row.title,
        follows=ref(row.follows),
        done_by=ref(drafted.done_by),
        paragraphs=[said(one, heading=one.heading, words=one.words, marking=marked(one.marking)) for one in row.paragraphs.all()],
        sources=[said(one, source=one.source.ref) for one in row.sources.all()],
        risks=[said(one, risk=one.risk.ref) for one in row.risks.all()],
        steps=[_step(one) for one in steps if one.stage != Stage.SUPERSEDED],
        updates=[_update(one) for one in sorted(row.updates.all(), key=by_number)],
        briefings=[_briefing(one, viewer) for one in sorted(row.briefings.all(), key=by_number)],
    )


def _step(row: Any) -> Written:
    return said(row, stage=row.stage, done_by=ref(row.done_by), minute=row.minute, because=row.because)


def _update(row: AssessmentUpdate) -> Written:
    return record(row, changed=row.is_changed, words=row.words, done_by=ref(row.done_by))


def _briefing(row: Any, viewer: Viewer) -> Written:
    """A briefing; that it was on the whole, and how that was allowed, is not for everybody."""
    is_whole = row.edition == Edition.WHOLE
    is_told = not is_whole or viewer.reads_sensitive
    return record(
        row,
        edition=row.edition if is_whole and is_told else None,
        told=[_told(one) for one in row.bodies.all()],
        audience=row.audience,
        given_by=ref(row.given_by),
        because=row.because if is_told else None,
    )


def _told(row: BriefedBody) -> Written:
    return {"body": row.body.ref} | ({"person": row.person.ref} if row.person else {})
