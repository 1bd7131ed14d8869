"""Invented people who sign in, and the roles they hold."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from dueregard.access.roles import Role
from dueregard.accounts.models import Clearance, Membership, User
from dueregard.organisations.tests.factories import AreaFactory

LONG_AGO = date(2020, 1, 1)
TYPED = datetime(2020, 1, 1, 12, tzinfo=UTC)


class UserFactory(factory.django.DjangoModelFactory[User]):
    """Somebody with an account. A password costs a tenth of a second, so only who asks for one has one."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person-{n}@example.org")
    joined_at: Any = TYPED

    @factory.post_generation
    def password(self: Any, create: bool, given: str | None, **_: Any) -> None:
        if given:
            self.set_password(given)
        else:
            self.set_unusable_password()
        self.save(update_fields=["password"])


class MembershipFactory(factory.django.DjangoModelFactory[Membership]):
    """A role held since long ago, with no end in sight."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    area = factory.SubFactory(AreaFactory)
    role = Role.LEAD
    on = LONG_AGO
    typed_at: Any = TYPED


class ClearanceFactory(factory.django.DjangoModelFactory[Clearance]):
    """A clearance seen long ago and in force for as long as any test runs."""

    class Meta:
        model = Clearance

    user = factory.SubFactory(UserFactory)
    level = "SC"
    seen_on = LONG_AGO
    until = date(2099, 12, 31)
    typed_at: Any = TYPED
