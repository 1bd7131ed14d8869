"""Signing in and out: what the page says, what the trail says, and what neither tells."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from dueregard.accounts.models import User
from dueregard.accounts.tests.factories import PASSWORD, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import sign_in
from dueregard.accounts.tests.trail import install_deeds, install_text
from dueregard.organisations.models import Area


@pytest.fixture
def lead(area: Area) -> User:
    return MembershipFactory(area=area, user=UserFactory(email="lead@example.org")).user


def give(client: Client, email: str = "lead@example.org", password: str = PASSWORD) -> str:
    return client.post("/sign-in/", {"login": email, "password": password}, follow=True).content.decode()


def test_the_page_lets_a_browser_fill_it_in_and_has_no_script(client: Client, db: None) -> None:
    answer = client.get("/sign-in/")

    page = answer.content.decode()
    assert page.count("<h1") == 1
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "<script" not in page
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_somebody_signs_in_whatever_the_capitals_and_it_leaves_a_trail(client: Client, lead: User) -> None:
    answer = client.post("/sign-in/", {"login": "Lead@Example.ORG", "password": PASSWORD})

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"
    assert install_deeds() == ["accounts.user.signed-in"]


def test_the_sign_in_before_is_kept(client: Client, lead: User) -> None:
    give(client)
    first = User.objects.get().last_login
    client.post("/account/sign-out/")

    give(client)

    assert User.objects.get().last_login_before == first


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client: Client, lead: User) -> None:
    wrong = give(client, password="not this one at all")
    unknown = give(client, email="nobody@example.org")

    for page in (wrong, unknown):
        assert "<title>Error: Sign in" in page
        assert "You are not signed in" in page
        assert "The e-mail address or the password is not right" in page


def test_the_trail_of_a_refused_sign_in_never_holds_what_was_typed(client: Client, lead: User, caplog: pytest.LogCaptureFixture) -> None:
    give(client, email="three-quiet-herons@example.org")
    give(client, password="not this one at all")

    assert install_deeds() == ["accounts.sign-in.refused", "accounts.sign-in.refused"]
    for kept in (install_text(), caplog.text):
        assert "example.org" not in kept
        assert "not this one" not in kept


def test_too_many_tries_lock_out_for_a_while_even_with_the_right_password(client: Client, lead: User) -> None:
    for _ in range(5):
        give(client, password="not this one at all")

    page = give(client)
    give(client)

    assert f"Wait {settings.LOCKED_MINUTES} minutes" in page
    assert install_deeds().count("accounts.sign-in.locked-out") == 1
    assert "accounts.user.signed-in" not in install_deeds()


def test_a_lock_out_holds_one_account_and_not_the_whole_office(client: Client, lead: User, area: Area) -> None:
    MembershipFactory(area=area, user=UserFactory(email="clerk@example.org"))
    for _ in range(6):
        give(client, password="not this one at all")

    answer = client.post("/sign-in/", {"login": "clerk@example.org", "password": PASSWORD})

    assert answer.status_code == 302


def test_signing_out_takes_a_button_and_leaves_a_trail(client: Client, lead: User) -> None:
    give(client)

    asked = client.get("/account/sign-out/").content.decode()
    answer = client.post("/account/sign-out/", follow=True)

    assert "not saved is lost" in asked
    assert "You have signed out" in answer.content.decode()
    assert install_deeds()[-1] == "accounts.user.signed-out"


def test_a_page_asks_whoever_is_signed_out_to_sign_in_and_comes_back(client: Client, lead: User) -> None:
    answer = client.get("/account/")

    back = client.post(answer.headers["Location"], {"login": "lead@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/sign-in/?next=/account/"
    assert back.headers["Location"] == "/account/"


def test_nobody_is_sent_to_another_site(client: Client, lead: User) -> None:
    answer = client.post("/sign-in/?next=https://elsewhere.example/", {"login": "lead@example.org", "password": PASSWORD})

    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("address", ["/sign-in/up/", "/sign-in/signup/", "/account/signup/"])
def test_nobody_signs_themselves_up(client: Client, db: None, address: str) -> None:
    client.post(address, {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD})

    assert not User.objects.exists()
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_the_next_councils_area_is_not_there(client: Client, area: Area, next_council: Area) -> None:
    sign_in(client, area)

    assert client.get("/next-door/").status_code == 404
    assert client.get("/no-such-place/").status_code == 404


# Idle


def idle_for(client: Client, minutes: float) -> None:
    session = client.session
    session["last_seen"] -= int(minutes * 60)
    session.save()


def test_somebody_idle_is_signed_out_and_told_why(client: Client, lead: User) -> None:
    give(client)
    client.get("/account/")
    idle_for(client, settings.IDLE_MINUTES + 1)

    page = client.get("/account/", follow=True).content.decode()

    assert "You were signed out because nothing happened for 30 minutes" in page
    assert "was not saved" not in page
    assert install_deeds()[-1] == "accounts.user.signed-out"


def test_what_somebody_idle_sent_is_said_to_be_lost(client: Client, lead: User) -> None:
    give(client)
    client.get("/account/")
    idle_for(client, settings.IDLE_MINUTES + 1)

    page = client.post("/account/password/", {"oldpassword": "anything"}, follow=True).content.decode()

    assert "for 30 minutes. What you sent just now was not saved" in page


def test_somebody_at_work_stays_signed_in(client: Client, lead: User) -> None:
    give(client)
    client.get("/account/")
    idle_for(client, settings.IDLE_MINUTES - 1)

    assert client.get("/account/").status_code == 200
    idle_for(client, settings.IDLE_MINUTES - 1)
    assert client.get("/account/").status_code == 200
