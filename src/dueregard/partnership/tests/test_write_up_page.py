"""The page on which a coordinator writes a meeting up from scribbled notes."""

from datetime import timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.partnership import actions
from dueregard.partnership.models import Action, ActionReview, Attendance, Decision, Declaration, MeetingHeld, MeetingStep, Minute
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import rows, the_lead_on

CHECK = {
    "mindful": "yes",
    "mindful_because": "The profile of May names it",
    "proportionate": "yes",
    "proportionate_because": "Two schools, no names",
    "reduces": "yes",
    "reduces_because": "Parents asked for it",
}


@pytest.fixture
def world(db):
    return a_world()


def checked(item: str, **more: str) -> dict[str, str]:
    return {f"d-{item}-{name}": value for name, value in (CHECK | more).items()}


def on_the_day(world: World) -> tuple[str, str, str]:
    """A meeting of today with two items: the address of its page, and the items."""
    meeting = world.meeting()
    first, second = world.item(meeting, "Workshops"), world.item(meeting, "Review of actions")
    return world.at(f"meetings/{meeting.ref}/write-up/"), first, second


def test_everything_in_the_notes_is_saved_by_one_press(world):
    address, item, _ = on_the_day(world)
    lead, seats = signed_in(world, Role.LEAD), world.seats
    notes = {
        f"who-came_{seats['local-authority'].ref}": "present",
        f"who-came_{seats['police'].ref}": "substitute",
        f"who-came_{seats['health'].ref}": "apologies",
        "sat-chaired_by": world.people["chair"],
        "sat-started": "10:05",
        "sat-ended": "11:50",
        f"{item}-words": "Two schools want more",
        f"d-{item}-words": "Pay for two more workshops",
        f"d-{item}-kind": "delivery",
        **checked(item),
        f"a-{item}-what": "Agree the dates",
        f"a-{item}-body": seats["police"].body.ref,
        f"a-{item}-follows": "this",
        "declared-person": world.people["police"],
        "declared-words": "Sits on a school’s board",
    }

    response = lead.post(address, sent_back(lead.get(address), **notes), follow=True)

    page = words(response)
    assert (
        "Saved: who came, who chaired and when it sat, the minutes of item 1, a decision at item 1, an action at item 1 and an interest"
        in page
    )
    assert {row.presence for row in rows(Attendance, world.area)} == {"present", "substitute", "apologies"}
    assert [step.stage for step in rows(MeetingStep, world.area)] == ["planned", "held"]
    assert rows(Minute, world.area)[0].words == "Two schools want more"
    action, decision = rows(Action, world.area)[0], rows(Decision, world.area)[0]
    assert action.decision_id == decision.pk
    assert len(rows(Declaration, world.area)) == 1


def test_a_decision_that_does_not_hold_is_refused_while_the_rest_is_saved_and_nothing_typed_is_lost(world):
    address, item, other = on_the_day(world)
    lead = signed_in(world, Role.LEAD)
    notes = checked(item, reduces="", reduces_because="") | {
        f"{item}-words": "Two schools want more",
        f"{other}-words": "All as they were",
        f"d-{item}-words": "Pay for two more workshops",
        f"d-{item}-kind": "delivery",
    }

    response = lead.post(address, sent_back(lead.get(address), **notes))

    page = words(response)
    assert response.status_code == 200
    assert "The decision is not recorded yet" in page
    assert "Answer yes or no to the third question" in page
    assert f'href="#id_d-{item}-reduces_because"' in response.content.decode()
    assert "Saved: the minutes of item 1 and the minutes of item 2" in page
    assert not rows(Decision, world.area)
    again = sent_back(response)
    assert again[f"d-{item}-words"] == "Pay for two more workshops"
    assert again[f"d-{item}-mindful_because"] == "The profile of May names it"
    assert "<title>Error: " in response.content.decode()

    done = lead.post(address, again | {f"d-{item}-reduces": "yes", f"d-{item}-reduces_because": "Parents asked"}, follow=True)

    assert "Saved: a decision at item 1" in words(done)
    assert len(rows(Decision, world.area)) == 1


def test_a_decision_about_delivery_can_be_recorded_honestly_without_its_check(world):
    address, item, _ = on_the_day(world)
    lead = signed_in(world, Role.LEAD)
    notes = {f"d-{item}-words": "Pay", f"d-{item}-kind": "delivery", f"d-{item}-is_unchecked": "on"}

    response = lead.post(address, sent_back(lead.get(address), **notes), follow=True)

    assert "No Security Threat Check" in words(response)


def test_the_same_page_sent_twice_records_everything_once(world):
    address, item, _ = on_the_day(world)
    lead = signed_in(world, Role.LEAD)
    notes = {
        f"who-came_{world.seats['police'].ref}": "present",
        "sat-chaired_by": "unknown",
        f"{item}-words": "Said",
        f"d-{item}-words": "Meet in March",
        f"d-{item}-kind": "procedural",
        f"a-{item}-what": "Book the room",
        f"a-{item}-body": world.seats["police"].body.ref,
        "declared-person": world.people["police"],
        "declared-words": "Knows the owner of the room",
    }
    sent = sent_back(lead.get(address), **notes)

    lead.post(address, sent)
    response = lead.post(address, sent, follow=True)

    assert response.status_code == 200
    for model in (Attendance, MeetingHeld, Minute, Decision, Action, Declaration):
        assert len(rows(model, world.area)) == 1, model


def test_who_chairs_and_sits_for_a_body_is_written_up_once(world):
    chair, seat = world.people["chair"], world.seats["health"]
    actions.appoint(world.group.ref, by=the_lead_on(world.area, seat.on), on=seat.on, person=chair, role="member", seat=seat.ref)
    address, _, _ = on_the_day(world)

    page = words(signed_in(world, Role.LEAD).get(address))

    assert "holds no seat" not in page


def test_who_chairs_and_only_stands_in_for_a_body_is_still_written_up_as_the_chair(world):
    chair, seat = world.people["chair"], world.seats["health"]
    actions.appoint(world.group.ref, by=the_lead_on(world.area, seat.on), on=seat.on, person=chair, role="substitute", seat=seat.ref)
    address, _, _ = on_the_day(world)

    page = words(signed_in(world, Role.LEAD).get(address))

    assert "Chair, holds no seat" in page


def test_the_second_of_two_editors_is_told_who_changed_it_and_keeps_what_they_typed(world):
    address, item, _ = on_the_day(world)
    first = signed_in(world, Role.LEAD, person=world.people["chair"])
    second = signed_in(world, Role.CLERK)
    theirs, ours = first.get(address), second.get(address)
    first.post(address, sent_back(theirs, **{f"{item}-words": "What the lead heard"}))

    response = second.post(address, sent_back(ours, **{f"{item}-words": "What the clerk heard"}))

    page = words(response)
    assert "The minutes of item 1. This was changed by Ines Chair on" in page
    assert "As it is saved now: What the lead heard" in page
    assert sent_back(response)[f"{item}-words"] == "What the clerk heard"

    second.post(address, sent_back(response))

    assert [row.words for row in rows(Minute, world.area)] == ["What the lead heard", "What the clerk heard"]


def test_what_a_second_editor_left_alone_is_left_alone_whatever_the_first_wrote_there(world):
    address, item, other = on_the_day(world)
    first = signed_in(world, Role.LEAD, person=world.people["chair"])
    second = signed_in(world, Role.CLERK)
    theirs, ours = first.get(address), second.get(address)
    notes = {f"who-came_{world.seats['police'].ref}": "present", "sat-chaired_by": "unknown", f"{item}-words": "What the lead heard"}
    first.post(address, sent_back(theirs, **notes))

    response = second.post(address, sent_back(ours, **{f"{other}-words": "What the clerk heard"}), follow=True)

    assert "Saved: the minutes of item 2" in words(response)
    assert "There is a problem" not in words(response)
    assert {row.words for row in rows(Minute, world.area)} == {"What the lead heard", "What the clerk heard"}


def test_saying_who_chaired_before_who_came_is_refused_in_words(world):
    address, _, _ = on_the_day(world)
    lead = signed_in(world, Role.LEAD)

    response = lead.post(address, sent_back(lead.get(address), **{"sat-chaired_by": world.people["chair"]}))

    assert "The meeting is not recorded as held yet" in words(response)
    assert "Record who was there first" in words(response)
    assert sent_back(response)["sat-chaired_by"] == world.people["chair"]


def test_open_actions_are_reviewed_under_their_item_the_rest_in_one_click(world):
    address, _, item = on_the_day(world)
    lead, before = signed_in(world, Role.LEAD), today() - timedelta(days=20)
    body = world.seats["police"].body.ref
    made = [
        actions.raise_action(what, by=the_lead_on(world.area, before), on=before, body=body, group=world.group.ref)
        for what in ("Write to schools", "Count the workshops")
    ]
    page = lead.get(address)
    assert "Record what was said of the 2 open actions" in words(page)

    lead.post(address, sent_back(page, **{f"r-{item}-said_{made[0].ref}": "Half of them answered", f"r-{item}-rest": "on"}))

    assert sorted(row.words for row in rows(ActionReview, world.area)) == ["Half of them answered", "Reviewed; goes on as it is"]


def test_a_meeting_to_come_is_not_written_up_yet(world):
    meeting = world.meeting(days=9)

    response = signed_in(world, Role.LEAD).get(world.at(f"meetings/{meeting.ref}/write-up/"), follow=True)

    assert "It can be written up from that day" in words(response)


def test_partners_and_strangers_cannot_open_it(world):
    address, _, _ = on_the_day(world)

    assert signed_in(world, Role.PARTNER).get(address).status_code == 403
    assert stranger().get(address).status_code == 404


def test_a_person_of_another_area_cannot_be_named(world):
    address, item, _ = on_the_day(world)
    theirs = a_world("next-council").people["chair"]
    lead = signed_in(world, Role.LEAD)

    response = lead.post(
        address, sent_back(lead.get(address), **{f"a-{item}-what": "Do it", f"a-{item}-body": "B-9999", "declared-person": theirs})
    )

    assert "Choose from the list for “Body that owns it”" in words(response)
    assert not rows(Action, world.area)
    assert not rows(Declaration, world.area)


def test_text_with_tags_is_shown_as_text(world):
    address, item, _ = on_the_day(world)
    lead = signed_in(world, Role.LEAD)

    response = lead.post(address, sent_back(lead.get(address), **{f"{item}-words": "<script>alert(1)</script>"}), follow=True)

    assert b"<script>" not in response.content
