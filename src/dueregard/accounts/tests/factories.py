"""Invented people who sign in, and the roles they hold."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import factory
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.models import Clearance, Invitation, Membership, User
from dueregard.accounts.rules import digest_of, expires
from dueregard.organisations.tests.factories import AreaFactory

SECRET = "a-secret-that-only-the-mail-holds"
PASSWORD = "three quiet herons"
LONG_AGO = date(2020, 1, 1)
TYPED = datetime(2020, 1, 1, 12, tzinfo=UTC)


@cache
def hashed(password: str, hasher: str) -> str:
    """Once in a run for each hasher: making one takes a tenth of a second, and another hasher's would be made anew when it is checked."""
    return make_password(password)


class UserFactory(factory.django.DjangoModelFactory[User]):
    """Somebody with an account, who signs in with PASSWORD."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person-{n}@example.org")
    joined_at: Any = TYPED

    password = factory.LazyFunction(lambda: hashed(PASSWORD, settings.PASSWORD_HASHERS[0]))


class MembershipFactory(factory.django.DjangoModelFactory[Membership]):
    """A role held since long ago, with no end in sight."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    area = factory.SubFactory(AreaFactory)
    role = Role.LEAD
    on = LONG_AGO
    typed_at: Any = TYPED


class InvitationFactory(factory.django.DjangoModelFactory[Invitation]):
    """An open invitation whose secret is SECRET."""

    class Meta:
        model = Invitation

    area = factory.SubFactory(AreaFactory)
    email = factory.Sequence(lambda n: f"invited-{n}@example.org")
    role = Role.PARTNER
    secret_digest = digest_of(SECRET)
    typed_at: Any = factory.LazyFunction(timezone.now)
    expires_at: Any = factory.LazyAttribute(lambda invitation: expires(invitation.typed_at))


class ClearanceFactory(factory.django.DjangoModelFactory[Clearance]):
    """A clearance seen long ago and in force for as long as any test runs."""

    class Meta:
        model = Clearance

    user = factory.SubFactory(UserFactory)
    level = "sc"
    seen_on = LONG_AGO
    until = date(2099, 12, 31)
    typed_at: Any = TYPED
