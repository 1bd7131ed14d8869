"""Pages for whoever is not signed in yet: the second step of signing in, and an invitation."""

from typing import Any

from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dueregard.access.requires import public
from dueregard.access.roles import SENTENCES, Role
from dueregard.accounts import actions, queries
from dueregard.accounts.actions import sign_in
from dueregard.accounts.forms import AcceptForm
from dueregard.accounts.rules import digest_of
from dueregard.basics.refused import Refused


class SecondStepView(AuthenticateView):
    """The library's page, which says in the trail when a code was wrong."""

    def form_invalid(self, form: Any) -> Any:
        say_refused(form, self.request)
        return super().form_invalid(form)


class SecondFactorAgainView(ReauthenticateView):
    """The library's page, which says in the trail when a code was wrong."""

    def form_invalid(self, form: Any) -> Any:
        say_refused(form, self.request)
        return super().form_invalid(form)


def say_refused(form: Any, request: HttpRequest) -> None:
    """A wrong code is a refusal; one try too many is a lock-out."""
    wrong = {error.code for error in form.errors.as_data().get("code", [])}
    if "too_many_login_attempts" in wrong:
        sign_in.locked_out(form.user, at=timezone.now(), seen_from=request.META.get("REMOTE_ADDR", ""))
    elif "incorrect_code" in wrong:
        sign_in.refused(form.user, at=timezone.now(), step="second-factor")


@public("Whoever is invited has no account yet; the secret in the address lets them in once")
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    now = timezone.now()
    found = queries.invitation_by_digest(digest_of(secret), now=now)
    known = queries.user_by_email(found.email) if found else None
    if found is None or (known and not known.is_active):
        return render(request, "accounts/invitation_unusable.html", {}, status=404)
    mine = known is not None and request.user == known
    form = None if known else AcceptForm(request.POST or None)
    shown = {"invitation": found, "role": Role(found.role), "sentence": SENTENCES[Role(found.role)], "known": known, "mine": mine}
    if request.method == "POST" and (mine or (form is not None and form.is_valid())):
        try:
            password = form.cleaned_data["password"] if form else ""
            actions.accept_invitation(secret, at=now, user=known, password=password)
        except Refused as refusal:
            if form is None:
                return render(request, "accounts/invitation_unusable.html", {}, status=404)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Your role has begun" if mine else "Your account is made. Sign in with your new password")
            return redirect("today" if mine else "account_login")
    return render(request, "accounts/invitation.html", {**shown, "form": form})
