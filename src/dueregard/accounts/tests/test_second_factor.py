"""The second factor: set up with the password given again, asked for at sign-in, a code good for one use."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from dueregard.access.viewer import Viewer
from dueregard.accounts.actions import turn_off_second_factor
from dueregard.accounts.models import User
from dueregard.accounts.tests.factories import PASSWORD, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import NOW, the_administrator
from dueregard.accounts.tests.trail import deeds_of, install_deeds
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area

SET_UP, OFF, CODES = "/account/second-factor/set-up/", "/account/second-factor/turn-off/", "/account/recovery-codes/"


@pytest.fixture
def lead(area: Area) -> User:
    return MembershipFactory(area=area, user=UserFactory(email="lead@example.org")).user


def first_step(client: Client) -> str:
    return client.post("/sign-in/", {"login": "lead@example.org", "password": PASSWORD}).headers["Location"]


def again(client: Client, address: str) -> str:
    """Open a page that asks for the password once more, and give it."""
    asked = client.get(address).headers["Location"]
    return client.post(asked, {"password": PASSWORD}, follow=True).content.decode()


def key_on(page: str) -> str:
    return "".join(re.findall(r'<span class="dr-nowrap">(\w+)</span>', page))


def code_for(key: str) -> str:
    """The code an app with this key shows now."""
    now = list(auth.yield_hotp_counters_from_time())[1]
    return auth.format_hotp_value(auth.hotp_value(key, now))


def set_up(client: Client) -> tuple[str, list[str]]:
    """Sign in and set up a second factor: the key, and the recovery codes as they are shown once."""
    first_step(client)
    key = key_on(again(client, SET_UP))
    page = client.post(SET_UP, {"code": code_for(key)}, follow=True).content.decode()
    return key, ["".join(four) for four in re.findall(r"<li>(\d{4}) (\d{4})</li>", page)]


@pytest.fixture
def key(lead: User) -> str:
    """The lead has a second factor whose key this is, set up so long ago that no code of it was used."""
    key = auth.generate_totp_secret()
    auth.TOTP.activate(lead, key)
    return key


# Setting it up


def test_setting_it_up_asks_for_the_password_again(client: Client, lead: User) -> None:
    first_step(client)

    answer = client.get(SET_UP)

    assert answer.headers["Location"].startswith("/account/again/")


def test_a_wrong_password_goes_no_further(client: Client, lead: User) -> None:
    first_step(client)

    page = client.post(client.get(SET_UP).headers["Location"], {"password": "not this one"}).content.decode()

    assert "The password is not right" in page
    assert client.get(SET_UP).status_code == 302


def test_it_is_set_up_with_a_picture_or_a_key_and_gives_recovery_codes_once(
    client: Client, lead: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    first_step(client)
    page = again(client, SET_UP)

    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(SET_UP, {"code": code_for(key_on(page))}, follow=True).content.decode()
    later = client.get(CODES).content.decode()

    assert 'src="data:image/svg+xml;base64,' in page
    assert 'autocomplete="one-time-code"' in page
    assert len(re.findall(r"<li>\d{4} \d{4}</li>", shown)) == 10
    assert "They are not shown again" in shown
    assert "10 codes left" in later
    assert not re.findall(r"<li>\d{4} \d{4}</li>", later)
    assert "accounts.second-factor.changed" in install_deeds()
    assert "A second factor was set up" in str(mail.outbox[0].body)


def test_a_wrong_code_sets_nothing_up(client: Client, lead: User) -> None:
    first_step(client)
    again(client, SET_UP)

    page = client.post(SET_UP, {"code": "000000"}).content.decode()

    assert "<title>Error:" in page
    assert "This code is not right" in page
    assert not Authenticator.objects.exists()


def test_its_secrets_lie_sealed_in_the_database(client: Client, lead: User) -> None:
    key, codes = set_up(client)

    kept = str(list(Authenticator.objects.values()))

    assert key not in kept
    assert not any(code in kept for code in codes)
    totp = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert auth.decrypt(totp.data["secret"]) == key


# Signing in with it


def test_a_password_alone_does_not_sign_in(client: Client, key: str) -> None:
    assert first_step(client) == "/sign-in/code/"
    assert client.get("/account/").status_code == 302


def test_the_right_code_signs_in(client: Client, key: str) -> None:
    first_step(client)

    answer = client.post("/sign-in/code/", {"code": code_for(key)})

    assert answer.headers["Location"] == "/"
    assert client.get("/account/").status_code == 200


def test_a_wrong_code_is_refused_in_words_and_leaves_a_trail(client: Client, key: str) -> None:
    first_step(client)

    page = client.post("/sign-in/code/", {"code": "000000"}).content.decode()

    assert "<title>Error: Give your code" in page
    assert "This code is not right" in page
    assert install_deeds() == ["accounts.sign-in.refused"]


def test_a_code_that_signed_somebody_in_is_refused_the_next_time(client: Client, key: str) -> None:
    code = code_for(key)
    first_step(client)
    client.post("/sign-in/code/", {"code": code})
    thief = Client()
    first_step(thief)

    page = thief.post("/sign-in/code/", {"code": f"{code[:3]} {code[3:]}"}).content.decode()

    assert "a code works once" in page
    assert thief.get("/account/").status_code == 302


def test_the_code_it_was_set_up_with_is_refused_at_sign_in(client: Client, lead: User) -> None:
    first_step(client)
    key = key_on(again(client, SET_UP))
    code = code_for(key)
    client.post(SET_UP, {"code": code})
    thief = Client()
    first_step(thief)

    page = thief.post("/sign-in/code/", {"code": code}).content.decode()

    assert "a code works once" in page


def test_a_recovery_code_works_once(client: Client, lead: User) -> None:
    _key, codes = set_up(client)
    second, third = Client(), Client()
    first_step(second)
    first_step(third)

    right = second.post("/sign-in/code/", {"code": codes[0]})
    wrong = third.post("/sign-in/code/", {"code": codes[0]})

    assert right.headers["Location"] == "/"
    assert "This code is not right" in wrong.content.decode()


def test_guessing_codes_locks_out(client: Client, key: str) -> None:
    first_step(client)
    for guess in range(5):
        client.post("/sign-in/code/", {"code": f"00000{guess}"})

    page = client.post("/sign-in/code/", {"code": code_for(key)}).content.decode()

    assert "Too many tries were wrong" in page
    assert install_deeds()[-1] == "accounts.sign-in.locked-out"


# Changing it


def test_new_recovery_codes_take_the_place_of_the_old(client: Client, lead: User) -> None:
    _key, old = set_up(client)

    page = client.post("/account/recovery-codes/new/", follow=True).content.decode()

    new = ["".join(four) for four in re.findall(r"<li>(\d{4}) (\d{4})</li>", page)]
    assert len(new) == 10
    assert not set(new) & set(old)


def test_turning_it_off_asks_again_and_tells_the_person(client: Client, key: str) -> None:
    first_step(client)
    client.post("/sign-in/code/", {"code": code_for(key)})
    asked = client.get(OFF)

    again(client, OFF)
    page = client.post(OFF, follow=True).content.decode()

    assert asked.headers["Location"].startswith("/account/again/")
    assert "Your second factor is turned off" in page
    assert "Your second factor was turned off" in str(mail.outbox[-1].body)
    assert first_step(Client()) == "/"


# When the phone and the codes are lost


def the_operator(area: Area) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)


def test_the_operator_turns_it_off_and_it_leaves_a_trail(client: Client, area: Area, lead: User, key: str) -> None:
    turn_off_second_factor(lead.pk, by=the_operator(area))

    assert first_step(client) == "/"
    assert deeds_of(the_operator(area)) == ["accounts.second-factor.turned-off"]


def test_an_administrator_cannot_turn_off_somebody_elses(area: Area, lead: User, key: str) -> None:
    with pytest.raises(PermissionDenied):
        turn_off_second_factor(lead.pk, by=the_administrator(area))


def test_there_has_to_be_one_to_turn_off(area: Area, lead: User) -> None:
    with pytest.raises(Refused, match="no second factor to turn off"):
        turn_off_second_factor(lead.pk, by=the_operator(area))
