"""What the sign-in library asks of us: our words, our mail, our seal on its secrets, and a line in the trail for what it does."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from dueregard.accounts import queries
from dueregard.accounts.actions import sign_in
from dueregard.accounts.models import User
from dueregard.privacy import cipher

logger = logging.getLogger(__name__)

LOCKED = (
    f"Too many tries were wrong. Wait {settings.LOCKED_MINUTES} minutes, then try again. "
    "If you have forgotten your password, you can reset it now"
)
# The library names what happened by a template; each of ours is one sentence. What is not here is not said.
SAID = {
    "account/messages/logged_out.txt": "You have signed out",
    "account/messages/password_changed.txt": "Your password is changed",
    "mfa/messages/totp_activated.txt": "Your second factor is set up. From now on you are asked for a code when you sign in",
    "mfa/messages/totp_deactivated.txt": "Your second factor is turned off",
    "mfa/messages/recovery_codes_generated.txt": "New recovery codes are made. Any you had before no longer work",
    "usersessions/messages/sessions_logged_out.txt": "You are signed out everywhere but here",
}
# What is mailed to the person when something about their account changes.
NOTICES = {
    "account/email/password_changed": "Your password was changed",
    "account/email/password_reset": "Your password was reset",
    "mfa/email/totp_activated": "A second factor was set up",
    "mfa/email/totp_deactivated": "Your second factor was turned off",
    "mfa/email/recovery_codes_generated": "New recovery codes were made",
}
CHANGES = {
    "mfa/email/totp_activated": "set-up",
    "mfa/email/totp_deactivated": "turned-off",
    "mfa/email/recovery_codes_generated": "new-recovery-codes",
}


class AccountAdapter(DefaultAccountAdapter):
    """Signing in, signing out, passwords."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address or the password is not right",
        "incorrect_password": "The password is not right",
        "enter_current_password": "The password you have now is not right",
        "invalid_password_reset": "This address for a new password is not valid any more",
        "too_many_login_attempts": LOCKED,
        "rate_limited": LOCKED,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # accounts come by invitation, or from the command line

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        words = {"reauthenticate": "Use your password", "mfa_reauthenticate": "Use a code"}
        return [{**method, "description": words[method["id"]]} for method in super().get_reauthentication_methods(user)]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:mine")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            user = queries.user_by_email(credentials.get("email", ""))
            sign_in.locked_out(user, at=timezone.now(), seen_from=self.get_client_ip(request))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        sign_in.refused(queries.user_by_email(credentials.get("email", "")), at=timezone.now(), step="password")

    def login(self, request: HttpRequest, user: User) -> None:
        before = user.last_login
        super().login(request, user)
        user.last_login_before = before
        user.save(update_fields=["last_login_before"])
        sign_in.signed_in(user, at=timezone.now())

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            sign_in.signed_out(user, at=timezone.now())

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        sign_in.password_changed(user, at=timezone.now())

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        words = message or SAID.get(message_template or "")
        if words:
            messages.add_message(request, level, words)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        mail("Choose a new password", "accounts/mail/password_reset.txt", {"address": context["password_reset_url"]}, to=user.email)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        if template_prefix in CHANGES:
            sign_in.second_factor_changed(user, at=timezone.now(), change=CHANGES[template_prefix])
        what = NOTICES[template_prefix]
        mail(what, "accounts/mail/notice.txt", {"what": what}, to=user.email)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor. Its secrets lie in the database under the install's seal."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code is not right. Type the one your app shows now; a code works once",
        "cannot_generate_recovery_codes": "Recovery codes go with a second factor: set that up first",
    }

    def encrypt(self, text: str) -> str:
        return cipher.seal(text, belongs_to="second-factor")

    def decrypt(self, encrypted_text: str) -> str:
        return cipher.unseal(encrypted_text, belongs_to="second-factor")


class SessionsAdapter(DefaultUserSessionsAdapter):
    """Where somebody is signed in."""

    def end_sessions(self, sessions: list[Any]) -> None:
        super().end_sessions(sessions)
        if sessions:
            sign_in.sessions_ended(sessions[0].user, at=timezone.now(), sessions=len(sessions))


def mail(subject: str, template: str, context: dict[str, Any], *, to: str) -> None:
    """A mail about the account itself: it says what happened, and nothing of what is kept here."""
    try:
        send_mail(f"{subject} – Due Regard", render_to_string(template, context), settings.DEFAULT_FROM_EMAIL, [to])
    except OSError:  # SMTP's own errors are OSErrors: what was asked for is done all the same
        logger.warning("A mail about an account could not be handed over", exc_info=True)
