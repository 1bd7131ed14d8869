"""The chair's brief before a meeting, as a page and as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.home.exchange import brief_file
from dueregard.home.queries.brief import MOST
from dueregard.home.queries.brief import brief as gather
from dueregard.partnership.actions import take_list_away
from dueregard.partnership.queries import meetings, state_of
from dueregard.ui.download import download
from dueregard.ui.papers import PRINTERS


@requires(Permission.PARTNERSHIP_READ)
def brief(request: ViewerRequest, ref: str) -> HttpResponse:
    """What the chair needs before this meeting; with ?take=docx or ?take=pdf, two pages to take along."""
    viewer = request.viewer
    meeting = meetings(viewer).filter(ref=ref).first()
    if meeting is None:
        raise Http404
    found = gather(viewer, state_of(meeting))
    ending = request.GET.get("take", "")
    if ending in PRINTERS:
        content = brief_file(viewer, found, ending=ending)
        take_list_away("brief", by=viewer, rows=1, ending=ending, marking=found.marking.value, of=ref)
        return download(content, name=f"{viewer.area}-{ref}-brief.{ending}")
    return render(request, "home/brief.html", {"brief": found, "marking": found.marking, "most": MOST})
