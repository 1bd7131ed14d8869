"""Pages of people."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations import actions, queries
from dueregard.organisations.forms import CorrectPersonForm, MovePersonForm, PersonForm
from dueregard.organisations.views.asking import asked


def address(request: ViewerRequest, ref: str) -> str:
    return reverse("organisations:person", kwargs={"area": request.viewer.area, "ref": ref})


@requires(Permission.AREA_READ)
def person_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    held: dict[object, list[str]] = {}
    for holding in queries.holdings_on(viewer, on=viewer.today):
        held.setdefault(holding.person_id, []).append(holding.post.title)
    rows = queries.people_at(viewer, on=viewer.today)
    return render(request, "organisations/person_list.html", {"rows": rows, "held": held, "may_edit": viewer.may(Permission.AREA_EDIT)})


@requires(Permission.AREA_READ)
def person(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.people(viewer), ref=ref)
    moves = list(queries.person_moves(viewer).filter(person=found))
    shown = {
        "person": found,
        "belongs": next((move.body for move in reversed(moves) if move.on <= viewer.today), found.body),
        "moves": moves,
        "holdings": list(queries.holdings(viewer).filter(person=found)),
        "may_edit": viewer.may(Permission.AREA_EDIT),
    }
    return render(request, "organisations/person.html", shown)


@requires(Permission.AREA_EDIT)
def person_new(request: ViewerRequest) -> HttpResponse:
    form = PersonForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Add a person",
        button="Add the person",
        do=lambda: actions.add_person(by=request.viewer, on=request.viewer.today, **form.cleaned_data),
        then=lambda made: address(request, made.ref),
        lede="Somebody who holds a post, attends or owns something. This gives them no account.",
    )


@requires(Permission.AREA_EDIT)
def person_correct(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.people(request.viewer), ref=ref)
    form = CorrectPersonForm(request.POST or None, version=found.version, initial={"name": found.name, "email": found.email})
    return asked(
        request,
        form,
        title="Correct name or e-mail address",
        button="Save",
        do=lambda: actions.correct_person(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: address(request, ref),
        lede="Where another person took over, do not change the name: say who left the post, and who holds it now.",
        back=((found.name, address(request, ref)),),
    )


@requires(Permission.AREA_EDIT)
def person_move(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.people(request.viewer), ref=ref)
    form = MovePersonForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title=f"Record the body {found.name} belongs to",
        button="Record it",
        do=lambda: actions.move_person(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: address(request, ref),
        back=((found.name, address(request, ref)),),
    )
