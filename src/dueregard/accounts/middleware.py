"""What every request passes: the idle time-out, the second factor an area asks for, and the Viewer from user and address."""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path
from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.accounts import queries
from dueregard.accounts.actions import sign_in
from dueregard.accounts.models import User
from dueregard.accounts.rules import is_idle
from dueregard.basics.dates import day_of

Next = Callable[[HttpRequest], HttpResponse]

# What somebody who has yet to set up a second factor can open besides public pages: the way there, and the way out.
SET_UP = frozenset({"mfa_activate_totp", "account_reauthenticate", "mfa_reauthenticate", "account_logout"})


class IdleMiddleware:
    """Signs somebody out who has done nothing for half an hour."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if isinstance(user, User):
            now = int(time.time())
            last_seen = request.session.get("last_seen")
            if last_seen is not None and is_idle(last_seen, now=now, minutes=settings.IDLE_MINUTES):
                logout(request)
                sign_in.signed_out(user, at=timezone.now(), idle=True)
                lost = ". What you sent just now was not saved" if request.method == "POST" else ""
                messages.info(request, f"You were signed out because nothing happened for {settings.IDLE_MINUTES} minutes{lost}")
            elif last_seen is None or now - last_seen > 30:
                request.session["last_seen"] = now  # at most two writes a minute
        return self.get_response(request)


class ViewerMiddleware:
    """Puts the Viewer on the request where the address names an area, and opens the scope around the page."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return _only_a_form(request, response)
        if response.status_code == HTTPStatus.NOT_FOUND and request.resolver_match is None:
            return _in_the_frame(request, response)
        return response

    def process_view(
        self, request: Any, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        slug = kwargs.get("area")
        if not request.user.is_authenticated or (slug is None and hasattr(view, "public_because")):
            return None
        now = timezone.now()
        held = queries.roles_held(request.user, on=day_of(now))
        if queries.needs_second_factor(held) and request.resolver_match.view_name not in SET_UP:
            messages.info(request, "An area you work in asks for a second factor. Set it up before you go on")
            return redirect("mfa_activate_totp")
        if slug is None:
            return None
        viewer = queries.viewer_from(held, slug, now=now)
        if viewer is None:
            raise Http404  # another council's area is not there: not even that it exists is said
        request.viewer = viewer
        return _in_scope(request, view, args, kwargs) if connection.vendor == "postgresql" else None


def _only_a_form(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An address that only takes a form that is sent, typed in or reloaded: in words, with a way back."""
    shown = render(request, "405.html", {"back": _page_above(request.path)}, status=response.status_code)
    shown["Allow"] = response["Allow"]
    return shown


def _page_above(path: str) -> str:
    """The nearest address above this one that leads to a page."""
    parts = path.strip("/").split("/")
    above = ("/" + "".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) - 1, -1, -1))
    return next(address for address in above if is_valid_path(address))


def _in_the_frame(request: Any, response: HttpResponse) -> HttpResponse:
    """An address that leads nowhere, below an area somebody may enter: said in the area's own frame; never where they may not."""
    if not request.user.is_authenticated:
        return response
    now = timezone.now()
    held = queries.roles_held(request.user, on=day_of(now))
    viewer = None if queries.needs_second_factor(held) else queries.viewer_from(held, request.path.split("/")[1], now=now)
    if viewer is None:
        return response
    request.viewer = viewer
    return render(request, "404.html", status=response.status_code)


def _in_scope(request: Any, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]) -> HttpResponse:
    """The page inside its area's transaction, which is taken back if the page fails."""
    with scope(request.viewer):
        response = view(request, *args, **kwargs)
        if hasattr(response, "render") and callable(response.render):
            response = response.render()
        if response.status_code >= 500:
            transaction.set_rollback(True)
        return response
