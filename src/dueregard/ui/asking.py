"""The one way a page asks for something: a form or a button, one deed, and on to where it leads."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dueregard.basics.refused import Refused
from dueregard.ui.fields import Form


def is_done(form: Form, deed: Callable[[], object]) -> bool:
    """Do the deed if what was typed holds; where it does not, or the deed is refused, the form says why and keeps what was typed."""
    if not form.is_valid():
        form.ask_again_for_files()
        return False
    try:
        deed()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        form.look_again()
        form.ask_again_for_files()
        return False
    return True


def asked(
    request: HttpRequest,
    form: Form,
    *,
    do: Callable[[], object],
    then: Callable[[Any], str],
    done: str,
    page: Callable[[], HttpResponse],
) -> HttpResponse:
    """Do the deed if what was typed holds, and go where `then` says; otherwise the page, with the form, the reason and what was typed."""
    made: object = None

    def deed() -> None:
        nonlocal made
        made = do()

    if request.method == "POST" and is_done(form, deed):
        messages.success(request, done)
        return redirect(then(made))
    return page()


def pressed(request: HttpRequest, deed: Callable[[], object], *, done: str) -> bool:
    """Do what a button asks, and say on the next page that it is done, or why not."""
    try:
        deed()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, done)
    return True
