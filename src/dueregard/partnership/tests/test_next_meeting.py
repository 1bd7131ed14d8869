"""How the next meeting is shaping up: who has answered, what has its paper."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Meeting
from dueregard.partnership.queries.next_meeting import NextMeeting, shaping_up
from dueregard.partnership.tests.stories import a_group, a_planned_meeting, a_seat, an_item, inside, the_lead_on

pytestmark = pytest.mark.django_db
DAY = TODAY + timedelta(days=14)
BODIES = ("Police", "Health", "Probation", "The college", "The prison", "The trust")


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="ours")


@pytest.fixture
def meeting(area: Area) -> Meeting:
    group = a_group(area)
    for name in BODIES:
        a_seat(group, body=BodyFactory(area=area, name=name).ref)
    return a_planned_meeting(group, DAY)


def stands(area: Area, role: Role = Role.LEAD) -> NextMeeting:
    with inside(area):
        found = shaping_up(a_viewer(area, role), on=TODAY)
    assert found
    return found


def answers(meeting: Meeting, body: str, answer: str = "coming") -> None:
    person = PersonFactory(area=meeting.area, body__area=meeting.area)
    with inside(meeting.area):
        type(person).objects.filter(pk=person.pk).update(body=person.body.__class__.objects.get(area=meeting.area, name=body))
    actions.reply(meeting.ref, by=the_lead_on(meeting.area), on=TODAY, person=person.ref, answer=answer)


def test_a_planned_meeting_asks_nobody_yet(area: Area, meeting: Meeting) -> None:
    found = stands(area)

    assert (found.replies, found.papers) == ("", "Nothing is on the agenda yet.")


def test_a_called_meeting_names_the_bodies_that_have_not_answered(area: Area, meeting: Meeting) -> None:
    actions.call_meeting(meeting.ref, by=the_lead_on(area), on=TODAY)
    nobody = stands(area)
    answers(meeting, "Police")
    answers(meeting, "Police", "apologies")
    answers(meeting, "Health")

    some = stands(area)

    assert nobody.replies == "0 of 6 bodies have answered. Not yet Health, Police, Probation, The college and 2 more."
    assert some.replies == "2 of 6 bodies have answered. Not yet Probation, The college, The prison and The trust."


def test_items_are_counted_with_their_papers_as_far_as_somebody_may_know(area: Area, meeting: Meeting, settings: Settings) -> None:
    settings.DISK_ENCRYPTED = True
    lead, sealed = the_lead_on(area), {"marking": "official-sensitive"}
    first, second = (an_item(meeting, title, on=TODAY, **more) for title, more in (("The plan", {}), ("The profile", sealed)))
    for item, more in ((first, {}), (second, sealed)):
        version = VersionFactory(area=area, document=DocumentFactory(area=area, **more))
        actions.add_paper(item.ref, by=lead, on=TODAY, version=f"{version.document.ref}/{version.number}")

    found = stands(area, Role.MEMBER)

    assert found.papers == "1 of 1 item on the agenda has a paper."


def test_after_its_day_it_is_no_longer_the_next(area: Area, meeting: Meeting) -> None:
    with inside(area):
        assert shaping_up(the_lead_on(area), on=DAY + timedelta(days=1)) is None


def test_today_says_how_the_next_meeting_is_shaping_up(client: Client, area: Area, meeting: Meeting) -> None:
    actions.call_meeting(meeting.ref, by=the_lead_on(area), on=TODAY)
    sign_in(client, area, Role.CLERK)

    page = client.get("/").text

    assert "0 of 6 bodies have answered." in page
    assert "Nothing is on the agenda yet." in page
