"""The one way these pages ask for something: a form, one deed, and back to the record."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dueregard.access.requires import ViewerRequest
from dueregard.basics.refused import Refused
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import Form


def asked(
    request: ViewerRequest,
    form: Form,
    *,
    title: str,
    button: str,
    do: Callable[[], Any],
    then: Callable[[Any], str],
    lede: str = "",
    back: tuple[tuple[str, str], ...] = (),
    marking: Marking = Marking.OFFICIAL,
) -> HttpResponse:
    """Do the deed if what was typed holds, and go where `then` says; otherwise show the form, with the reason and what was typed."""
    if request.method == "POST" and form.is_valid():
        try:
            done = do()
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{title}: done")
            return redirect(then(done))
    shown = {"form": form, "title": title, "button": button, "lede": lede, "back": back, "marking": marking}
    return render(request, "organisations/asked.html", shown)
