"""The steady people of every test: the lead, the partner, the stranger from the next council, and whoever else is asked for."""

from datetime import UTC, date, datetime

from django.test import Client

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import User
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory, UserFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)  # a Wednesday
TODAY = NOW.date()


def a_viewer(area: Area, *roles: Role, cleared: bool = False, now: datetime = NOW, user: User | None = None, round_ref: str = "") -> Viewer:
    """Whoever holds these roles in the area at a moment. No account is made; give `user` where the deed asks whose it is."""
    return Viewer(
        area=area.slug,
        area_id=area.pk,
        area_name=area.name,
        now=now,
        user_id=user.pk if user else None,
        label=", ".join(sorted(role.label for role in roles)),
        roles=frozenset(roles),
        is_cleared=cleared,
        round_ref=round_ref or None,
    )


def the_lead(area: Area, *, cleared: bool = False, now: datetime = NOW) -> Viewer:
    """Runs Prevent for the area."""
    return a_viewer(area, Role.LEAD, cleared=cleared, now=now)


def the_partner(area: Area, *, now: datetime = NOW) -> Viewer:
    """Sits on the group for a partner: reads, and writes next to nothing."""
    return a_viewer(area, Role.PARTNER, now=now)


def the_administrator(area: Area, *, now: datetime = NOW, user: User | None = None) -> Viewer:
    """Invites people and gives roles, and reads no section."""
    return a_viewer(area, Role.ADMINISTRATOR, now=now, user=user)


def the_stranger(*, now: datetime = NOW) -> Viewer:
    """The lead of the next council, who may do everything there and reach nothing here."""
    return a_viewer(AreaFactory(slug="next-council", name="Next council"), Role.LEAD, cleared=True, now=now)


def sign_in(
    client: Client, area: Area, *roles: Role, cleared: bool = False, email: str = "", round_ref: str = "", until: date | None = None
) -> User:
    """Somebody with these roles in the area, signed in to the site. Pages read the real clock, so what is held is held today."""
    user = UserFactory(email=email) if email else UserFactory()
    for role in roles:
        MembershipFactory(user=user, area=area, role=role, round_ref=round_ref, until=until)
    if cleared:
        ClearanceFactory(user=user)
    client.force_login(user)
    return user


def sign_in_stranger(client: Client) -> User:
    """The lead of the next council, signed in."""
    return sign_in(client, AreaFactory(slug="next-council", name="Next council"), Role.LEAD, cleared=True)
