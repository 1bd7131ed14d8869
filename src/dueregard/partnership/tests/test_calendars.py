"""The calendar entry of a meeting: when and where, and nothing of what it is about."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from dueregard.accounts.tests.people import TODAY
from dueregard.dispatch.models import Outbox
from dueregard.dispatch.rules import why_not_attach
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.partnership import actions
from dueregard.partnership.queries.calendars import meeting_calendar
from dueregard.partnership.rules.calendars import invitation_calendar
from dueregard.partnership.tests.stories import a_group, a_planned_meeting, an_item, inside, rows, the_lead_on

SUMMER = {
    "area": "westmarch",
    "times_set": 1,
    "day": date(2026, 7, 1),
    "starts": time(10),
    "ends": time(12),
    "place": "Room of maps; second floor, left",
    "address": "https://prevent.example/westmarch/partnership/meetings/M-3/",
    "is_cancelled": False,
    "made_at": datetime(2026, 6, 1, 9, tzinfo=UTC),
}


def an_entry(**more: object):
    calendar = Calendar.from_ical(invitation_calendar("M-3", **(SUMMER | more)))
    return calendar, calendar.events[0]


def test_an_entry_says_meeting_when_where_and_the_pages_address():
    calendar, entry = an_entry()

    assert calendar["METHOD"] == "PUBLISH"
    assert entry["SUMMARY"] == "Meeting"
    assert entry["LOCATION"] == "Room of maps; second floor, left"
    assert entry["URL"] == SUMMER["address"]
    assert entry["STATUS"] == "CONFIRMED"
    assert set(entry) <= {"UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "LOCATION", "URL", "STATUS", "CLASS"}


@pytest.mark.parametrize(("day", "offset", "name"), [(date(2026, 7, 1), 1, "BST"), (date(2026, 12, 9), 0, "GMT")])
def test_the_clock_is_londons_in_summer_and_winter_and_is_spelt_out(day, offset, name):
    calendar, entry = an_entry(day=day)

    zone = calendar.timezones[0]
    start = entry["DTSTART"]
    assert start.params["TZID"] == zone["TZID"] == "Europe/London"
    assert datetime.combine(day, time(10), zone.to_tz(lookup_tzid=False)).utcoffset() == timedelta(hours=offset)
    assert name in zone.to_ical().decode()


def test_a_meeting_without_a_time_has_its_whole_day():
    _, entry = an_entry(starts=None, ends=None)

    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2026, 7, 1), date(2026, 7, 2))


def test_a_cancelled_meeting_says_so_under_the_same_uid_and_a_later_sequence():
    _, before = an_entry()
    _, after = an_entry(is_cancelled=True)

    assert after["STATUS"] == "CANCELLED"
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


@pytest.mark.parametrize("place", ["", "Line one\nSUMMARY:A case", "=1+1", "שלום 🎉", "x" * 200])
def test_nothing_typed_can_become_a_line_of_its_own(place):
    text = invitation_calendar("M-3", **(SUMMER | {"place": place}))

    assert why_not_attach(text, to="somebody@example.org") is None
    assert all(len(line.encode()) <= 75 for line in text.splitlines())
    assert Calendar.from_ical(text).events[0].get("LOCATION", "") == place


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch")


@pytest.mark.django_db
def test_a_meeting_that_moves_keeps_its_uid_and_takes_its_sequence_further(area):
    meeting = a_planned_meeting(a_group(area), TODAY + timedelta(days=30), on=TODAY)
    an_item(meeting, "What nobody outside should read", on=TODAY)
    with inside(area):
        before = meeting_calendar(the_lead_on(area), meeting=meeting.ref)

    next_day = the_lead_on(area, TODAY + timedelta(days=1))
    actions.move_meeting(meeting.ref, by=next_day, on=next_day.today, day=TODAY + timedelta(days=40), starts=time(9))

    with inside(area):
        after = meeting_calendar(next_day, meeting=meeting.ref)
    first, second = (Calendar.from_ical(text).events[0] for text in (before, after))
    assert first["UID"] == second["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert second["DTSTART"].dt.date() == TODAY + timedelta(days=40)
    assert "nobody outside" not in after


@pytest.mark.django_db
def test_an_invitation_and_a_cancelling_carry_the_entry(area):
    group = a_group(area)
    person = PersonFactory(area=area, email="member@example.org")
    actions.appoint(group.ref, by=the_lead_on(area), on=TODAY, person=person.ref, role="chair")
    meeting = a_planned_meeting(group, TODAY + timedelta(days=30), on=TODAY)

    actions.call_meeting(meeting.ref, by=the_lead_on(area), on=TODAY)
    actions.cancel_meeting(meeting.ref, by=the_lead_on(area), on=TODAY, because="Snow")

    mails = {mail.kind: mail.calendar for mail in rows(Outbox, area)}
    assert "STATUS:CONFIRMED" in mails["called"]
    assert "STATUS:CANCELLED" in mails["cancelled"]
    assert f"/westmarch/partnership/meetings/{meeting.ref}/" in mails["called"].replace("\r\n ", "")
