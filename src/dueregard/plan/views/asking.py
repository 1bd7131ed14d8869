"""How the pages of section 3 are shown, and the one way they ask for something: a form, one deed, and back to the record."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from dueregard.access.requires import ViewerRequest
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.plan.forms.offering import look_again
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import Form
from dueregard.ui.places import address_of_page

PLACES = (
    ("Overview", "plan:overview"),
    ("The plan", "plan:plan-list"),
    ("Actions", "plan:action-list"),
    ("Evaluations", "plan:evaluation-list"),
    ("Projects", "plan:project-list"),
    ("Year planner", "home:year"),
)


def address(viewer: Viewer, page: str, ref: str | None = None) -> str:
    """The address of a page of the viewer's area; empty where there is no such page."""
    return address_of_page(page, ref, area=viewer.area)


def section_places(viewer: Viewer) -> list[tuple[str, str, str]]:
    """The section's own row of places: words, page and address; only those there are and this viewer can open."""
    found = [(words, page, address(viewer, page)) for words, page in PLACES]
    if viewer.may(Permission.ASSURANCE_READ):
        found.append(("Assurance", "assurance:section", _assurance(viewer)))
    return [place for place in found if place[2]]


def _assurance(viewer: Viewer) -> str:
    try:
        return reverse("assurance:section", kwargs={"area": viewer.area, "framework": "toolkit-2024", "section": "3"})
    except NoReverseMatch:
        return ""


def show(request: ViewerRequest, template: str, shown: dict[str, Any], *, place: str = "") -> HttpResponse:
    """A page of the section, with its row of places; `place` is the one it stands below."""
    viewer = request.viewer
    frame = {"section_places": section_places(viewer), "place": place, "may_edit": viewer.may(Permission.PLAN_EDIT), "back": ()}
    return render(request, f"plan/{template}.html", frame | shown)


def asked(
    request: ViewerRequest,
    form: Form,
    *,
    title: str,
    button: str,
    consequence: str,
    do: Callable[[], object],
    then: Callable[[Any], str],
    done: str,
    lede: str = "",
    caption: str = "",
    back: tuple[tuple[str, str], ...] = (),
    place: str = "",
    marking: Marking = Marking.OFFICIAL,
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    """Do the deed if what was typed holds, and go where `then` says; otherwise show the form, with the reason and what was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            made = do()
        except Refused as refusal:
            form.add_error(None, str(refusal))
            look_again(form)
        else:
            messages.success(request, done)
            return redirect(then(made))
    words = {"title": title, "button": button, "consequence": consequence, "lede": lede, "caption": caption}
    return show(request, "asked", words | {"form": form, "back": back, "marking": marking, "links": ()} | (extra or {}), place=place)


def get_or_404(rows: Any, ref: str) -> Any:
    """The row with this reference, among those the viewer can see; otherwise there is no such page."""
    found = rows.filter(ref=ref).first()
    if found is None:
        raise Http404
    return found
