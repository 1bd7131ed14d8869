"""Changing a password, and choosing a new one through a mail that says nothing of what is kept here."""

import re

import pytest
from django.core import mail
from django.test import Client

from dueregard.accounts.models import User
from dueregard.accounts.tests.factories import PASSWORD, MembershipFactory, UserFactory
from dueregard.accounts.tests.trail import install_deeds
from dueregard.organisations.models import Area

NEW = "four louder bitterns"


@pytest.fixture
def lead(area: Area) -> User:
    return MembershipFactory(area=area, user=UserFactory(email="lead@example.org")).user


def link_in_the_mail() -> str:
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert found
    return found[1]


def test_a_reset_sends_a_link_that_says_nothing_else(client: Client, lead: User) -> None:
    page = client.post("/sign-in/password/", {"email": "Lead@example.org"}, follow=True).content.decode()

    assert "Look in your e-mail" in page
    assert mail.outbox[0].to == ["lead@example.org"]
    assert "Wexley" not in str(mail.outbox[0].body)
    assert "Prevent" not in str(mail.outbox[0].body)


def test_an_unknown_address_gets_the_same_page_and_no_mail(client: Client, lead: User) -> None:
    page = client.post("/sign-in/password/", {"email": "nobody@example.org"}, follow=True).content.decode()

    assert "Look in your e-mail" in page
    assert mail.outbox == []


def test_the_link_sets_a_password_once_and_signs_out_everywhere(client: Client, lead: User) -> None:
    elsewhere = Client()
    elsewhere.post("/sign-in/", {"login": "lead@example.org", "password": PASSWORD})
    client.post("/sign-in/password/", {"email": "lead@example.org"})
    link = link_in_the_mail()
    form = client.get(link).headers["Location"]

    page = client.post(form, {"password1": NEW, "password2": NEW}, follow=True).content.decode()

    assert "Your password is changed" in page
    assert client.post("/sign-in/", {"login": "lead@example.org", "password": NEW}).status_code == 302
    assert elsewhere.get("/account/").status_code == 302
    assert "This link does not work any more" in Client().get(link, follow=True).content.decode()
    assert "accounts.user.password-changed" in install_deeds()


def test_a_reset_ends_a_lock_out(client: Client, lead: User) -> None:
    for _ in range(6):
        client.post("/sign-in/", {"login": "lead@example.org", "password": "not this one at all"})
    client.post("/sign-in/password/", {"email": "lead@example.org"})
    form = client.get(link_in_the_mail()).headers["Location"]

    client.post(form, {"password1": NEW, "password2": NEW})

    assert client.post("/sign-in/", {"login": "lead@example.org", "password": NEW}).status_code == 302


def test_a_weak_new_password_is_refused_in_words(client: Client, lead: User) -> None:
    client.post("/sign-in/password/", {"email": "lead@example.org"})
    form = client.get(link_in_the_mail()).headers["Location"]

    page = client.post(form, {"password1": "short", "password2": "short"}).content.decode()

    assert "<title>Error:" in page
    assert "too short" in page


def test_asking_again_and_again_is_stopped_in_words(client: Client, lead: User) -> None:
    for _ in range(3):
        client.post("/sign-in/password/", {"email": "lead@example.org"})

    answer = client.post("/sign-in/password/", {"email": "lead@example.org"})

    assert answer.status_code == 429
    assert "Too many tries" in answer.content.decode()
    assert len(mail.outbox) == 3


def test_a_password_is_changed_with_the_old_one_and_a_notice_goes_out(client: Client, lead: User) -> None:
    client.post("/sign-in/", {"login": "lead@example.org", "password": PASSWORD})

    wrong = client.post("/account/password/", {"oldpassword": "no", "password1": NEW, "password2": NEW}).content.decode()
    right = client.post("/account/password/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}, follow=True)

    assert "The password you have now is not right" in wrong
    assert "Your password is changed" in right.content.decode()
    assert "Your password was changed" in str(mail.outbox[0].body)
    assert "accounts.user.password-changed" in install_deeds()
