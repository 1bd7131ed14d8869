"""Pages of one's own account, in no area."""

from typing import Any

from allauth.usersessions.views import ListUserSessionsView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dueregard.access.requires import requires
from dueregard.access.roles import SENTENCES, Permission
from dueregard.accounts import queries
from dueregard.accounts.rules import browser_in_words


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


class SessionsView(ListUserSessionsView):
    """Where somebody is signed in, each browser in words people know it by."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().get_context_data(**kwargs)
        rows = [(session, timezone.localtime(session.created_at), browser_in_words(session.user_agent)) for session in shown["sessions"]]
        return {**shown, "rows": rows}


@requires(Permission.SIGNED_IN)
def second_factor(request: Any) -> HttpResponse:
    return redirect("accounts:mine")  # where the library sends whoever has just changed it
