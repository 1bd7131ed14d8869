"""The chair's brief: two pages before a meeting, from what is recorded."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from docx import Document as WordDocument

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import sign_in, sign_in_stranger, the_lead
from dueregard.audit.models import Event
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.partnership import actions

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="ours", name="Ours")


@pytest.fixture
def lead(area: Area) -> Viewer:
    return the_lead(area, now=timezone.now(), cleared=True)


@pytest.fixture
def meeting(lead: Viewer, area: Area) -> str:
    """A group whose health seat came once and then missed two meetings; the next is in three weeks."""
    began = lead.today - timedelta(days=800)
    group = actions.found_group("Prevent board", by=lead, on=began).ref
    actions.give_function(group, by=lead, on=began, function="oversight")
    seats = {
        name: actions.open_seat(group, by=lead, on=began, kind="sector", sector=name, body=BodyFactory(area=area, name=name).ref).ref
        for name in ("health", "police")
    }
    for days, health in ((300, "present"), (200, "absent"), (100, "apologies")):
        ref = actions.write_up_meeting(group, by=lead, on=lead.today - timedelta(days=days)).ref
        came = [actions.Came(seat=seats["health"], presence=health), actions.Came(seat=seats["police"], presence="present")]
        actions.record_attendance(ref, by=lead, came=came)
        actions.record_held(ref, by=lead, on=lead.today - timedelta(days=days))
    return actions.plan_meeting(group, by=lead, on=lead.today, day=lead.today + timedelta(days=21)).ref


def late_action(lead: Viewer, area: Area) -> str:
    body = BodyFactory(area=area, name="Ours Police").ref
    return actions.raise_action(
        "Map the venues", by=lead, on=lead.today - timedelta(days=50), body=body, due=lead.today - timedelta(days=9)
    ).ref


def test_it_says_what_slipped_and_whose_and_who_has_stopped_coming(client: Client, lead: Viewer, area: Area, meeting: str) -> None:
    late_action(lead, area)
    sign_in(client, area, Role.CHAIR)

    page = client.get(f"/ours/brief/{meeting}/").text

    assert "1 action late, 1 seat no longer coming" in page
    assert "Map the venues" in page
    assert "Ours Police" in page
    assert f"health last came on {lead.today - timedelta(days=300):%-d %B %Y}" in page
    assert "police last came" not in page


def test_nothing_on_the_agenda_asks_for_a_decision_until_something_does(client: Client, lead: Viewer, area: Area, meeting: str) -> None:
    sign_in(client, area, Role.CHAIR)
    before = client.get(f"/ours/brief/{meeting}/").text
    actions.add_item(meeting, by=lead, on=lead.today, title="Agree the plan", kind="plan")

    after = client.get(f"/ours/brief/{meeting}/").text

    assert "Nothing on the agenda asks for a decision yet" in before
    assert "Agree the plan" in after


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_it_is_taken_along_and_that_is_in_the_trail(client: Client, lead: Viewer, area: Area, meeting: str, ending: str) -> None:
    late_action(lead, area)
    sign_in(client, area, Role.CHAIR)

    content = client.get(f"/ours/brief/{meeting}/", {"take": ending}).content

    if ending == "docx":
        words = "\n".join(cell.text for table in WordDocument(io.BytesIO(content)).tables for row in table.rows for cell in row.cells)
        assert "Map the venues" in words
    assert content[:2] in (b"PK", b"%P")
    with scope(lead):
        assert Event.objects.filter(area_id=lead.area_id).order_by("number").last().verb == "partnership.brief.taken-away"


def test_another_councils_meeting_has_no_brief_here(client: Client, meeting: str) -> None:
    sign_in_stranger(client)

    assert client.get(f"/ours/brief/{meeting}/").status_code == 404
    assert client.get(f"/next-council/brief/{meeting}/").status_code == 404
