"""Who came to a session: each completes its course; lists are matched line by line; a withdrawal takes the completion with it."""

from datetime import timedelta
from typing import Any

import pytest

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import BodyFactory
from dueregard.training.actions.attendance import record_attendance, withdraw_attendance
from dueregard.training.actions.completions import record_completion, withdraw_completion
from dueregard.training.actions.sessions import cancel_session
from dueregard.training.actions.workforce import leave
from dueregard.training.models import Attendance, Completion
from dueregard.training.queries.attendance import matched, to_tick
from dueregard.training.queries.sessions import session_row
from dueregard.training.rules.attendance_lists import said_in_text
from dueregard.training.rules.sessions import NotTaken
from dueregard.training.tests.factories import LearnerFactory
from dueregard.training.tests.sessions import HELD_ON, Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return Hall()


def looked_up(hall: Hall, session: Any, text: str, *, body: str = "") -> list[str | NotTaken]:
    """What becomes of each line: whose it is, or why it is not taken."""
    with scope(hall.lead):
        lines = matched(hall.lead, session, said_in_text(text), day=HELD_ON, body=body)
    return [line.why or line.learner.ref for line in lines]


def test_everybody_who_came_completes_the_course_on_its_day_and_said_again_nothing_changes(hall: Hall) -> None:
    session = hall.held()

    assert record_attendance(session.ref, by=hall.lead, learners=["LN-900", "LN-901"]) == 2
    assert record_attendance(session.ref, by=hall.lead, learners=["LN-900", "LN-901", "LN-902"]) == 1

    assert hall.completed() == {("LN-900", HELD_ON), ("LN-901", HELD_ON), ("LN-902", HELD_ON)}
    assert hall.completions() == 3


def test_an_earlier_completion_stays_beside_the_one_of_the_session(hall: Hall) -> None:
    record_completion("LN-900", by=hall.lead, on=HELD_ON, course="CR-901")

    hall.attended("LN-900")

    assert hall.completions() == 2


@pytest.mark.parametrize(
    ("learners", "why"),
    [
        (["LN-900", "LN-77"], "no learner LN-77 in this area. Nobody is recorded"),
        (["LN-900", "LN-950"], "LN-950: they joined after the day of the session. Nobody"),
        ([], "Nobody is chosen"),
    ],
)
def test_nothing_is_written_by_halves(hall: Hall, learners: list[str], why: str) -> None:
    LearnerFactory(body=hall.body, ref="LN-950", on=TODAY)
    session = hall.held()

    with pytest.raises(Refused, match=why):
        record_attendance(session.ref, by=hall.lead, learners=learners)

    assert hall.completions() == 0


def test_nobody_is_recorded_at_a_session_that_was_not_held(hall: Hall) -> None:
    planned = hall.planned()
    with pytest.raises(Refused, match="Record first that it was held"):
        record_attendance(planned.ref, by=hall.lead, learners=["LN-900"])

    cancel_session(planned.ref, by=hall.lead, on=TODAY, because="Snow")
    with pytest.raises(Refused, match="nobody came"):
        record_attendance(planned.ref, by=hall.lead, learners=["LN-900"])


def test_whoever_left_before_did_not_come_and_whoever_left_after_did(hall: Hall) -> None:
    leave("LN-900", by=hall.lead, on=HELD_ON - timedelta(days=1))
    leave("LN-901", by=hall.lead, on=HELD_ON)
    session = hall.held()

    with pytest.raises(Refused, match="LN-900: they had left"):
        record_attendance(session.ref, by=hall.lead, learners=["LN-900"])
    assert record_attendance(session.ref, by=hall.lead, learners=["LN-901"]) == 1


def attendance_at(hall: Hall, session: Any) -> Attendance:
    with scope(hall.lead):
        return Attendance.objects.filter(session=session, withdrawal=None).get()


def test_a_withdrawn_attendance_withdraws_its_completion_and_can_be_recorded_anew(hall: Hall) -> None:
    session = hall.attended()
    there = attendance_at(hall, session)

    withdraw_attendance(there.pk, by=hall.lead, on=TODAY, because="Another of that name")

    assert (hall.completed(), hall.completions()) == (set(), 1)
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_attendance(there.pk, by=hall.lead, on=TODAY, because="Again")
    assert record_attendance(session.ref, by=hall.lead, learners=["LN-900"]) == 1
    assert hall.completed() == {("LN-900", HELD_ON)}


def test_an_attendance_whose_completion_was_withdrawn_before_can_still_be_withdrawn(hall: Hall) -> None:
    session = hall.attended()
    with scope(hall.lead):
        key = Completion.objects.get(area=hall.area).pk
    withdraw_completion(key, by=hall.lead, on=TODAY, because="She left halfway")

    withdraw_attendance(attendance_at(hall, session).pk, by=hall.lead, on=TODAY, because="She was not there")

    with scope(hall.lead):
        assert session_row(hall.lead, session).named == 0


def test_each_line_of_a_list_is_matched_or_says_why_not(hall: Hall) -> None:
    session = hall.attended("LN-900")
    LearnerFactory(body=hall.body, ref="LN-950", number="7777", on=TODAY)
    text = "1000\nPerson One <P1@council.example>\nln-902\n1002\nNobody at all\n55555\n1001 p0@council.example\n7777"

    assert looked_up(hall, session, text) == [
        NotTaken.THERE,
        "LN-901",
        "LN-902",
        NotTaken.TWICE,
        NotTaken.NO_KEY,
        NotTaken.UNKNOWN,
        NotTaken.DISAGREE,
        NotTaken.JOINED_LATER,
    ]
    assert hall.completions() == 1


def test_a_number_of_two_bodies_is_asked_about_and_found_within_one(hall: Hall) -> None:
    other = BodyFactory(area=hall.area, ref="B-902")
    LearnerFactory(body=other, ref="LN-960", number="1001", email="")
    session = hall.held()

    assert looked_up(hall, session, "1001") == [NotTaken.SHARED_NUMBER]
    assert looked_up(hall, session, "1001", body="B-902") == ["LN-960"]
    assert looked_up(hall, session, "LN-900", body="B-902") == [NotTaken.UNKNOWN]


def test_learners_of_a_team_or_of_a_kind_are_offered_to_be_ticked(hall: Hall) -> None:
    LearnerFactory(body=hall.body, ref="LN-950", kind="member", name="Councillor One")
    LearnerFactory(body=hall.body, team=hall.team, ref="LN-951", on=TODAY)
    leave("LN-902", by=hall.lead, on=HELD_ON - timedelta(days=1))
    session = hall.attended("LN-900")

    with scope(hall.lead):
        team = to_tick(hall.lead, session, whose="T-901", day=HELD_ON)
        members = to_tick(hall.lead, session, whose="kind-member", day=HELD_ON)

    assert [(row.learner.ref, why) for row, why in team] == [("LN-900", NotTaken.THERE), ("LN-901", None)]
    assert [row.learner.ref for row, _why in members] == ["LN-950"]
