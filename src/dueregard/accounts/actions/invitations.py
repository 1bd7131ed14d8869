"""Deeds on invitations: an address is invited, and whoever opens the secret in time holds the role."""

import secrets
from datetime import date, datetime
from functools import partial
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission, Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries, rules
from dueregard.accounts.actions.users import create_user
from dueregard.accounts.models import Invitation, Membership, User
from dueregard.audit.actions import record
from dueregard.basics.dates import day_of
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations

UNUSABLE = "This invitation cannot be used. Ask whoever invited you to send another"


@deed
def invite(
    email: str,
    *,
    by: Viewer,
    role: str,
    site: str,
    person_ref: str | None = None,
    round_ref: str = "",
    until: date | None = None,
    once: UUID | None = None,
) -> str:
    """Invite an address to hold a role here. The secret goes out once, by mail; it is given back too, for the demo to show."""
    by.must(Permission.ASSURANCE_SIGN if role == Role.REVIEWER else Permission.MEMBERS_EDIT)  # who signs a round off asks its reviewer in
    email = rules.as_kept(email)
    refuse_if(rules.why_not_address(email))
    refuse_if(rules.why_not_hold(role, round_ref=round_ref, until=until, on=by.today))
    if once and queries.invitations(by).filter(pk=once).exists():
        return ""  # the same form sent twice: the first invitation stands, and its secret is not told again
    _refuse_if_known(by, email=email, role=role)
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        pk=once or uuid4(),
        area_id=by.area_id,
        person=organisations.people(by).get(ref=person_ref) if person_ref else None,
        email=email,
        role=role,
        round_ref=round_ref,
        until=until,
        secret_digest=rules.digest_of(secret),
        typed_at=by.now,
        expires_at=rules.expires(by.now),
    )
    address = site.rstrip("/") + reverse("accounts:invitation", kwargs={"secret": secret})
    _send(address, to=email, until=invitation.expires_at)
    record("accounts.invitation.sent", invitation, by=by, role=role, round=round_ref, until=until)
    return address


def _refuse_if_known(by: Viewer, *, email: str, role: str) -> None:
    open_ones = queries.invitations(by).filter(email=email, role=role, accepted_at=None, withdrawn_at=None, expires_at__gt=by.now)
    if open_ones.exists():
        raise Refused("An invitation to this address for this role is open already. Withdraw it before you send another")
    if queries.memberships_held(by).filter(user__email=email, role=role).exists():
        raise Refused("Somebody with this address holds this role here already")


def _send(address: str, *, to: str, until: datetime) -> None:
    text = render_to_string("accounts/mail/invitation.txt", {"address": address, "until": day_of(until)})
    send = partial(send_mail, "You are invited to Due Regard", text, settings.DEFAULT_FROM_EMAIL, [to])
    transaction.on_commit(send, robust=True)  # a mail server that is down takes nothing back: the page can show the address


@deed
def withdraw_invitation(invitation_id: UUID, *, by: Viewer) -> None:
    """Take back an invitation that has not been accepted yet."""
    by.must(Permission.MEMBERS_EDIT)
    invitation = queries.invitations(by).select_for_update(of=("self",)).get(pk=invitation_id)
    refuse_if(rules.why_not_withdraw(invitation.state_at(by.now)))
    invitation.withdrawn_at = by.now
    invitation.save(update_fields=["withdrawn_at"])
    record("accounts.invitation.withdrawn", invitation, by=by)


@transaction.atomic
def accept_invitation(secret: str, *, at: datetime, user: User | None = None, password: str = "") -> User:
    """Open the secret: the role begins today, for a new account with a password or for the signed-in account with the same address."""
    invitation = queries.invitation_by_digest(rules.digest_of(secret), now=at, to_change=True)
    if invitation is None:
        raise Refused(UNUSABLE)
    known = queries.user_by_email(invitation.email)
    if known and not known.is_active:
        raise Refused(UNUSABLE)
    if known and known != user:
        raise Refused("This address has an account already: sign in with it, then open the invitation again")
    user = known or create_user(invitation.email, at=at, password=password)
    today = day_of(at)
    if invitation.until and invitation.until < today:
        raise Refused(UNUSABLE)
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    Membership.objects.create(
        user=user,
        area_id=invitation.area_id,
        person_id=invitation.person_id,
        role=invitation.role,
        round_ref=invitation.round_ref,
        on=today,
        until=invitation.until,
        typed_at=at,
    )
    _record_accepted(invitation, user=user, at=at)
    return user


def _record_accepted(invitation: Invitation, *, user: User, at: datetime) -> None:
    """In the area's own chain, by the person who is now somebody there."""
    viewer = queries.viewer_for(user, invitation.area.slug, now=at)
    if viewer is None:
        raise Refused(UNUSABLE)
    with scope(viewer):
        record("accounts.invitation.accepted", invitation, by=viewer, role=invitation.role, until=invitation.until)
