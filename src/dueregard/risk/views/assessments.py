"""Pages of the assessment to read: its editions, one of them whole or as everybody may read it, what changed, and its files."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import highest
from dueregard.risk import queries
from dueregard.risk.exchange.papers import assessment_file, file_name
from dueregard.risk.queries.assessed import comparison, edition_before, risks_of
from dueregard.risk.rules.assessments import OPEN, Stage
from dueregard.risk.views.section import show
from dueregard.ui.download import download
from dueregard.ui.places import address_here

LIST, PAGE = "risk:assessment-list", "risk:assessment"


def row_of(request: ViewerRequest, ref: str) -> queries.AssessmentRow:
    """The edition a page is about, as it is today; otherwise there is no such page."""
    rows = queries.assessment_rows(request.viewer, as_at=request.viewer.today)
    found = next((row for row in rows if row.assessment.ref == ref), None)
    if found is None:
        raise Http404
    return found


def back_to(request: ViewerRequest, row: queries.AssessmentRow | None = None) -> tuple[tuple[str, str], ...]:
    """The way back to the editions, and to one of them."""
    viewer = request.viewer
    list_of = (("Assessments", address_here(viewer, LIST)),)
    return (*list_of, (row.assessment.title, address_here(viewer, PAGE, row.assessment.ref))) if row else list_of


@requires(Permission.RISK_READ)
def assessment_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    rows = queries.assessment_rows(viewer, as_at=viewer.today)
    shown = {
        "rows": rows,
        "in_force": next((row for row in rows if row.stage is Stage.APPROVED), None),
        "worked_on": next((row for row in rows if row.stage in OPEN), None),
        "updates": list(queries.updates(viewer)),
        "Stage": Stage,
    }
    return show(request, "assessment_list", shown, place=LIST)


def _read(request: ViewerRequest, row: queries.AssessmentRow, *, reader: Viewer) -> dict[str, Any]:
    """An edition as a reader may read it."""
    paragraphs = list(queries.paragraphs(reader, row.assessment))
    scored_on = row.scored_on(reader.today)
    risks = risks_of(reader, row.assessment, on=scored_on)
    sources = list(queries.sources_of(reader, row.assessment))
    before = edition_before(reader, row)
    return {
        "row": row,
        "assessment": row.assessment,
        "paragraphs": paragraphs,
        "risks": risks,
        "scored_on": scored_on,
        "sources": sources,
        "before": before,
        "updates": list(queries.updates(reader, assessment=row.assessment)),
        "briefings": queries.briefing_rows(reader, assessment=row.assessment),
        "is_in_force": row.stage is Stage.APPROVED,
        "marking": highest([*(one.marking for one in paragraphs), *(one.marking for one in risks), *(one.marking for one in sources)]),
        "reads_whole": reader.reads_sensitive,
        "back": back_to(request),
    }


@requires(Permission.RISK_READ)
def assessment(request: ViewerRequest, ref: str) -> HttpResponse:
    row = row_of(request, ref)
    return show(request, "assessment", _read(request, row, reader=request.viewer) | {"is_official": False}, place=LIST)


@requires(Permission.RISK_READ)
def assessment_official(request: ViewerRequest, ref: str) -> HttpResponse:
    """The edition as everybody may read it: made for whoever has no clearance, whoever asks."""
    row = row_of(request, ref)
    shown = _read(request, row, reader=replace(request.viewer, is_cleared=False)) | {"is_official": True, "back": back_to(request, row)}
    return show(request, "assessment", shown, place=LIST)


@requires(Permission.RISK_READ)
def assessment_changes(request: ViewerRequest, ref: str) -> HttpResponse:
    """What changed since the edition before."""
    viewer, row = request.viewer, row_of(request, ref)
    before = edition_before(viewer, row)
    if before is None:
        raise Http404
    found, marking = comparison(viewer, before, row)
    shown = {"row": row, "assessment": row.assessment, "before": before, "found": found, "marking": marking, "back": back_to(request, row)}
    return show(request, "assessment_changes", shown, place=LIST)


def _handed_over(request: ViewerRequest, ref: str, ending: str) -> HttpResponse:
    viewer, row = request.viewer, row_of(request, ref)
    is_official = not viewer.reads_sensitive or request.GET.get("edition") == "official"
    content = assessment_file(viewer, row, ending=ending, is_official=is_official)
    return download(content, name=file_name(viewer.area, ref, ending=ending, is_official=is_official))


@requires(Permission.RISK_READ)
def assessment_docx(request: ViewerRequest, ref: str) -> HttpResponse:
    return _handed_over(request, ref, "docx")


@requires(Permission.RISK_READ)
def assessment_pdf(request: ViewerRequest, ref: str) -> HttpResponse:
    return _handed_over(request, ref, "pdf")
