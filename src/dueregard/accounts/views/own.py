"""Pages of one's own account, in no area."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dueregard.access.requires import requires
from dueregard.access.roles import SENTENCES, Permission
from dueregard.accounts import queries


@requires(Permission.SIGNED_IN)
def mine(request: Any) -> HttpResponse:
    today = timezone.localdate()
    return render(
        request,
        "accounts/mine.html",
        {
            "roles": [(held, SENTENCES[held.role]) for held in queries.roles_held(request.user, on=today)],
            "clearance": queries.own_clearance(request.user, on=today),
            "has_second_factor": queries.has_second_factor(request.user),
        },
    )


@requires(Permission.SIGNED_IN)
def second_factor(request: Any) -> HttpResponse:
    return redirect("accounts:mine")  # where the library sends whoever has just changed it
