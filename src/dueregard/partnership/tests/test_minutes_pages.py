"""The meeting's page once it was held: what the chair clears, a later meeting approves, and a correction puts right."""

from datetime import timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Correction, MeetingStep
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, today, words
from dueregard.partnership.tests.stories import rows, the_chair_on, the_lead_on
from dueregard.partnership.tests.whole_meetings import a_whole_meeting

SEALED = ("Sealed profile", "Sealed item", "Sealed words", "Sealed decision", "Sealed task", "Sealed interest")


@pytest.fixture
def world(db):
    return a_world()


def held(world: World, *, days: int = -7, minuted: bool = True) -> str:
    """A meeting that was held so many days ago, with one item."""
    meeting, on = world.meeting(days=days), today() + timedelta(days=days)
    lead, item = the_lead_on(world.area, on), world.item(meeting, "Workshops")
    came = [
        actions.Came(seat=world.seats["police"].ref, presence="present"),
        actions.Came(seat=world.seats["health"].ref, presence="absent"),
    ]
    actions.record_attendance(meeting.ref, by=lead, came=came)
    actions.record_held(meeting.ref, by=lead, on=on, chaired_by=world.people["chair"])
    if minuted:
        actions.write_minute(item, by=lead, words="Two schools want more")
    return meeting.ref


def test_what_stands_in_the_way_is_said_before_the_chair_tries(world):
    ref = held(world, minuted=False)

    page = signed_in(world, Role.CHAIR).get(world.at(f"meetings/{ref}/"))

    assert "Finish the minutes first: 1 of its items says nothing yet" in words(page)
    assert "Clear the minutes" not in [text.strip() for text in page.content.decode().replace("<", ">").split(">")]


def test_the_chair_clears_the_minutes_and_the_forms_are_gone(world):
    ref = held(world)
    chair, address = signed_in(world, Role.CHAIR, person=world.people["chair"]), world.at(f"meetings/{ref}/clear/")

    response = chair.post(address, sent_back(chair.get(address)), follow=True)

    page = words(response)
    assert "Minutes cleared by Ines Chair on" in page
    lead = words(signed_in(world, Role.LEAD).get(world.at(f"meetings/{ref}/")))
    assert "Go on writing it up" not in lead
    assert "Put a mistake right" in lead
    assert "The chair has cleared these minutes" in words(
        signed_in(world, Role.LEAD).get(world.at(f"meetings/{ref}/write-up/"), follow=True)
    )


def test_only_the_chair_clears(world):
    ref = held(world)

    assert signed_in(world, Role.LEAD).get(world.at(f"meetings/{ref}/clear/")).status_code == 403
    page = words(signed_in(world, Role.LEAD).get(world.at(f"meetings/{ref}/")))
    assert "Nothing stands in the way. The chair clears them." in page


def test_clearing_what_somebody_changed_meanwhile_is_refused(world):
    ref = held(world)
    chair, address = signed_in(world, Role.CHAIR), world.at(f"meetings/{ref}/clear/")
    opened = sent_back(chair.get(address))
    actions.correct_sitting(ref, by=the_lead_on(world.area, today()), chaired_by=world.people["police"])

    response = chair.post(address, opened)

    assert "The minutes are not cleared" in words(response)
    assert [step.stage for step in rows(MeetingStep, world.area)] == ["planned", "held"]


def test_who_came_is_said_by_sector_with_the_quorum_in_a_sentence(world):
    ref = held(world)

    page = words(signed_in(world, Role.PARTNER).get(world.at(f"meetings/{ref}/")))

    assert "Quorate" in page
    assert "Police Present 1 of the last 1" in page
    assert "Health Nobody there 0 of the last 1" in page
    assert "Local authority Not recorded" in page


def test_a_later_meeting_approves_them_with_corrections_beside_the_record(world):
    ref, later = held(world, days=-20), held(world, days=-3)
    cleared = today() - timedelta(days=10)
    actions.clear_minutes(ref, by=the_chair_on(world.area, cleared), on=cleared)
    lead, address = signed_in(world, Role.LEAD), world.at(f"meetings/{ref}/approve/")

    response = lead.post(address, sent_back(lead.get(address), at_meeting=later, corrections="Three schools, not two\n\n"), follow=True)

    page = words(response)
    assert "as a correct record, with what is put right below" in page
    assert "Three schools, not two" in page
    assert len(rows(Correction, world.area)) == 1


def test_a_mistake_is_put_right_beside_the_item_once(world):
    ref = held(world)
    actions.clear_minutes(ref, by=the_chair_on(world.area, today()), on=today())
    lead, address = signed_in(world, Role.LEAD), world.at(f"meetings/{ref}/correct/")
    sent = sent_back(lead.get(address), words="Three schools, not two")

    lead.post(address, sent)
    response = lead.post(address, sent, follow=True)

    assert "1 correction so far" in words(response)


def test_sealed_things_are_not_on_the_page_of_somebody_without_clearance(db, settings):
    settings.DISK_ENCRYPTED = True
    area = AreaFactory(slug="westmarch")
    whole = a_whole_meeting(area)
    world = World(area, None, {}, {})

    open_page = signed_in(world, Role.PARTNER).get(world.at(f"meetings/{whole.ref}/"))
    sealed_page = signed_in(world, Role.LEAD, cleared=True).get(world.at(f"meetings/{whole.ref}/"))

    assert not [text for text in SEALED if text in open_page.content.decode()]
    assert not [text for text in SEALED if text not in sealed_page.content.decode()]
    assert b"dr-strip--sensitive" not in open_page.content
    assert b"dr-strip--sensitive" in sealed_page.content


def test_the_minute_of_a_sealed_item_is_not_offered_to_somebody_without_clearance(db, settings):
    settings.DISK_ENCRYPTED = True
    world = a_world()
    meeting = world.meeting()
    world.item(meeting, "Sealed item", marking="official-sensitive")
    item = world.item(meeting, "Open item")
    actions.write_minute(item, by=the_lead_on(world.area, today()), words="Sealed words", marking="official-sensitive")

    page = signed_in(world, Role.CLERK).get(world.at(f"meetings/{meeting.ref}/write-up/"))

    assert "Sealed" not in page.content.decode().replace("Official-Sensitive", "")
    assert "Its minute is Official-Sensitive" in words(page)


def test_a_meeting_called_at_once_is_not_among_the_last_four(world):
    held(world)
    on, seats = today() - timedelta(days=1), list(world.seats.values())
    lead = the_lead_on(world.area, on)
    at_once = actions.call_at_once(world.group.ref, by=lead, on=on, day=on, because="A march").ref
    actions.record_attendance(at_once, by=lead, came=[actions.Came(seat=seat.ref, presence="present") for seat in seats])
    actions.record_held(at_once, by=lead, on=on)

    page = words(signed_in(world, Role.PARTNER).get(world.at(f"meetings/{at_once}/")))

    assert "Police Present 1 of the last 1" in page
    assert "Health Present 0 of the last 1" in page


def test_whoever_is_cleared_is_led_to_the_official_edition_where_something_is_sealed(world, settings):
    settings.DISK_ENCRYPTED = True
    ref, lead = held(world), signed_in(world, Role.LEAD, cleared=True)
    before = words(lead.get(world.at(f"meetings/{ref}/")))

    on = today()
    item = actions.add_item(ref, by=the_lead_on(world.area, on), on=on, title="The profile", marking="official-sensitive")
    cleared, partner = (words(who.get(world.at(f"meetings/{ref}/"))) for who in (lead, signed_in(world, Role.PARTNER)))

    assert item.marking == "official-sensitive"
    assert "Official edition" not in before
    assert "Minutes (PDF), Official edition" in cleared
    assert "Official edition" not in partner
    assert lead.get(world.at(f"meetings/{ref}/minutes.pdf?edition=official")).status_code == 200
