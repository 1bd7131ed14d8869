"""Those who sign in, what they are in which area, and whether they may read Official-Sensitive."""

import uuid
from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from dueregard.access.roles import Role
from dueregard.accounts.rules import AnswerPurpose, InvitationState, Level, invitation_state
from dueregard.basics.records import Record, Row


class UserManager(BaseUserManager["User"]):
    """Users, found by their address whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """One sign-in, over all the areas somebody works in. There are no superusers and no staff: roles are memberships."""

    id = models.BigAutoField(primary_key=True)
    email = models.EmailField(unique=True)  # in small letters
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()
    last_login_before = models.DateTimeField(null=True, blank=True)  # the sign-in before the last: since when today's page says what is new

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Privacy:
        plain = {"id", "is_active", "joined_at", "last_login", "last_login_before"}
        personal = {"email", "password"}


class Membership(models.Model):
    """Somebody holds a role in an area from a date, perhaps until one. Ended, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # the key of the form that gave it
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    area = models.ForeignKey("organisations.Area", models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    round_ref = models.CharField(max_length=40, blank=True)  # a reviewer reads one round
    on = models.DateField()
    until = models.DateField(null=True, blank=True)  # the last day
    typed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["area", "user"], name="accounts_membership_area")]

    class Privacy:
        plain = {"id", "area", "role", "round_ref", "on", "until", "typed_at"}
        personal = {"user", "person"}


class Clearance(models.Model):
    """A clearance seen and recorded by somebody, until it must be seen again. Others learn only that this person may read this."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # the key of the form that recorded it
    user = models.ForeignKey(User, models.PROTECT, related_name="clearances")
    level = models.CharField(max_length=40, choices=Level.choices)
    seen_on = models.DateField()
    until = models.DateField()
    typed_at = models.DateTimeField()

    class Privacy:
        plain = {"id", "seen_on", "until", "typed_at"}
        personal = {"user", "level"}


class Invitation(models.Model):
    """An address was invited to hold a role in an area. Only the digest of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # the key of the form that sent it
    area = models.ForeignKey("organisations.Area", models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    email = models.EmailField()  # in small letters
    role = models.CharField(max_length=20, choices=Role.choices)
    round_ref = models.CharField(max_length=40, blank=True)
    until = models.DateField(null=True, blank=True)  # when the role itself ends
    secret_digest = models.CharField(max_length=64, unique=True)
    typed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["area", "-typed_at"], name="accounts_invitation_newest")]

    def state_at(self, now: datetime) -> InvitationState:
        """Where it stands at a moment."""
        return invitation_state(accepted_at=self.accepted_at, withdrawn_at=self.withdrawn_at, expires_at=self.expires_at, now=now)

    class Privacy:
        plain = {"id", "area", "role", "round_ref", "until", "secret_digest", "typed_at", "expires_at", "accepted_at", "withdrawn_at"}
        personal = {"email", "person"}


class AnswerLink(Record):
    """A partner answers by a link, without an account: one person, one purpose, until a day. Only a digest of its secret is kept. AL-1 …"""

    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")  # whose actions, or whose return
    purpose = models.CharField(max_length=20, choices=AnswerPurpose.choices)
    secret_digest = models.CharField(max_length=64, unique=True)
    on = models.DateField()
    until = models.DateField()  # the last day it opens

    class Privacy:
        plain = {"id", "area", "typed_at", "ref", "version", "once", "body", "purpose", "secret_digest", "on", "until"}
        personal = {"person"}


class AnswerLinkEnd(Row):
    """A link was revoked: from that day it opens nothing."""

    link = models.OneToOneField(AnswerLink, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = {"id", "area", "typed_at", "link", "on", "because"}
        personal: set[str] = set()
