"""Pages of bodies and their teams."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations import actions, queries
from dueregard.organisations.forms import BodyForm, LastDayForm, TeamForm
from dueregard.organisations.views.asking import asked


def address(request: ViewerRequest, ref: str) -> str:
    return reverse("organisations:body", kwargs={"area": request.viewer.area, "ref": ref})


@requires(Permission.AREA_READ)
def body_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.body_rows(request.viewer, on=request.viewer.today)
    shown = {
        "rows": rows,
        "there": [row for row in rows if row.closed is None or row.closed >= request.viewer.today],
        "may_edit": request.viewer.may(Permission.AREA_EDIT),
    }
    return render(request, "organisations/body_list.html", shown)


@requires(Permission.AREA_READ)
def body(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.bodies(viewer).select_related("ending"), ref=ref)
    shown = {
        "body": found,
        "closed": found.ending.on if hasattr(found, "ending") else None,
        "teams": list(queries.teams(viewer).filter(body=found)),
        "posts": queries.post_rows(viewer, on=viewer.today, body=found.pk),
        "people": [row for row in queries.people_at(viewer, on=viewer.today) if row.body == found],
        "may_edit": viewer.may(Permission.AREA_EDIT),
    }
    return render(request, "organisations/body.html", shown)


@requires(Permission.AREA_EDIT)
def body_new(request: ViewerRequest) -> HttpResponse:
    form = BodyForm(request.POST or None)
    return asked(
        request,
        form,
        title="Add a body",
        button="Add the body",
        do=lambda: actions.add_body(by=request.viewer, **form.cleaned_data),
        then=lambda made: address(request, made.ref),
    )


@requires(Permission.AREA_EDIT)
def body_close(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.bodies(request.viewer), ref=ref)
    form = LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title=f"Record that {found.name} closed or left the area",
        button="Record it",
        do=lambda: actions.close_body(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: address(request, ref),
        lede="What it did while it was here stays.",
        back=((found.name, address(request, ref)),),
    )


@requires(Permission.AREA_EDIT)
def team_new(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.bodies(request.viewer), ref=ref)
    form = TeamForm(request.POST or None)
    return asked(
        request,
        form,
        title=f"Add a team of {found.name}",
        button="Add the team",
        do=lambda: actions.add_team(by=request.viewer, body=ref, **form.cleaned_data),
        then=lambda _: address(request, ref),
        back=((found.name, address(request, ref)),),
    )
