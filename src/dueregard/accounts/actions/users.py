"""Deeds on accounts themselves: making, closing and reopening them, and ending what is signed in."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries, rules
from dueregard.accounts.models import User
from dueregard.audit.actions import record, record_install
from dueregard.basics.refused import Refused, refuse_if


@transaction.atomic
def create_user(email: str, *, at: datetime, password: str = "") -> User:
    """A new account, with no role anywhere. Without a password, the person sets one through a password reset."""
    email = rules.as_kept(email)
    refuse_if(rules.why_not_address(email))
    if queries.user_by_email(email):
        raise Refused("There is an account with this address already")
    user = User(email=email, joined_at=at)
    if password:
        try:
            validate_password(password, user)
        except ValidationError as wrong:
            raise Refused(" ".join(wrong.messages).rstrip(".")) from None
        user.set_password(password)
    else:
        user.set_unusable_password()
    user.save(force_insert=True)
    record_install("accounts.user.created", at=at, user_id=user.pk, kind="accounts.user", subject=str(user.pk))
    return user


@deed
def sign_out_everywhere(user_id: int, *, by: Viewer) -> int:
    """End whatever a member is signed in on, for a lost laptop. Says how many there were."""
    if user_id != by.user_id:
        by.must(Permission.MEMBERS_EDIT)
    user = queries.members(by).get(pk=user_id)
    ended = _end_sessions(user)
    if not ended:
        raise Refused("This person is not signed in anywhere")
    record("accounts.user.signed-out-everywhere", user, by=by, sessions=ended)
    return ended


@deed
def deactivate(user_id: int, *, by: Viewer) -> None:
    """Close the account of somebody who holds no role any more, and sign them out."""
    by.must(Permission.MEMBERS_EDIT)
    user = queries.members(by).select_for_update(of=("self",)).get(pk=user_id)
    refuse_if(rules.why_not_deactivate(is_active=user.is_active, roles_held=queries.roles_left(by, user=user)))
    user.is_active = False
    user.save(update_fields=["is_active"])
    _end_sessions(user)
    record("accounts.user.deactivated", user, by=by)


@deed
def reactivate(user_id: int, *, by: Viewer) -> None:
    """Open a closed account again. It holds no role until one is given."""
    by.must(Permission.MEMBERS_EDIT)
    user = queries.members(by).select_for_update(of=("self",)).get(pk=user_id)
    if user.is_active:
        raise Refused("This account is open already")
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("accounts.user.reactivated", user, by=by)


@deed
def turn_off_second_factor(user_id: int, *, by: Viewer) -> None:
    """Let somebody in who has lost app and recovery codes. The operator does this, having made sure who asks; no page does."""
    if by.machine != "operator":
        raise PermissionDenied("Only the operator can turn off somebody's second factor")
    user = queries.members(by).get(pk=user_id)
    if not queries.has_second_factor(user):
        raise Refused("This person has no second factor to turn off")
    Authenticator.objects.filter(user=user).delete()
    _end_sessions(user)
    record("accounts.second-factor.turned-off", user, by=by)


def _end_sessions(user: User) -> int:
    signed_in = list(UserSession.objects.filter(user=user))
    for session in signed_in:
        session.end()
    return len(signed_in)
