"""Pages of written information, looked at in one click, and of updates to staff."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import in_window
from dueregard.training.actions import telling as actions
from dueregard.training.forms import telling as forms
from dueregard.training.queries import telling as queries
from dueregard.training.queries.withdrawn import UPDATE, withdrawn_by
from dueregard.training.rules.programme import Audience, Told
from dueregard.training.views.kept_in import kept_in
from dueregard.training.views.section import asked, show
from dueregard.ui.asking import pressed
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here

A_PAGE = 50
MATERIALS, MATERIAL, UPDATES = "training:material-list", "training:material", "training:update-list"


@requires(Permission.TRAINING_READ)
def material_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.material_rows(request.viewer, on=request.viewer.today)
    there = [row for row in rows if row.ended is None]
    reached = {row.material.audience for row in there if row.is_fresh}
    shown = {
        "rows": there,
        "gone": [row for row in rows if row.ended is not None],
        "fresh": sum(row.is_fresh for row in there),
        "due": sum(row.is_due for row in there),
        "missing": [audience for audience in Audience if audience.value not in reached],
        "audiences": Audience,
    }
    return show(request, "material_list", shown, place=MATERIALS)


@requires(Permission.TRAINING_READ)
def material(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    get_object_or_404(queries.materials(viewer), ref=ref)
    [row] = [each for each in queries.material_rows(viewer, on=viewer.today) if each.material.ref == ref]
    shown = {"row": row, "material": row.material, "back": _back(request), **kept_in(viewer, row.material.document_id)}
    return show(request, "material", shown, place=MATERIALS)


def _back(request: ViewerRequest, ref: str = "") -> tuple[tuple[str, str], ...]:
    first = (("Written information", address_here(request.viewer, MATERIALS)),)
    return (*first, (ref, address_here(request.viewer, MATERIAL, ref))) if ref else first


@requires(Permission.TRAINING_EDIT)
def material_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    initial = {"on": viewer.today, "audience": request.GET.get("for", "")}
    form = forms.MaterialForm(request.POST or None, viewer=viewer, initial=initial)
    return asked(
        request,
        form,
        title="Record written information",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.place_material(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, MATERIAL, made.ref),
        done="It is recorded: say that it is current once you have looked at it",
        back=_back(request),
        place=MATERIALS,
    )


@requires(Permission.TRAINING_EDIT)
def material_check(request: ViewerRequest, ref: str) -> HttpResponse:
    """Found current today, by one button of the list; opened as a page, it asks on which day."""
    viewer = request.viewer
    found = get_object_or_404(queries.materials(viewer), ref=ref)
    if request.method == "POST" and "at_once" in request.POST:
        done = f"{found.title}: found current today"
        pressed(request, lambda: actions.check_material(ref, by=viewer, on=viewer.today, is_current=True), done=done)
        return redirect(address_here(viewer, MATERIALS))
    form = forms.LookedForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that it was found current",
        caption=f"{found.title} ({ref})",
        button="Say so",
        consequence="This is not saved yet",
        do=lambda: actions.check_material(ref, by=viewer, is_current=True, **form.cleaned_data),
        then=lambda _: address_here(viewer, MATERIAL, ref),
        done="It was found current",
        back=_back(request, ref),
        place=MATERIALS,
    )


@requires(Permission.TRAINING_EDIT)
def material_wrong(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.materials(viewer), ref=ref)
    form = forms.NotRightForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say what is not right with it",
        caption=f"{found.title} ({ref})",
        button="Say so",
        consequence="This is not saved yet",
        do=lambda: actions.check_material(ref, by=viewer, is_current=False, **form.cleaned_data),
        then=lambda _: address_here(viewer, MATERIAL, ref),
        done="It is recorded: put it right, then say that it is current",
        back=_back(request, ref),
        place=MATERIALS,
    )


@requires(Permission.TRAINING_EDIT)
def material_take_down(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.materials(viewer), ref=ref)
    form: Form = forms.TakeDownForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that it was taken down",
        caption=f"{found.title} ({ref})",
        button="Say so",
        consequence="It still counts as there",
        do=lambda: actions.take_down(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, MATERIALS),
        done="It was taken down",
        lede="Or replaced: what took its place is recorded as something of its own.",
        back=_back(request, ref),
        place=MATERIALS,
    )


@requires(Permission.TRAINING_READ)
def update_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    rows = queries.staff_updates(viewer)
    days = queries.days_told(viewer)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "whose": withdrawn_by(viewer, UPDATE, page),
        "lately": sum(in_window(day, until=viewer.today) for day in days),
        "last": max(days, default=None),
    }
    return show(request, "update_list", shown, place=UPDATES)


@requires(Permission.TRAINING_EDIT)
def update_new(request: ViewerRequest) -> HttpResponse:
    viewer, about = request.viewer, request.GET.get("about", "")
    initial = {"on": viewer.today, "about": about if about in Told.values else ""}
    form = forms.UpdateForm(request.POST or None, initial=initial)
    return asked(
        request,
        form,
        title="Record an update to staff",
        button="Record the update",
        consequence="The update is not recorded yet",
        do=lambda: actions.send_update(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, UPDATES),
        done="The update is recorded",
        lede="What those with Prevent in their job told others: statistics, incidents, emerging issues, new material.",
        back=(("Updates to staff", address_here(viewer, UPDATES)),),
        place=UPDATES,
    )
