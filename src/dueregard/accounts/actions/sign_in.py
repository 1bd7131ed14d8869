"""What the install's own chain says of signing in and out. Never an address: a wrong one may be somebody's password."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from dueregard.accounts.models import User
from dueregard.audit.actions import record_install


def _say(verb: str, user: User | None, at: datetime, **details: object) -> None:
    with transaction.atomic():
        record_install(
            verb,
            at=at,
            user_id=user.pk if user else None,
            kind="accounts.user",
            subject=str(user.pk) if user else "",
            **details,
        )


def signed_in(user: User, *, at: datetime) -> None:
    """Somebody signed in, every step passed."""
    _say("accounts.user.signed-in", user, at)


def signed_out(user: User, *, at: datetime, idle: bool = False) -> None:
    """Somebody signed out, or was signed out because nothing happened."""
    _say("accounts.user.signed-out", user, at, idle=idle)


def refused(user: User | None, *, at: datetime, step: str) -> None:
    """A password or a code was wrong; without a user where there is no account with the address that was typed."""
    _say("accounts.sign-in.refused", user, at, step=step)


def locked_out(user: User | None, *, at: datetime, seen_from: str) -> None:
    """So many tries were wrong that no more are taken for a while. Said once for each time, however often somebody goes on trying."""
    who = f"user-{user.pk}" if user else seen_from
    if cache.add(f"accounts.locked-out.{who}", "said", timeout=settings.LOCKED_MINUTES * 60):
        _say("accounts.sign-in.locked-out", user, at)


def password_changed(user: User, *, at: datetime) -> None:
    """Somebody has a new password, by changing it or through a reset."""
    _say("accounts.user.password-changed", user, at)


def second_factor_changed(user: User, *, at: datetime, change: str) -> None:
    """A second factor was set up or turned off, or new recovery codes were made."""
    _say("accounts.second-factor.changed", user, at, change=change)


def sessions_ended(user: User, *, at: datetime, sessions: int) -> None:
    """Somebody signed out on other browsers."""
    _say("accounts.user.sessions-ended", user, at, sessions=sessions)
