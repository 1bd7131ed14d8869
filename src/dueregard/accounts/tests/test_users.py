"""Making accounts, closing and reopening them, and signing somebody out everywhere."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.actions import create_user, deactivate, reactivate, sign_out_everywhere
from dueregard.accounts.models import User
from dueregard.accounts.tests.factories import PASSWORD, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import NOW, TODAY, the_administrator, the_lead
from dueregard.accounts.tests.trail import deeds_of, install_deeds, install_text
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area


@pytest.fixture
def gone(area: Area) -> User:
    return MembershipFactory(area=area, until=TODAY - timedelta(days=1)).user


def signed_in(user: User) -> Client:
    client = Client()
    assert client.post("/sign-in/", {"login": user.email, "password": PASSWORD}).status_code == 302
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


# Making one, from the command line or an invitation


def test_a_new_account_holds_no_role_and_leaves_a_trail_without_its_address(db: None) -> None:
    user = create_user(" Lead@Example.org ", at=NOW, password=PASSWORD)

    assert user.email == "lead@example.org"
    assert user.password.startswith("argon2")
    assert not user.memberships.exists()
    assert install_deeds() == ["accounts.user.created"]
    assert "lead@example.org" not in install_text()


def test_two_accounts_never_share_an_address(db: None) -> None:
    UserFactory(email="lead@example.org")

    with pytest.raises(Refused, match="account with this address already"):
        create_user("LEAD@example.org", at=NOW, password=PASSWORD)


@pytest.mark.parametrize(("password", "words"), [("short", "too short"), ("lead@example.org", "too similar")])
def test_a_weak_password_is_refused_in_words(db: None, password: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        create_user("lead@example.org", at=NOW, password=password)


def test_an_account_without_a_password_signs_nobody_in(client: Client, db: None) -> None:
    create_user("lead@example.org", at=NOW)

    assert client.post("/sign-in/", {"login": "lead@example.org", "password": ""}).status_code == 200


# Signing out everywhere


def test_a_lost_laptop_is_signed_out_and_leaves_a_trail(area: Area) -> None:
    user = MembershipFactory(area=area).user
    laptop = signed_in(user)

    ended = sign_out_everywhere(user.pk, by=the_administrator(area))

    assert ended == 1
    assert not is_signed_in(laptop)
    assert deeds_of(the_administrator(area)) == ["accounts.user.signed-out-everywhere"]


def test_the_lead_cannot_sign_others_out(area: Area) -> None:
    user = MembershipFactory(area=area).user

    with pytest.raises(PermissionDenied):
        sign_out_everywhere(user.pk, by=the_lead(area))


def test_another_councils_people_stay_signed_in(area: Area, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council).user
    laptop = signed_in(theirs)

    with pytest.raises(User.DoesNotExist):
        sign_out_everywhere(theirs.pk, by=the_administrator(area))

    assert is_signed_in(laptop)


def test_somebody_who_is_signed_in_nowhere_is_refused_in_words(area: Area) -> None:
    user = MembershipFactory(area=area).user

    with pytest.raises(Refused, match="not signed in anywhere"):
        sign_out_everywhere(user.pk, by=the_administrator(area))


# Closing


def test_an_account_without_a_role_is_closed_signed_out_and_leaves_a_trail(area: Area, gone: User) -> None:
    laptop = signed_in(gone)

    deactivate(gone.pk, by=the_administrator(area))

    assert not is_signed_in(laptop)
    assert laptop.post("/sign-in/", {"login": gone.email, "password": PASSWORD}).headers["Location"] == "/sign-in/closed/"
    assert deeds_of(the_administrator(area)) == ["accounts.user.deactivated"]


def test_the_lead_cannot_close_one(area: Area, gone: User) -> None:
    with pytest.raises(PermissionDenied):
        deactivate(gone.pk, by=the_lead(area))


def test_another_councils_account_is_out_of_reach(area: Area, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council, until=TODAY - timedelta(days=1)).user

    with pytest.raises(User.DoesNotExist):
        deactivate(theirs.pk, by=the_administrator(area))


def test_somebody_who_holds_a_role_in_another_area_is_refused_in_words(area: Area, next_council: Area, gone: User) -> None:
    MembershipFactory(area=next_council, user=gone, role=Role.PARTNER)

    with pytest.raises(Refused, match="here or in another area"):
        deactivate(gone.pk, by=the_administrator(area))


# Reopening


def test_a_closed_account_is_opened_again_and_leaves_a_trail(area: Area, gone: User) -> None:
    deactivate(gone.pk, by=the_administrator(area))

    reactivate(gone.pk, by=the_administrator(area))

    assert signed_in(gone)
    assert deeds_of(the_administrator(area))[-1] == "accounts.user.reactivated"


def test_what_was_signed_in_before_closing_stays_signed_out(area: Area, gone: User) -> None:
    laptop = signed_in(gone)
    deactivate(gone.pk, by=the_administrator(area))

    reactivate(gone.pk, by=the_administrator(area))

    assert not is_signed_in(laptop)


def test_the_lead_cannot_reopen_one(area: Area, gone: User) -> None:
    with pytest.raises(PermissionDenied):
        reactivate(gone.pk, by=the_lead(area))


def test_another_councils_closed_account_is_out_of_reach(area: Area, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council, user__is_active=False).user

    with pytest.raises(User.DoesNotExist):
        reactivate(theirs.pk, by=the_administrator(area))


def test_an_open_account_is_refused_in_words(area: Area, gone: User) -> None:
    with pytest.raises(Refused, match="open already"):
        reactivate(gone.pk, by=the_administrator(area))
