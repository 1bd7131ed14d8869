"""Opening an invitation: once, in time, by whoever it was sent to."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts import queries
from dueregard.accounts.actions import accept_invitation
from dueregard.accounts.models import Membership, User
from dueregard.accounts.tests.factories import PASSWORD, SECRET, InvitationFactory, UserFactory
from dueregard.accounts.tests.people import NOW, TODAY, the_administrator
from dueregard.accounts.tests.trail import deeds_of, install_deeds
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area

ADDRESS = f"/sign-in/invitation/{SECRET}/"


def test_a_new_person_gets_an_account_and_the_role_and_it_leaves_a_trail(area: Area) -> None:
    InvitationFactory(area=area, email="new@example.org", role=Role.CLERK, typed_at=NOW)

    user = accept_invitation(SECRET, at=NOW, password=PASSWORD)

    viewer = queries.viewer_for(user, "wexley", now=NOW)
    assert viewer is not None
    assert viewer.roles == {Role.CLERK}
    assert user.check_password(PASSWORD)
    assert install_deeds() == ["accounts.user.created"]
    assert deeds_of(the_administrator(area)) == ["accounts.invitation.accepted"]


def test_a_secret_works_once(area: Area) -> None:
    InvitationFactory(area=area, typed_at=NOW)
    user = accept_invitation(SECRET, at=NOW, password=PASSWORD)

    with pytest.raises(Refused, match="cannot be used"):
        accept_invitation(SECRET, at=NOW, user=user)

    assert Membership.objects.count() == 1


def test_a_secret_works_for_two_weeks(area: Area) -> None:
    InvitationFactory(area=area, typed_at=NOW - timedelta(days=14))

    with pytest.raises(Refused, match="cannot be used"):
        accept_invitation(SECRET, at=NOW, password=PASSWORD)


def test_a_weak_password_is_refused_in_words_and_nothing_is_written(area: Area) -> None:
    InvitationFactory(area=area, typed_at=NOW)

    with pytest.raises(Refused, match="too short"):
        accept_invitation(SECRET, at=NOW, password="short")

    assert not User.objects.exists()


def test_somebody_elses_account_cannot_take_it(area: Area) -> None:
    UserFactory(email="invited@example.org")
    InvitationFactory(area=area, email="invited@example.org", typed_at=NOW)

    with pytest.raises(Refused, match="sign in with it"):
        accept_invitation(SECRET, at=NOW, user=UserFactory())


def test_a_closed_account_cannot_take_it(area: Area) -> None:
    closed = UserFactory(is_active=False)
    InvitationFactory(area=area, email=closed.email, typed_at=NOW)

    with pytest.raises(Refused, match="cannot be used"):
        accept_invitation(SECRET, at=NOW, user=closed)


def test_a_role_that_has_ended_before_it_began_is_refused(area: Area) -> None:
    InvitationFactory(area=area, typed_at=NOW, until=TODAY - timedelta(days=1))

    with pytest.raises(Refused, match="cannot be used"):
        accept_invitation(SECRET, at=NOW, password=PASSWORD)


# The page


def test_the_page_says_what_one_is_invited_to_and_makes_the_account(client: Client, area: Area) -> None:
    InvitationFactory(area=area, email="new@example.org", role=Role.CLERK)

    page = client.get(ADDRESS).content.decode()
    answer = client.post(ADDRESS, {"password": PASSWORD, "again": PASSWORD}, follow=True)

    assert "You are invited to Wexley" in page
    assert "Democratic services" in page
    assert 'autocomplete="new-password"' in page
    assert "Your account is made" in answer.content.decode()
    assert client.post("/sign-in/", {"login": "new@example.org", "password": PASSWORD}).status_code == 302


def test_two_different_passwords_are_refused_on_the_page(client: Client, area: Area) -> None:
    InvitationFactory(area=area)

    page = client.post(ADDRESS, {"password": PASSWORD, "again": "something else entirely"}).content.decode()

    assert "<title>Error:" in page
    assert "The two passwords are not the same" in page


@pytest.mark.parametrize("change", [{"accepted_at": NOW}, {"withdrawn_at": NOW}, {"expires_at": NOW - timedelta(days=400)}, None])
def test_a_wrong_secret_and_a_used_one_get_the_same_answer(client: Client, area: Area, change: dict[str, object] | None) -> None:
    InvitationFactory(area=area, **(change or {}))
    address = ADDRESS if change else "/sign-in/invitation/quite-another-secret/"

    answer = client.get(address)

    assert answer.status_code == 404
    assert "This invitation cannot be used" in answer.content.decode()
    assert "Wexley" not in answer.content.decode()


def test_somebody_with_an_account_accepts_once_signed_in(client: Client, area: Area) -> None:
    user = UserFactory(email="known@example.org")
    InvitationFactory(area=area, email="known@example.org", role=Role.CLERK)

    signed_out = client.get(ADDRESS).content.decode()
    client.force_login(user)
    answer = client.post(ADDRESS)

    assert f"/sign-in/?next={ADDRESS}" in signed_out
    assert answer.status_code == 302
    assert queries.viewer_for(user, "wexley", now=timezone.now()) is not None


def test_a_stranger_who_is_signed_in_cannot_accept_for_another(client: Client, area: Area) -> None:
    UserFactory(email="known@example.org")
    InvitationFactory(area=area, email="known@example.org")
    client.force_login(UserFactory())

    page = client.post(ADDRESS).content.decode()

    assert "sign out first" in page
    assert not Membership.objects.exists()
