"""The section's first page: as things stand, and as they stood on a day."""

from datetime import timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.partnership import actions
from dueregard.partnership.models import Membership
from dueregard.partnership.tests.pages import World, a_world, signed_in, today, words
from dueregard.partnership.tests.stories import a_held_meeting, a_person, rows, the_lead_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    world = a_world()
    for days in (250, 90):
        a_held_meeting(world.group, today() - timedelta(days=days), came=list(world.seats.values()))
    return world


def typed(days: int) -> str:
    return f"{today() - timedelta(days=days):%d/%m/%Y}"


def test_it_says_how_things_stand_today(world: World) -> None:
    page = words(signed_in(world, Role.LEAD).get(world.at("")))

    assert "has met 2 times in the last 12 months" in page
    assert "As at today: ask about another day" in page


def test_asked_about_a_day_it_shows_what_was_so_then_and_offers_nothing_to_do(world: World) -> None:
    lead = the_lead_on(world.area, today() - timedelta(days=20))
    body = world.seats["police"].body.ref
    ref = actions.raise_action("Ring the ICB", by=lead, on=today() - timedelta(days=120), body=body).ref
    actions.finish_action(ref, by=lead, on=today() - timedelta(days=30))
    client = signed_in(world, Role.LEAD)

    then = words(client.get(world.at(f"?as_at={typed(100)}")))
    now = words(client.get(world.at("")))

    assert "had met once in the 12 months to" in then
    assert "1 action was open" in then
    assert "Plan a meeting" not in then
    assert "No action is open" in now
    assert "Plan a meeting" in now


def test_the_chair_is_whoever_it_was_then(world: World) -> None:
    lead, before = the_lead_on(world.area, today() - timedelta(days=5)), today() - timedelta(days=10)
    client = signed_in(world, Role.LEAD)
    actions.end_membership(rows(Membership, world.area, role="chair")[0].ref, by=lead, on=before)
    new = a_person(world.area, name="Omar New")
    actions.appoint(world.group.ref, by=lead, on=before + timedelta(days=1), person=new, role="chair")

    assert "Omar New" in words(client.get(world.at("")))
    assert "Ines Chair" in words(client.get(world.at(f"?as_at={typed(60)}")))


def test_before_anything_began_it_says_so(world: World) -> None:
    page = words(signed_in(world, Role.PARTNER).get(world.at("?as_at=1/1/2020")))

    assert "No group that oversees Prevent had begun by then" in page


def test_what_is_no_date_shows_today_with_the_error(world: World) -> None:
    page = words(signed_in(world, Role.PARTNER).get(world.at("?as_at=31/2/2026")))

    assert "has met 2 times" in page
    assert "This is not a date, so the page goes by today" in page
