"""Pages that hand over the plan, or one district's part of it, as Word or PDF."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations.queries import districts
from dueregard.plan import queries
from dueregard.plan.exchange.district_paper import district_file
from dueregard.plan.exchange.plan_paper import plan_file
from dueregard.ui.download import download


def _handed_over(request: ViewerRequest, ref: str, ending: str) -> HttpResponse:
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    is_official = request.GET.get("edition") == "official" and plan.marking == "official"
    content = plan_file(viewer, plan.ref, ending=ending, is_official=is_official)
    name = f"{viewer.area}-{plan.ref}-plan{'-official' if is_official else ''}.{ending}"
    return download(content, name=name)


@requires(Permission.PLAN_READ)
def plan_docx(request: ViewerRequest, ref: str) -> HttpResponse:
    return _handed_over(request, ref, "docx")


@requires(Permission.PLAN_READ)
def plan_pdf(request: ViewerRequest, ref: str) -> HttpResponse:
    return _handed_over(request, ref, "pdf")


def _part_handed_over(request: ViewerRequest, ref: str, district: str, ending: str) -> HttpResponse:
    viewer = request.viewer
    plan, body = get_object_or_404(queries.plans(viewer), ref=ref), get_object_or_404(districts(viewer), ref=district)
    return download(district_file(viewer, plan, body, ending=ending), name=f"{viewer.area}-{plan.ref}-{body.ref}.{ending}")


@requires(Permission.PLAN_READ)
def district_docx(request: ViewerRequest, ref: str, district: str) -> HttpResponse:
    return _part_handed_over(request, ref, district, "docx")


@requires(Permission.PLAN_READ)
def district_pdf(request: ViewerRequest, ref: str, district: str) -> HttpResponse:
    return _part_handed_over(request, ref, district, "pdf")
