"""What these pages share: the round an address names, its marking, and the one way of asking for something."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dueregard.access.requires import ViewerRequest
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.assurance.rules.contents import LineContents, RoundContents, SectionContents
from dueregard.privacy.marking import Marking, highest
from dueregard.ui import asking
from dueregard.ui.fields import Form
from dueregard.ui.places import address_for


def round_of(request: ViewerRequest, ref: str) -> Any:
    """The round a page is about, if the viewer may read it; otherwise there is no such page."""
    return get_object_or_404(queries.rounds(request.viewer), ref=ref)


def section_in(contents: RoundContents, section: str) -> SectionContents:
    """The section a page is about, or no such page."""
    found = contents.section(section)
    if found is None:
        raise Http404
    return found


def line_in(contents: RoundContents, line: str) -> LineContents:
    """The line a page is about, or no such page."""
    found = contents.line(line)
    if found is None:
        raise Http404
    return found


def section_holding(contents: RoundContents, line: str) -> SectionContents:
    """The section a line stands in."""
    return next(section for section in contents.sections if any(each.id == line for each in section.lines))


def marked(contents: RoundContents) -> Marking:
    """The marking of a round's page: its own, or that of the most sensitive evidence this viewer can see."""
    evidence = [item.marking for section in contents.sections for line in section.lines for item in line.evidence]
    return highest([contents.marking, *evidence])


def closes(viewer: Viewer) -> Callable[[Any], str]:
    """The address of the page that closes a gap, where this viewer may open it."""
    return lambda gap: address_for(viewer, gap.page, gap.ref)


def to_round(request: ViewerRequest, ref: str) -> str:
    """The address of a round."""
    return reverse("assurance:round", kwargs={"area": request.viewer.area, "ref": ref})


def to_line(request: ViewerRequest, ref: str, line: str) -> str:
    """The address of a line's own page in a round."""
    return reverse("assurance:line", kwargs={"area": request.viewer.area, "ref": ref, "line": line})


def asked(
    request: ViewerRequest,
    form: Form,
    *,
    title: str,
    button: str,
    do: Callable[[], Any],
    then: Callable[[Any], str],
    contents: RoundContents,
    lede: str = "",
    done: str = "",
    has_file: bool = False,
) -> HttpResponse:
    """Do the deed if what was typed holds, and go where `then` says; otherwise show the form, with the reason and what was typed."""
    shown = {"form": form, "title": title, "button": button, "lede": lede, "contents": contents, "has_file": has_file}
    return asking.asked(
        request,
        form,
        do=do,
        then=then,
        done=done or f"{title}: done",
        page=lambda: render(request, "assurance/asked.html", shown | {"marking": marked(contents)}),
    )
