"""The golden thread: the list of threads, and the whole line both ways through one record."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.home.queries.thread import thread
from dueregard.home.queries.threads import threads
from dueregard.home.rules.drawing import MOST_LANES, drawn
from dueregard.privacy.marking import highest
from dueregard.risk.queries.register import called

A_PAGE = 50


@requires(Permission.RISK_READ)
def thread_list(request: ViewerRequest) -> HttpResponse:
    viewer, found = request.viewer, threads(request.viewer)
    page = Paginator(found.rows, A_PAGE).get_page(request.GET.get("page"))
    titles = called(viewer, [row.ref for row in page], as_at=viewer.today, known=viewer.today)
    shown = {"threads": found, "page": page, "titles": titles, "marking": highest(row.marking for row in page)}
    return render(request, "home/thread_list.html", shown)


@requires(Permission.RISK_READ)
def thread_page(request: ViewerRequest, kind: str, ref: str) -> HttpResponse:
    seen = thread(request.viewer, kind, ref, on=request.viewer.today)
    if seen is None:
        raise Http404
    asked = request.GET.get("picture") == "yes"
    shown = {
        "kind": kind,
        "ref": ref,
        "seen": seen,
        "thread": seen.thread,
        "picture": drawn(seen.thread) if asked or seen.thread.lanes <= MOST_LANES else None,
        "list_first": seen.thread.lanes > MOST_LANES,
        "marking": seen.marking,
    }
    return render(request, "home/thread.html", shown)
