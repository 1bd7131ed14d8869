"""Pages that hand over the files of a meeting: pack and minutes as Word or PDF, and the calendar entry."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.partnership import queries
from dueregard.partnership.exchange import calendar_file, meeting_file
from dueregard.partnership.rules.taking_away import FileKind, file_name
from dueregard.ui.download import download


def _handed_over(request: ViewerRequest, ref: str, *, kind: FileKind, ending: str, make: Callable[[Viewer], bytes]) -> HttpResponse:
    """The file as a download, or the reason there is none, on the meeting's page."""
    viewer = request.viewer
    meeting = get_object_or_404(queries.meetings(viewer), ref=ref)
    try:
        content = make(viewer)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("partnership:meeting", area=viewer.area, ref=meeting.ref)
    name = file_name(kind, area=viewer.area, ref=meeting.ref, ending=ending, is_official=_is_official(request))
    return download(content, name=name)


def _is_official(request: ViewerRequest) -> bool:
    return request.GET.get("edition") == "official"


def _paper(request: ViewerRequest, ref: str, *, kind: FileKind, ending: str) -> HttpResponse:
    def make(viewer: Viewer) -> bytes:
        return meeting_file(viewer, ref, kind=kind, ending=ending, is_official=_is_official(request))

    return _handed_over(request, ref, kind=kind, ending=ending, make=make)


@requires(Permission.PARTNERSHIP_READ)
def pack_docx(request: ViewerRequest, ref: str) -> HttpResponse:
    return _paper(request, ref, kind=FileKind.PACK, ending="docx")


@requires(Permission.PARTNERSHIP_READ)
def pack_pdf(request: ViewerRequest, ref: str) -> HttpResponse:
    return _paper(request, ref, kind=FileKind.PACK, ending="pdf")


@requires(Permission.PARTNERSHIP_READ)
def minutes_docx(request: ViewerRequest, ref: str) -> HttpResponse:
    return _paper(request, ref, kind=FileKind.MINUTES, ending="docx")


@requires(Permission.PARTNERSHIP_READ)
def minutes_pdf(request: ViewerRequest, ref: str) -> HttpResponse:
    return _paper(request, ref, kind=FileKind.MINUTES, ending="pdf")


@requires(Permission.PARTNERSHIP_READ)
def meeting_ics(request: ViewerRequest, ref: str) -> HttpResponse:
    def make(viewer: Viewer) -> bytes:
        return calendar_file(viewer, ref)

    return _handed_over(request, ref, kind=FileKind.CALENDAR, ending="ics", make=make)
