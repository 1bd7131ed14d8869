"""Where somebody is signed in, and signing out everywhere else."""

import pytest
from django.test import Client

from dueregard.accounts.rules import browser_in_words
from dueregard.accounts.tests.factories import PASSWORD, MembershipFactory
from dueregard.accounts.tests.trail import install_deeds
from dueregard.organisations.models import Area


def signed_in(email: str, browser: str) -> Client:
    client = Client(headers={"user-agent": browser})
    client.post("/sign-in/", {"login": email, "password": PASSWORD})
    return client


def test_the_page_lists_each_browser_and_marks_this_one(area: Area) -> None:
    email = MembershipFactory(area=area).user.email
    signed_in(email, "Old Laptop")

    page = signed_in(email, "New Phone").get("/account/sessions/").content.decode()

    assert "Old Laptop" in page
    assert "New Phone" in page
    assert page.count("(this one)") == 1


@pytest.mark.parametrize(
    ("says", "words"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
            "Safari on an iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux"),
        ("Old Laptop", "Old Laptop"),
        ("", "Not said"),
    ],
)
def test_a_browser_is_named_as_people_know_it(says: str, words: str) -> None:
    assert browser_in_words(says) == words


def test_signing_out_everywhere_else_stays_signed_in_here_and_leaves_a_trail(area: Area) -> None:
    email = MembershipFactory(area=area).user.email
    laptop, phone = signed_in(email, "Old Laptop"), signed_in(email, "New Phone")

    page = phone.post("/account/sessions/", follow=True).content.decode()

    assert "You are signed out everywhere but here" in page
    assert "Old Laptop" not in page
    assert laptop.get("/account/").status_code == 302
    assert install_deeds()[-1] == "accounts.user.sessions-ended"


def test_another_persons_browsers_are_not_shown(area: Area) -> None:
    signed_in(MembershipFactory(area=area).user.email, "Somebody Else's")

    page = signed_in(MembershipFactory(area=area).user.email, "Mine").get("/account/sessions/").content.decode()

    assert "Somebody Else" not in page
    assert "You are signed in here and nowhere else" in page
