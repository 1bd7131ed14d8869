"""The pages of the area, its bodies, people and posts, as the lead, the partner and the stranger see them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import NOW, sign_in, sign_in_stranger, the_lead
from dueregard.organisations import actions
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import BodyFactory, PersonFactory, PostFactory, PostHoldingFactory

pytestmark = pytest.mark.django_db
READING = ("overview", "body-list", "person-list", "post-list")
TYPING = ("standing-record", "serving-record", "succession-record", "body-new", "person-new", "post-record")


def at(page: str, area: Area, **about: str) -> str:
    return reverse(f"organisations:{page}", kwargs={"area": area.slug, **about})


def words(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("page", READING)
def test_the_partner_reads_and_is_offered_nothing_to_change(client: Client, area: Area, page: str) -> None:
    PostHoldingFactory(area=area)
    sign_in(client, area, Role.PARTNER)

    shown = words(client, at(page, area))

    assert "Record a post" not in shown
    assert "Add a body" not in shown


@pytest.mark.parametrize("page", TYPING)
def test_the_partner_cannot_open_a_form(client: Client, area: Area, page: str) -> None:
    sign_in(client, area, Role.PARTNER)

    assert client.get(at(page, area)).status_code == 403


@pytest.mark.parametrize("page", TYPING)
def test_the_lead_opens_every_form(client: Client, area: Area, page: str) -> None:
    sign_in(client, area, Role.LEAD)

    assert "<form" in words(client, at(page, area))


@pytest.mark.parametrize("page", [*READING, *TYPING])
def test_to_the_stranger_no_page_exists(client: Client, area: Area, page: str) -> None:
    sign_in_stranger(client)

    assert client.get(at(page, area)).status_code == 404


def test_the_tier_is_shown_only_to_those_cleared_for_it(client: Client, area: Area, settings: Settings) -> None:
    settings.INVENTED = True
    actions.say_standing("tier", by=the_lead(area, cleared=True), on=NOW.date(), value="higher", because="Letter of 1 May")

    sign_in(client, area, Role.LEAD)
    uncleared = words(client, at("overview", area))
    sign_in(client, area, Role.LEAD, cleared=True)
    cleared = words(client, at("overview", area))

    assert "Higher" not in uncleared
    assert "Letter of 1 May" not in uncleared
    assert "<strong>OFFICIAL</strong>" in uncleared
    assert "Higher: at least quarterly" in cleared
    assert "<strong>OFFICIAL-SENSITIVE</strong>" in cleared


def test_a_vacancy_and_a_missing_leader_are_said(client: Client, area: Area) -> None:
    police = BodyFactory(area=area, name="Westmarch Police", is_specified=True)
    PostFactory(body=police, title="Chief inspector, Prevent")
    sign_in(client, area, Role.LEAD)

    shown = words(client, at("overview", area))

    assert "Specified authorities without a designated leader on record" in shown
    assert "nobody has been recorded as holding it" in shown


@pytest.mark.parametrize("page", READING)
def test_the_queries_of_a_page_do_not_grow_with_its_rows(
    client: Client, area: Area, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sign_in(client, area, Role.LEAD)
    for _ in range(30):
        PostHoldingFactory(area=area)

    with django_assert_max_num_queries(20):
        words(client, at(page, area))


def test_the_pages_of_one_body_person_and_post_say_who_and_since_when(client: Client, area: Area) -> None:
    held = PostHoldingFactory(area=area, on=date(2024, 5, 3))
    sign_in(client, area, Role.PARTNER)

    for page, ref in (("body", held.post.body.ref), ("person", held.person.ref), ("post", held.post.ref)):
        assert "3 May 2024" in words(client, at(page, area, ref=ref))


def test_another_areas_refs_lead_nowhere(client: Client, area: Area) -> None:
    theirs = PostHoldingFactory()
    sign_in(client, area, Role.LEAD)

    for page, ref in (("body", theirs.post.body.ref), ("person", theirs.person.ref), ("post", theirs.post.ref)):
        assert client.get(at(page, area, ref=ref)).status_code == 404
    for page, ref in (("body-close", theirs.post.body.ref), ("team-new", theirs.post.body.ref), ("person-move", theirs.person.ref)):
        assert client.get(at(page, area, ref=ref)).status_code == 404
    assert client.get(at("post-leave", area, ref=theirs.post.ref, person=theirs.person.ref)).status_code == 404


def test_what_people_type_stands_there_as_text(client: Client, area: Area) -> None:
    body = BodyFactory(area=area, name="<script>alert(1)</script>")
    PersonFactory(body=body, name="<b>Bold</b>")
    sign_in(client, area, Role.LEAD)

    for page in READING:
        shown = words(client, at(page, area))
        assert "<script>" not in shown
        assert "<b>Bold" not in shown
