"""The year planner: what the year asks at the least, as a page, a sheet and a calendar file."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import sign_in, sign_in_stranger, the_lead
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions

pytestmark = pytest.mark.django_db
PAGE = "/ours/year/"


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="ours", name="Ours")


@pytest.fixture
def lead(area: Area) -> Viewer:
    return the_lead(area, now=timezone.now(), cleared=True)


@pytest.fixture
def group(lead: Viewer) -> str:
    began = lead.today - timedelta(days=800)
    group = actions.found_group("Prevent board", by=lead, on=began).ref
    actions.give_function(group, by=lead, on=began, function="oversight")
    return group


def test_an_empty_area_is_told_what_is_missing(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)

    page = client.get(PAGE).text

    assert "still to be set" in page
    assert "Update the risk assessment by this day" in page


def test_a_meeting_that_is_set_takes_its_place(client: Client, lead: Viewer, group: str, area: Area) -> None:
    meeting = actions.plan_meeting(group, by=lead, on=lead.today, day=lead.today + timedelta(days=30)).ref
    sign_in(client, area, Role.MEMBER)

    page = client.get(PAGE).text

    assert "Prevent board meets" in page
    assert f'href="/ours/partnership/meetings/{meeting}/"' in page
    assert "Hold a meeting of Prevent board by this day" in page


def test_a_calendar_file_says_meeting_and_no_more(client: Client, lead: Viewer, group: str, area: Area) -> None:
    actions.plan_meeting(group, by=lead, on=lead.today, day=lead.today + timedelta(days=30))
    sign_in(client, area, Role.MEMBER)

    entries = Calendar.from_ical(client.get(PAGE, {"take": "ics"}).content).walk("VEVENT")

    assert {str(entry["summary"]) for entry in entries} <= {"Meeting", "Update", "Something due"}
    assert "Prevent" not in str([entry.to_ical() for entry in entries])


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_it_can_be_taken_away(client: Client, area: Area, ending: str) -> None:
    sign_in(client, area, Role.MEMBER)

    answer = client.get(PAGE, {"take": ending})

    assert answer.headers["Content-Disposition"].endswith(f'.{ending}"')


def test_the_next_council_cannot_open_it(client: Client, area: Area) -> None:
    sign_in_stranger(client)

    assert client.get(PAGE).status_code == 404
