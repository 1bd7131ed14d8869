"""Rules about meetings: the moves between stages and the shape of their dates, as tables of cases."""

from datetime import date, timedelta

import pytest

from dueregard.partnership.rules import meetings
from dueregard.partnership.rules.meetings import MOVES, MeetingStage

DAY = date(2026, 9, 16)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
S = MeetingStage


def test_every_stage_says_where_it_may_go():
    assert set(MOVES) == set(MeetingStage)


def test_no_move_leads_back():
    def reached(stage: MeetingStage) -> set[MeetingStage]:
        return {later for step in MOVES[stage] for later in {step, *reached(step)}}

    assert not any(stage in reached(stage) for stage in MeetingStage)


@pytest.mark.parametrize(
    ("stage", "on", "is_refused"),
    [(S.PLANNED, BEFORE, False), (S.PLANNED, DAY, False), (S.PLANNED, AFTER, True), (S.CALLED, BEFORE, True), (S.CANCELLED, BEFORE, True)],
)
def test_a_meeting_is_called_before_its_day(stage, on, is_refused):
    assert (meetings.why_not_call(stage, date_of_meeting=DAY, on=on) is not None) is is_refused


@pytest.mark.parametrize(
    ("stage", "today", "attended", "is_refused"),
    [
        (S.PLANNED, DAY, 5, False),
        (S.CALLED, AFTER, 5, False),
        (S.CALLED, BEFORE, 5, True),
        (S.CALLED, DAY, 0, True),
        (S.HELD, DAY, 5, True),
        (S.CANCELLED, DAY, 5, True),
    ],
)
def test_a_meeting_is_held_on_its_day_with_somebody_there(stage, today, attended, is_refused):
    assert (meetings.why_not_hold(stage, date_of_meeting=DAY, today=today, attended=attended) is not None) is is_refused


@pytest.mark.parametrize(
    ("stage", "held", "on", "unfinished", "is_refused"),
    [
        (S.HELD, DAY, DAY, 0, False),
        (S.HELD, DAY, AFTER, 0, False),
        (S.HELD, DAY, BEFORE, 0, True),
        (S.HELD, DAY, AFTER, 2, True),
        (S.PLANNED, None, AFTER, 0, True),
        (S.CALLED, None, AFTER, 0, True),
        (S.CLEARED, DAY, AFTER, 0, True),
        (S.CANCELLED, None, AFTER, 0, True),
    ],
)
def test_minutes_are_cleared_after_the_meeting_was_held(stage, held, on, unfinished, is_refused):
    assert (meetings.why_not_clear(stage, held=held, on=on, unfinished=unfinished) is not None) is is_refused


@pytest.mark.parametrize(
    ("stage", "cleared", "at", "is_refused"),
    [
        (S.CLEARED, DAY, AFTER, False),
        (S.CLEARED, DAY, DAY, True),
        (S.CLEARED, AFTER, AFTER, False),
        (S.CLEARED, AFTER + timedelta(days=1), AFTER, True),
        (S.HELD, None, AFTER, True),
        (S.APPROVED, DAY, AFTER, True),
    ],
)
def test_minutes_are_approved_by_a_later_meeting(stage, cleared, at, is_refused):
    assert (meetings.why_not_approve(stage, held=DAY, cleared=cleared, at_meeting_on=at) is not None) is is_refused


@pytest.mark.parametrize(
    ("stage", "because", "is_refused"),
    [(S.PLANNED, "No quorum", False), (S.CALLED, "No quorum", False), (S.PLANNED, " ", True), (S.HELD, "No quorum", True)],
)
def test_a_meeting_is_cancelled_with_a_reason_before_it_is_held(stage, because, is_refused):
    assert (meetings.why_not_cancel(stage, because=because) is not None) is is_refused


@pytest.mark.parametrize("stage", list(MeetingStage))
def test_cleared_minutes_are_locked(stage):
    reason = meetings.why_not_change_minutes(stage)

    assert (reason is not None) is (stage in {S.CLEARED, S.APPROVED, S.CANCELLED})


@pytest.mark.parametrize(
    ("stage", "to", "is_refused"), [(S.PLANNED, AFTER, False), (S.CALLED, DAY, False), (S.CALLED, BEFORE, True), (S.HELD, AFTER, True)]
)
def test_a_meeting_is_moved_to_a_day_ahead_before_it_is_held(stage, to, is_refused):
    assert (meetings.why_not_move_date(stage, to=to, on=DAY) is not None) is is_refused


def test_one_person_sits_in_one_seat_at_a_meeting():
    assert meetings.why_not_attend("A", seat="health", seats_taken={"A": "police"}) is not None
    assert meetings.why_not_attend("A", seat="police", seats_taken={"A": "police"}) is None
    assert meetings.why_not_attend("B", seat="health", seats_taken={"A": "police"}) is None
