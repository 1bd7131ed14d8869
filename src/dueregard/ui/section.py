"""A section of the toolkit as its pages show it: its row of places, its pages, and the page on which it asks for something."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import Marking
from dueregard.ui import asking
from dueregard.ui.fields import Form
from dueregard.ui.places import address_for, reversed_once


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section: the app that holds it, the toolkit's number and title, its places, and what its pages ask about the viewer."""

    app: str
    number: int
    title: str
    places: tuple[tuple[str, str], ...]  # the words and the page of each
    may: Mapping[str, Permission]  # may_edit: what it takes to change something here

    def places_for(self, viewer: Viewer) -> list[tuple[str, str, str]]:
        """Its own row of places: words, page and address; only those this viewer can open."""
        found = [(words, page, address_for(viewer, page)) for words, page in self.places]
        if viewer.may(Permission.ASSURANCE_READ):
            findings = reversed_once("assurance:section", area=viewer.area, framework="toolkit-2024", section=str(self.number))
            found.append(("Assurance", "assurance:section", findings))
        return [place for place in found if place[2]]

    def show(self, request: ViewerRequest, template: str, shown: dict[str, Any], *, place: str = "") -> HttpResponse:
        """A page of the section, with its row of places; `place` is the one it stands below."""
        viewer = request.viewer
        frame = {"section": self, "section_places": self.places_for(viewer), "place": place, "back": ()}
        may = {name: viewer.may(permission) for name, permission in self.may.items()}
        return render(request, f"{self.app}/{template}.html", frame | may | shown)

    def asked(
        self,
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
        extra: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        """Do the deed if what was typed holds, and go where `then` says; otherwise show the form, with the reason and what was typed."""
        words = {"title": title, "button": button, "consequence": consequence, "lede": lede, "caption": caption}
        shown = {**words, "form": form, "back": back, "marking": marking, **(extra or {})}
        return asking.asked(request, form, do=do, then=then, done=done, page=lambda: self.show(request, "asked", shown, place=place))
