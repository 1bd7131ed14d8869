"""The pages of meetings before they are held, and of their agendas."""

from datetime import timedelta
from uuid import uuid4

import pytest

from dueregard.access.roles import Role
from dueregard.dispatch.models import Outbox
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.organisations import actions as organisations
from dueregard.partnership import actions
from dueregard.partnership.models import AgendaItem, ItemWithdrawal, Meeting, MeetingDate, MeetingStep, Paper
from dueregard.partnership.tests.pages import a_world, sent_back, signed_in, today, words
from dueregard.partnership.tests.stories import BEGAN, rows, the_lead_on


@pytest.fixture
def world(db):
    return a_world()


def day(days: int) -> str:
    return f"{today() + timedelta(days=days):%d/%m/%Y}"


def test_a_meeting_is_planned_from_the_page_a_gap_leads_to(world):
    lead, address = signed_in(world, Role.LEAD), world.at(f"groups/{world.group.ref}/meetings/plan/")

    response = lead.post(address, sent_back(lead.get(address), day=day(20), starts="10:30", place="Room 2"), follow=True)

    page = words(response)
    assert "The meeting is planned. Next: its agenda" in page
    assert "Planned." in page
    assert "10:30" in page
    assert "Nothing is on its agenda" in page
    assert "It is not called yet" in page


def test_a_meeting_planned_for_a_past_day_is_refused_with_the_way_out(world):
    lead, address = signed_in(world, Role.LEAD), world.at(f"groups/{world.group.ref}/meetings/plan/")

    response = lead.post(address, sent_back(lead.get(address), day=day(-1)))

    assert "The meeting is not planned yet" in words(response)
    assert "Record the meeting as held instead" in words(response)
    assert "Record a meeting that took place" in words(response)


def test_calling_a_meeting_asks_everybody_who_has_an_address(world):
    meeting = world.meeting(days=20)
    lead, address = signed_in(world, Role.LEAD), world.at(f"meetings/{meeting.ref}/call/")
    opened = lead.get(address)
    assert "3 of 4 people on the group will be asked by e-mail" in words(opened)
    assert "No e-mail address is recorded for Ines Chair" in words(opened)

    response = lead.post(address, sent_back(opened), follow=True)

    assert "The meeting is called" in words(response)
    assert {row.to for row in rows(Outbox, world.area)} == {f"{name}@example.org" for name in ("local-authority", "police", "health")}


def test_two_people_calling_the_same_meeting_do_not_ask_twice(world):
    meeting = world.meeting(days=20)
    address = world.at(f"meetings/{meeting.ref}/call/")
    first, second = signed_in(world, Role.LEAD), signed_in(world, Role.CLERK)
    ours, theirs = sent_back(first.get(address)), sent_back(second.get(address))
    first.post(address, ours)

    response = second.post(address, theirs)

    assert "The meeting is not called yet" in words(response)
    assert [step.stage for step in rows(MeetingStep, world.area)] == ["planned", "called"]


def test_moving_a_meeting_that_somebody_else_moved_first_is_refused_and_keeps_the_typing(world):
    meeting = world.meeting(days=20)
    address = world.at(f"meetings/{meeting.ref}/move/")
    first, second = signed_in(world, Role.LEAD), signed_in(world, Role.CLERK)
    ours, theirs = first.get(address), second.get(address)
    first.post(address, sent_back(ours, day=day(25)))

    response = second.post(address, sent_back(theirs, day=day(30), because="The room is taken"))

    assert "This was changed by" in words(response)
    assert sent_back(response)["because"] == "The room is taken"

    second.post(address, sent_back(response))

    assert [row.day for row in rows(MeetingDate, world.area)][-1] == today() + timedelta(days=30)


def test_a_cancelled_meeting_says_why_and_offers_nothing_more(world):
    meeting = world.meeting(days=20)
    lead, address = signed_in(world, Role.LEAD), world.at(f"meetings/{meeting.ref}/cancel/")
    assert "Fill in “Why it will not take place”" in words(lead.post(address, sent_back(lead.get(address))))

    response = lead.post(address, sent_back(lead.get(address), because="The hall is flooded"), follow=True)

    page = words(response)
    assert "The hall is flooded" in page
    assert "Move it" not in page
    assert "Write it up" not in page


def test_a_meeting_called_at_once_says_why(world):
    lead, address = signed_in(world, Role.LEAD), world.at(f"groups/{world.group.ref}/meetings/at-once/")

    response = lead.post(address, sent_back(lead.get(address), because="The threat level went up", day=day(1)), follow=True)

    page = words(response)
    assert "Called at once" in page
    assert "The threat level went up" in page


def test_last_years_meeting_is_recorded_without_having_been_planned(world):
    lead, address = signed_in(world, Role.LEAD), world.at(f"groups/{world.group.ref}/meetings/record/")

    response = lead.post(address, sent_back(lead.get(address), on=day(-300)), follow=True)

    assert "Write it up" in words(response)
    assert len(rows(Meeting, world.area)) == 1


def test_the_tier_sets_the_cadence_and_is_said_only_to_those_cleared_for_it(world, settings):
    settings.DISK_ENCRYPTED = True
    organisations.say_standing("tier", by=the_lead_on(world.area, BEGAN), value="higher", on=BEGAN, because="A letter")

    lead = signed_in(world, Role.LEAD, cleared=True).get(world.at("meetings/"))
    partner = signed_in(world, Role.PARTNER).get(world.at("meetings/"))

    assert "The area is in the higher tier" in words(lead)
    assert b"dr-strip--sensitive" in lead.content
    assert "higher tier" not in words(partner)
    assert "The toolkit expects at least 2 meetings a year, and 4 where threat and risk are higher" in words(partner)


def test_an_agenda_is_set_item_by_item(world):
    meeting = world.meeting(days=20)
    lead, address = signed_in(world, Role.LEAD), world.at(f"meetings/{meeting.ref}/agenda/")
    assert "Nothing is on it yet" in words(lead.get(address))

    lead.post(address, sent_back(lead.get(address), title="Workshops", minutes_allotted="25", presenter="Prevent lead"))
    lead.post(address, sent_back(lead.get(address), title="Any other business", minutes_allotted="5"))
    lead.post(world.at(f"meetings/{meeting.ref}/agenda/review/"))
    response = lead.post(world.at(f"meetings/{meeting.ref}/agenda/review/"), follow=True)

    page = words(response)
    assert "3 items, 45 minutes in all" in page
    assert "The review of actions is on the agenda already" in page


def test_an_item_moves_up_and_is_taken_off(world):
    meeting = world.meeting(days=20)
    first, second = world.item(meeting, "First"), world.item(meeting, "Second")
    lead, address = signed_in(world, Role.LEAD), world.at(f"meetings/{meeting.ref}/agenda/")

    lead.post(world.at(f"items/{second}/move/"), {"to": "up", "seen": str(meeting.version)})
    moved = words(lead.get(address))
    stale = words(lead.post(world.at(f"items/{first}/move/"), {"to": "up", "seen": str(meeting.version)}, follow=True))
    lead.post(world.at(f"items/{first}/take-off/"))

    assert "1. Second" in moved
    assert "2. First" in moved
    assert "This was changed" in stale
    assert "1. Second" in words(lead.get(address))
    assert "2. First" not in words(lead.get(address))
    assert len(rows(ItemWithdrawal, world.area)) == 1


def test_an_item_is_changed_and_given_a_paper_from_the_register(world):
    meeting = world.meeting(days=20)
    item = world.item(meeting, "Workshops")
    document = DocumentFactory(area=world.area, title="The autumn report")
    VersionFactory(document=document, on=BEGAN)
    lead = signed_in(world, Role.LEAD)
    change, add = world.at(f"items/{item}/change/"), world.at(f"items/{item}/papers/add/")

    lead.post(change, sent_back(lead.get(change), title="Workshops for parents"))
    lead.post(add, sent_back(lead.get(add), version=f"{document.ref}/1"))

    page = words(lead.get(world.at(f"meetings/{meeting.ref}/")))
    assert "Workshops for parents" in page
    assert "The autumn report" in page
    assert len(rows(Paper, world.area)) == 1


def test_what_was_not_reached_is_carried_over(world):
    before, after = world.meeting(days=-10), world.meeting(days=20)
    item, on = world.item(before, "Homecare training"), today() - timedelta(days=10)
    lead_then = the_lead_on(world.area, on)
    actions.record_attendance(before.ref, by=lead_then, came=[actions.Came(seat=world.seats["police"].ref, presence="present")])
    actions.record_held(before.ref, by=lead_then, on=on)
    actions.write_minute(item, by=lead_then, outcome="not-reached")
    lead = signed_in(world, Role.LEAD)
    assert "1 item of" in words(lead.get(world.at(f"meetings/{after.ref}/agenda/")))
    address = world.at(f"meetings/{before.ref}/carry-over/")

    response = lead.post(address, sent_back(lead.get(address), to=after.ref), follow=True)

    assert "Homecare training" in words(response)
    assert "carried over" in words(response)
    assert [row.title for row in rows(AgendaItem, world.area)] == ["Homecare training"] * 2


def test_an_old_form_without_its_key_asks_to_be_opened_again(world):
    lead, address = signed_in(world, Role.LEAD), world.at(f"groups/{world.group.ref}/meetings/plan/")

    assert "This page is too old to save from" in words(lead.post(address, {"day": day(20)}))
    assert lead.post(address, {"day": day(20), "once": str(uuid4())}).status_code == 302


def test_a_partner_answers_the_invitation_for_themselves_alone(world):
    meeting = world.meeting(days=20)
    actions.call_meeting(meeting.ref, by=the_lead_on(world.area, today()), on=today())
    partner, address = signed_in(world, Role.PARTNER, person=world.people["police"]), world.at(f"meetings/{meeting.ref}/reply/")
    opened = partner.get(address)
    assert "Member for health" not in words(opened).split("Answer", 2)[1]

    response = partner.post(address, sent_back(opened, answer="apologies"), follow=True)

    assert "Member for police: sends apologies" in words(response)
    assert signed_in(world, Role.PARTNER).get(address).status_code == 403
