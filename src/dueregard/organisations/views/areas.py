"""The area's own page, and what is said of it as a whole."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations import actions, queries
from dueregard.organisations.forms import LastDayForm, ServingForm, StandingForm, SuccessionForm
from dueregard.organisations.rules import SERVERS, Standing
from dueregard.organisations.views.asking import asked
from dueregard.privacy.marking import Marking


@requires(Permission.AREA_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, today = request.viewer, request.viewer.today
    said = list(queries.standings(viewer))
    posts = [row for row in queries.post_rows(viewer, on=today) if row.given_up is None]
    bodies = [row for row in queries.body_rows(viewer, on=today) if row.closed is None]
    area = queries.area(viewer)
    shown = {
        "area": area,
        "said": said,
        "now": {each.standing: each.words for each in reversed(said) if each.on <= today},
        "bodies": bodies,
        "posts": posts,
        "serves": queries.serves(viewer),
        "servers": queries.servers(viewer),
        "predecessors": queries.all_predecessors(viewer),
        "successors": queries.successors(viewer),
        "may_serve": area.kind in SERVERS,
        "may_edit": viewer.may(Permission.AREA_EDIT),
        "marking": Marking.SENSITIVE if any(each.standing == Standing.TIER for each in said) else Marking.OFFICIAL,
    }
    return render(request, "organisations/overview.html", shown)


def _to_overview(request: ViewerRequest) -> str:
    return reverse("organisations:overview", kwargs={"area": request.viewer.area})


@requires(Permission.AREA_EDIT)
def standing_record(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = StandingForm(request.POST or None, viewer=viewer)

    def do() -> Any:
        standing, value = form.cleaned_data["says"].split(":")
        return actions.say_standing(standing, by=viewer, value=value, on=form.cleaned_data["on"], because=form.cleaned_data["because"])

    return asked(
        request,
        form,
        title="Record what is decided or known of the area",
        button="Record it",
        do=do,
        then=lambda _: _to_overview(request),
        lede="The tier sets how often the group is expected to meet. It is Official-Sensitive, and seen only by those cleared for it."
        if viewer.reads_sensitive
        else "The tier is Official-Sensitive: it is recorded by somebody cleared for it.",
        marking=Marking.SENSITIVE if viewer.reads_sensitive else Marking.OFFICIAL,
    )


@requires(Permission.AREA_EDIT)
def serving_record(request: ViewerRequest) -> HttpResponse:
    form = ServingForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Record an area that is served from here",
        button="Record it",
        do=lambda: actions.serve(by=request.viewer, **form.cleaned_data),
        then=lambda _: _to_overview(request),
        lede="What is held here will count in the findings of that area.",
    )


@requires(Permission.AREA_EDIT)
def serving_end(request: ViewerRequest, slug: str) -> HttpResponse:
    served = next((other for other in queries.serves(request.viewer) if other.slug == slug and other.until is None), None)
    if served is None:
        raise Http404
    form = LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title=f"Record that {served.name} is no longer served",
        button="Record it",
        do=lambda: actions.stop_serving(slug, by=request.viewer, **form.cleaned_data),
        then=lambda _: _to_overview(request),
    )


@requires(Permission.AREA_EDIT)
def succession_record(request: ViewerRequest) -> HttpResponse:
    form = SuccessionForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Record an area that this one takes over from",
        button="Record it",
        do=lambda: actions.succeed(by=request.viewer, **form.cleaned_data),
        then=lambda _: _to_overview(request),
        lede="Its history stays readable, and counts here.",
    )
