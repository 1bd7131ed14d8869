"""The search page: everything the viewer may see, and nothing kept of what was asked."""

import pytest
from django.test import Client
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import sign_in, sign_in_stranger, the_lead
from dueregard.documents.actions import register
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory

pytestmark = pytest.mark.django_db
SEARCH = "/ours/search/"


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="ours", name="Ours")


def register_one(area: Area, title: str, **changed: str) -> str:
    lead = the_lead(area, cleared=True)
    with scope(lead):
        return register(by=lead, on=lead.today, kind="policy", title=title, **changed)


def asked(client: Client, words: str, kind: str = "") -> str:
    return client.post(SEARCH, {"words": words, "kind": kind}).text


def test_a_document_is_found_by_its_words_and_opened_from_there(client: Client, area: Area) -> None:
    ref = register_one(area, "Venue hire and speakers")
    sign_in(client, area, Role.MEMBER)

    page = asked(client, "speak ven")

    assert "1 record says this" in page
    assert f'href="/ours/documents/{ref}/"' in page


def test_a_body_is_found_with_one_letter_wrong(client: Client, area: Area) -> None:
    body = BodyFactory(area=area, name="Ours Probation Service")
    sign_in(client, area, Role.MEMBER)

    assert f'href="/ours/organisations/bodies/{body.ref}/"' in asked(client, "probaton")


def test_nothing_found_says_what_to_try(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)

    assert "Nothing you may open in Ours says this" in asked(client, "zebra")


def test_nothing_typed_is_answered_in_words(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)

    assert "Type a word to look for" in asked(client, " ")


def test_official_sensitive_is_found_by_the_cleared_alone(client: Client, area: Area, settings: Settings) -> None:
    settings.DISK_ENCRYPTED = True
    register_one(area, "Narratives in the town", marking="official-sensitive")
    sign_in(client, area, Role.LEAD)

    assert "Nothing you may open" in asked(client, "narratives")

    sign_in(client, area, Role.LEAD, cleared=True)
    page = asked(client, "narratives")

    assert "1 record says this" in page
    assert "OFFICIAL-SENSITIVE" in page


def test_the_next_council_finds_nothing_here(client: Client, area: Area) -> None:
    register_one(area, "Venue hire")
    sign_in_stranger(client)

    assert client.post(SEARCH, {"words": "venue"}).status_code == 404


def test_what_was_asked_is_in_no_address(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)

    assert "Words to look for" in client.get(SEARCH, {"words": "somebody"}).text
    assert "somebody" not in client.get(SEARCH, {"words": "somebody"}).text


def test_what_is_typed_comes_back_as_text(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)

    page = asked(client, "<script>alert(1)</script>")

    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
