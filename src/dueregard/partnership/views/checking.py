"""A page that asks for a Security Threat Check: its three questions, or a check made before."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest
from dueregard.guidance.forms import ThreatCheckForm
from dueregard.partnership.actions import Answers
from dueregard.ui.asking import asked
from dueregard.ui.fields import Form


def check_asked(
    request: ViewerRequest,
    form: Form,
    *,
    do: Callable[[dict[str, Any]], object],
    then: str,
    done: str,
    page: Callable[[ThreatCheckForm], HttpResponse],
) -> HttpResponse:
    """Do the deed with what `form` says and the answers, or the check it names, and go on; otherwise the page with both forms."""
    viewer, is_named = request.viewer, bool(request.POST.get("check"))
    answers = ThreatCheckForm(request.POST or None, viewer=viewer, on=viewer.today, prefix="answers", optional=is_named)
    if request.method == "POST" and not is_named and not answers.is_valid():
        return page(answers)

    def deed() -> object:
        given = None if is_named else answers.answers
        return do({**form.cleaned_data, "answers": Answers(**given) if given else None, "check": form.cleaned_data["check"] or None})

    return asked(request, form, do=deed, then=lambda _: then, done=done, page=lambda: page(answers))
