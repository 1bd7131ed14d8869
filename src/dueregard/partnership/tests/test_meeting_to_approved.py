"""A meeting from the scribbled notes to the approved minutes, with what is put right on the way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dueregard.accounts.tests.people import TODAY, the_partner
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions, queries
from dueregard.partnership.models import AgendaItem, Attendance, Correction, Minute
from dueregard.partnership.rules.agenda import ItemOutcome
from dueregard.partnership.rules.meetings import MeetingStage, Presence
from dueregard.partnership.tests.house import AHEAD, a_house
from dueregard.partnership.tests.stories import a_group, a_seat, inside, rows, the_chair_on, the_lead_on

pytestmark = pytest.mark.django_db


def test_a_meeting_nobody_planned_here_is_written_up_afterwards() -> None:
    area = AreaFactory()
    group, lead = a_group(area), the_lead_on(area)
    seat, day = a_seat(group), TODAY - timedelta(days=5)

    meeting = actions.write_up_meeting(group.ref, by=lead, on=day, place="Online")
    actions.record_attendance(meeting.ref, by=lead, came=[actions.Came(seat=seat.ref, presence="present")])
    actions.record_held(meeting.ref, by=lead, on=day)

    with inside(area):
        [row] = queries.meeting_rows(lead)
        assert queries.quoracy(lead, meeting=meeting.ref).holds
    assert (row.stage, row.day, row.on(MeetingStage.PLANNED)) == (MeetingStage.HELD, day, None)


def test_what_was_typed_last_holds_and_what_it_replaced_stays() -> None:
    house = a_house()
    lead = the_lead_on(house.area)
    later = lead.at(lead.now + timedelta(hours=1))
    actions.write_minute(house.today_item, by=lead, words="First go")

    actions.write_minute(house.today_item, by=later, words="Better", outcome="noted")
    actions.record_attendance(house.today, by=later, came=[actions.Came(seat=house.seat, presence="apologies")])

    with inside(house.area):
        [row] = queries.agenda(lead, meeting=house.today)
        [came] = queries.attendance_of(lead, queries.meetings(lead).get(ref=house.today))
    assert (row.minute.words, row.outcome) == ("Better", ItemOutcome.NOTED)
    assert came.presence == Presence.APOLOGIES
    assert len(rows(Minute, house.area, item__ref=house.today_item)) == 2
    assert len(rows(Attendance, house.area, meeting__ref=house.today)) == 2


def test_a_later_meeting_approves_the_minutes_with_corrections() -> None:
    house = a_house()

    actions.approve_minutes(house.cleared, by=the_lead_on(house.area), at_meeting=house.held, corrections=["It was nine o’clock"])

    [correction] = rows(Correction, house.area)
    with inside(house.area):
        state = next(row for row in queries.meeting_rows(the_lead_on(house.area)) if row.ref == house.cleared)
        assert correction.at_meeting.ref == house.held
    assert state.stage is MeetingStage.APPROVED
    assert (correction.on, correction.words) == (state.on(MeetingStage.APPROVED), "It was nine o’clock")


def test_only_what_was_not_reached_is_carried_over_and_only_once() -> None:
    house = a_house()
    lead = the_lead_on(house.area)

    carried = actions.carry_over(house.held, by=lead, on=TODAY, to=house.coming)

    assert [(item.title, item.carried_from.ref) for item in carried] == [("Late", house.left_item)]
    with pytest.raises(Refused, match="nothing to carry over"):
        actions.carry_over(house.held, by=lead, on=TODAY, to=house.coming)


def test_the_agenda_keeps_the_order_it_was_put_in() -> None:
    house = a_house()
    lead = the_lead_on(house.area)

    actions.reorder(house.coming, by=lead, order=house.coming_items[::-1])
    actions.withdraw_item(house.coming_items[1], by=lead, on=TODAY)

    with inside(house.area):
        shown = [row.item.title for row in queries.agenda(lead, meeting=house.coming)]
    assert shown == ["First"]
    assert [item.title for item in sorted(rows(AgendaItem, house.area, meeting__ref=house.coming), key=lambda item: item.position)] == [
        "Second",
        "First",
    ]


def test_a_moved_meeting_keeps_the_days_it_was_down_for() -> None:
    house = a_house()
    lead = the_lead_on(house.area)

    later = lead.at(lead.now + timedelta(hours=1))
    actions.move_meeting(house.coming, by=later, on=TODAY, day=AHEAD + timedelta(days=7), because="Half term")

    with inside(house.area):
        meeting = queries.meetings(lead).get(ref=house.coming)
        assert [row.day for row in meeting.dates.all()] == [AHEAD, AHEAD + timedelta(days=7)]
        assert queries.state_of(meeting).day == AHEAD + timedelta(days=7)


def test_a_partner_answers_for_themselves_and_for_nobody_else() -> None:
    house = a_house()
    with inside(house.area):
        person = queries.memberships(the_lead_on(house.area)).get(ref=house.membership).person
    partner = replace(the_partner(house.area), person_id=person.pk)

    actions.reply(house.coming, by=partner, on=TODAY, person=person.ref, answer="substitute", substitute=house.person)

    with inside(house.area):
        [answer] = queries.replies(partner, meeting=house.coming)
    assert answer.get_answer_display() == "Sends a substitute"
    with pytest.raises(Refused, match="for yourself only"):
        actions.reply(house.coming, by=partner, on=TODAY, person=house.person, answer="coming")


def test_after_clearing_nothing_of_the_record_changes() -> None:
    house = a_house()
    lead, chair = the_lead_on(house.area), the_chair_on(house.area)
    actions.clear_minutes(house.held, by=chair, on=TODAY)

    for change in (
        lambda: actions.write_minute(house.held_item, by=lead, words="Other"),
        lambda: actions.withdraw_decision(house.decision, by=lead, on=TODAY, because="So"),
        lambda: actions.start_item(house.held_item, by=lead, at=lead.now.time()),
    ):
        with pytest.raises(Refused, match="locked"):
            change()

    put_right = actions.correct_after_clearing(house.held, by=lead, on=TODAY, words="Two, not three", decision=house.decision)
    assert put_right.decision.ref == house.decision
