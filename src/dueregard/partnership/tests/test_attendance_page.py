"""The page of attendance: the picture with its table, the cadence, and the file that loads back."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from dueregard.access.roles import Role
from dueregard.organisations.actions import say_standing
from dueregard.partnership import actions
from dueregard.partnership.tests.pages import World, a_world, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import the_lead_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return a_world()


def held(world: World, *, days: int, **came: str) -> str:
    """A meeting so many days ago; how each sector's seat stood."""
    on = today() - timedelta(days=days)
    lead = the_lead_on(world.area, on)
    ref = actions.write_up_meeting(world.group.ref, by=lead, on=on).ref
    there = [actions.Came(seat=world.seats[sector.replace("_", "-")].ref, presence=presence) for sector, presence in came.items()]
    actions.record_attendance(ref, by=lead, came=there)
    actions.record_held(ref, by=lead, on=on)
    return str(ref)


def at(world: World) -> str:
    return world.at(f"groups/{world.group.ref}/attendance/")


def test_the_page_names_the_sector_that_falls_short_and_says_everything_as_a_table(world: World) -> None:
    held(world, days=60, local_authority="present", police="present", health="absent")
    held(world, days=10, local_authority="present", police="substitute", health="apologies")

    page = signed_in(world, Role.PARTNER).get(at(world))

    assert "Came to fewer than half of these meetings: health." in words(page)
    assert words(page).count("2 of 2") >= 2
    assert "0 of 2" in words(page)
    assert "Sent a substitute" in words(page)
    assert 'role="group"' in page.content.decode()
    assert "style=" not in page.content.decode()


def test_nobody_can_tell_before_a_meeting_is_recorded(world: World) -> None:
    assert "nobody can tell who comes" in words(signed_in(world, Role.PARTNER).get(at(world)))


def test_what_nobody_recorded_is_not_called_absence(world: World) -> None:
    held(world, days=10, local_authority="present")

    page = words(signed_in(world, Role.PARTNER).get(at(world)))

    assert "Nothing recorded" in page
    assert "0 of 1" in page


def test_a_gap_too_long_is_said_with_its_days_and_the_limit(world: World) -> None:
    held(world, days=330, local_authority="present")
    held(world, days=5, local_authority="present")

    page = words(signed_in(world, Role.PARTNER).get(at(world)))

    assert "The longest gap is 325 days, longer than the limit of 9 months." in page
    assert "Too long" in page


def test_the_tiers_cadence_is_told_only_to_who_may_read_the_tier(world: World, settings: Settings) -> None:
    settings.INVENTED = True
    held(world, days=5, local_authority="present")
    began = today() - timedelta(days=400)
    say_standing("tier", by=the_lead_on(world.area, began), value="higher", on=began, because="A letter")

    cleared = signed_in(world, Role.LEAD, cleared=True).get(at(world))
    partner = signed_in(world, Role.PARTNER).get(at(world))

    assert "4 are asked for" in words(cleared)
    assert "OFFICIAL-SENSITIVE" in cleared.content.decode()
    assert "2 are asked for" in words(partner)
    assert "OFFICIAL-SENSITIVE" not in partner.content.decode()


def test_the_file_has_a_heading_and_the_words_of_the_page(world: World) -> None:
    held(world, days=10, local_authority="present", police="substitute", health="apologies")
    client = signed_in(world, Role.PARTNER)

    rows = list(csv.reader(StringIO(client.get(f"{at(world)}?take=csv").content.decode("utf-8-sig"))))
    sheet = CalamineWorkbook.from_filelike(BytesIO(client.get(f"{at(world)}?take=xlsx").content)).get_sheet_by_index(0).to_python()

    assert rows[0][0].startswith("OFFICIAL. Attendance at the Prevent partnership group, Westmarch")
    assert rows[2] == ["Seat", "Body", "Sector", (today() - timedelta(days=10)).isoformat(), "Came", "Asked"]
    assert {row[2]: row[3] for row in rows[3:]} == {"Local authority": "Present", "Police": "Sent a substitute", "Health": "Sent apologies"}
    assert sheet[2][3] == today() - timedelta(days=10)


def test_more_meetings_take_no_more_queries(world: World) -> None:
    client = signed_in(world, Role.LEAD, cleared=True)
    held(world, days=10, local_authority="present")
    client.get(at(world))
    with CaptureQueriesContext(connection) as few:
        client.get(at(world))
    for number in range(6):
        held(world, days=40 + 50 * number, local_authority="present", police="present")

    with CaptureQueriesContext(connection) as many:
        client.get(at(world))

    assert len(many) == len(few)


def test_without_a_group_in_the_address_the_only_one_opens(world: World) -> None:
    assert signed_in(world, Role.PARTNER).get(world.at("attendance/"))["Location"] == at(world)
    assert stranger().get(at(world)).status_code == 404
