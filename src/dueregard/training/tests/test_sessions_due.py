"""What is due of sessions: one to hold, one past its day, one of which nobody has said who came."""

from datetime import timedelta

import pytest

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY
from dueregard.training.actions.sessions import cancel_session
from dueregard.training.queries.sessions_due import sessions_due
from dueregard.training.tests.sessions import HELD_ON, Hall

pytestmark = pytest.mark.django_db


def due(hall: Hall, days: int = 30) -> list[tuple[str, int]]:
    with scope(hall.lead):
        return [(one.ref or "", (one.on - TODAY).days) for one in sessions_due(hall.lead, until=TODAY + timedelta(days=days))]


def test_a_planned_session_is_due_on_its_day_and_stays_due_until_it_is_recorded() -> None:
    hall = Hall()
    past, ahead = hall.planned(), hall.planned(day=TODAY + timedelta(days=5))

    assert due(hall) == [(past.ref, -7), (ahead.ref, 5)]
    assert due(hall, days=4) == [(past.ref, -7)]


def test_who_came_is_due_two_weeks_after_a_session_and_no_more_once_it_is_said() -> None:
    hall = Hall()
    unsaid = hall.held()
    hall.held(came=12)
    hall.attended()

    assert due(hall) == [(unsaid.ref, (HELD_ON - TODAY).days + 14)]


def test_of_a_cancelled_session_nothing_is_due() -> None:
    hall = Hall()
    cancel_session(hall.planned().ref, by=hall.lead, on=TODAY, because="Snow")

    assert due(hall) == []
