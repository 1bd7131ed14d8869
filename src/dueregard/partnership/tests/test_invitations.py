"""Mails about a meeting: one for each person, moved and called off with it, none because a file was loaded."""

from datetime import timedelta
from typing import Any

import pytest

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.dispatch.models import Outbox
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Meeting
from dueregard.partnership.tests.house import AHEAD
from dueregard.partnership.tests.stories import a_group, a_person, a_planned_meeting, inside, rows, the_lead_on

pytestmark = pytest.mark.django_db


def a_called_meeting(area: Area) -> Meeting:
    group, lead = a_group(area), the_lead_on(area)
    for email in ("ada@example.org", "ben@example.org", ""):
        person = a_person(area, email=email)
        actions.appoint(group.ref, by=lead, on=TODAY, person=person, role="member")
        actions.appoint(group.ref, by=lead, on=TODAY, person=person, role="adviser")
    meeting = a_planned_meeting(group, AHEAD, on=TODAY)
    actions.call_meeting(meeting.ref, by=lead, on=TODAY)
    return meeting


def waiting(area: Area) -> list[tuple[Any, ...]]:
    with inside(area):
        return sorted(Outbox.objects.filter(area=area, called_off__isnull=True).values_list("kind", "to"))


def test_each_person_with_an_address_is_asked_once_and_reminded_once() -> None:
    area = AreaFactory()

    a_called_meeting(area)

    assert waiting(area) == [(kind, to) for kind in ("called", "reminder") for to in ("ada@example.org", "ben@example.org")]
    assert {row.subject for row in rows(Outbox, area)} == {"Meeting", "Meeting: reminder"}


def test_a_moved_meeting_calls_its_old_reminders_off() -> None:
    area = AreaFactory()
    meeting = a_called_meeting(area)

    actions.move_meeting(meeting.ref, by=the_lead_on(area), on=TODAY, day=AHEAD + timedelta(days=7))

    assert [kind for kind, to in waiting(area) if to == "ada@example.org"] == ["called", "moved", "reminder"]


def test_a_cancelled_meeting_reminds_nobody() -> None:
    area = AreaFactory()
    meeting = a_called_meeting(area)

    actions.cancel_meeting(meeting.ref, by=the_lead_on(area), on=TODAY, because="Flood")

    assert [kind for kind, to in waiting(area) if to == "ada@example.org"] == ["called", "cancelled"]


def test_the_operator_writes_to_nobody() -> None:
    area = AreaFactory()
    group = a_group(area)
    lead = the_lead_on(area)
    actions.appoint(group.ref, by=lead, on=TODAY, person=a_person(area, email="ada@example.org"), role="member")
    operator = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=lead.now)

    actions.call_at_once(group.ref, by=operator, on=TODAY, day=TODAY, because="A march")

    assert waiting(area) == []
