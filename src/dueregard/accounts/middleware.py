"""What every request passes: the idle time-out, and the Viewer built from the user and the first part of the address."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.accounts import queries

Next = Callable[[HttpRequest], HttpResponse]


class IdleMiddleware:
    """Signs somebody out who has done nothing for half an hour."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = int(time.time())
        if request.user.is_authenticated:
            last = request.session.get("last_seen", now)
            if now - last > settings.IDLE_MINUTES * 60:
                logout(request)
                messages.info(request, f"You were signed out because nothing happened for {settings.IDLE_MINUTES} minutes")
            elif now - last > 30 or "last_seen" not in request.session:
                request.session["last_seen"] = now  # at most two writes a minute
        return self.get_response(request)


class ViewerMiddleware:
    """Puts the Viewer on the request where the address names an area, and opens the scope around the page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: Any, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        slug = kwargs.get("area")
        if slug is None or not request.user.is_authenticated:
            return None
        viewer = queries.viewer_for(request.user, slug, now=timezone.now())
        if viewer is None:
            raise Http404  # another council's area is not there: not even that it exists is said
        request.viewer = viewer
        if connection.vendor != "postgresql":
            return None
        with scope(viewer):
            response = view(request, *args, **kwargs)
            if hasattr(response, "render") and callable(response.render):
                response = response.render()
            if response.status_code >= 500:
                transaction.set_rollback(True)
            return response
