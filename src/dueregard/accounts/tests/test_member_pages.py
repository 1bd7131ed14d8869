"""The pages on an area's members: who they are, in words, and who may open them."""

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="wexley", name="Wexley")


def test_the_list_says_who_is_what_and_who_may_read_official_sensitive(client: Client, area: Area) -> None:
    cleared = MembershipFactory(area=area, user__email="lead@example.org", role=Role.LEAD)
    ClearanceFactory(user=cleared.user, level="dv")
    MembershipFactory(area=area, user__email="member@example.org", role=Role.MEMBER)
    sign_in(client, area, Role.ADMINISTRATOR)

    page = client.get("/wexley/accounts/").content.decode()

    assert page.count("<h1") == 1
    assert "3 people can sign in to Wexley" in page
    assert "lead@example.org" in page
    assert page.count("May read this") == 1
    assert "vetting" not in page
