"""Your account: what you are where, in words, and how you sign in."""

from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.models import Area


def test_it_says_every_role_in_words_over_all_areas(client: Client, area: Area, next_council: Area) -> None:
    user = sign_in(client, area, Role.LEAD, email="lead@example.org")
    MembershipFactory(user=user, area=next_council, role=Role.PARTNER)

    page = client.get("/account/").content.decode()

    assert page.count("<h1") == 1
    assert "You sign in with lead@example.org" in page
    assert "Runs Prevent for the area" in page
    assert "Sits on the group for a partner" in page
    assert "Wexley" in page
    assert "Next door" in page


def test_somebody_without_a_role_is_told_what_to_do(client: Client, db: None) -> None:
    client.force_login(UserFactory())

    page = client.get("/account/").content.decode()

    assert "You hold no role in any area today" in page
    assert "No clearance is recorded for you" in page


def test_somebody_sees_their_own_clearance(client: Client, area: Area) -> None:
    ClearanceFactory(user=sign_in(client, area, Role.LEAD), level="sc")

    page = client.get("/account/").content.decode()

    assert "Security check, to be seen again by 31 December 2099" in page


def test_it_leads_to_everything_about_signing_in(client: Client, area: Area) -> None:
    sign_in(client, area, Role.LEAD)

    page = client.get("/account/").content.decode()

    for address in ("/account/second-factor/set-up/", "/account/password/", "/account/sessions/", "/account/sign-out/"):
        assert f'href="{address}"' in page
