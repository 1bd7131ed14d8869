"""How these pages ask for something: a form, one deed, and on to the record."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest
from dueregard.privacy.marking import Marking
from dueregard.ui import asking
from dueregard.ui.fields import Form


def asked(
    request: ViewerRequest,
    form: Form,
    *,
    title: str,
    button: str,
    do: Callable[[], object],
    then: Callable[[Any], str],
    lede: str = "",
    back: tuple[tuple[str, str], ...] = (),
    marking: Marking = Marking.OFFICIAL,
) -> HttpResponse:
    """Do the deed if what was typed holds, and go where `then` says; otherwise show the form, with the reason and what was typed."""
    shown = {"form": form, "title": title, "button": button, "lede": lede, "back": back, "marking": marking}
    return asking.asked(
        request, form, do=do, then=then, done=f"{title}: done", page=lambda: render(request, "organisations/asked.html", shown)
    )
