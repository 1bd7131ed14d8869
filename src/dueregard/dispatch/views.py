"""The outbox: what waits, what was sent, what was given up."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.dispatch import actions, queries
from dueregard.dispatch.rules import Standing
from dueregard.ui.asking import pressed

A_PAGE = 50
SHOWN = {Standing.WAITING: "Not sent yet", Standing.SENT: "Sent", Standing.CALLED_OFF: "Called off"}


@requires(Permission.PARTNERSHIP_EDIT)
def message_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    wanted = request.GET.get("standing", Standing.WAITING)
    wanted = wanted if wanted in SHOWN else Standing.WAITING
    page = Paginator(queries.of_standing(viewer, wanted), A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": queries.message_rows(viewer, page),
        "wanted": wanted,
        "steps": list(SHOWN.items()),
        "given_up": Standing.GIVEN_UP,
        "query": f"standing={wanted}&",
    }
    return render(request, "dispatch/message_list.html", shown)


@requires(Permission.PARTNERSHIP_EDIT)
@require_POST
def message_again(request: ViewerRequest, pk: UUID) -> HttpResponse:
    get_object_or_404(queries.messages(request.viewer), pk=pk)
    pressed(request, lambda: actions.try_again(pk, by=request.viewer), done="It will be tried again within a minute or so")
    return redirect("dispatch:message-list", area=request.viewer.area)
