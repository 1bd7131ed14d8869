"""What section 1 gives to Today: deeds that begin with a verb, on the day they are due, with one line of why."""

from datetime import timedelta

import pytest

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.dates import say
from dueregard.basics.due import Due
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.partnership import actions, queries
from dueregard.partnership.tests.stories import a_body, a_group, a_held_meeting, a_planned_meeting, a_seat, inside, the_lead_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory()


def due(area: Area, *, days: int = 30) -> list[Due]:
    with inside(area):
        return queries.due(the_lead_on(area), until=TODAY + timedelta(days=days))


def test_an_action_is_due_from_its_person_with_how_it_goes(area: Area) -> None:
    person, began = PersonFactory(area=area), TODAY - timedelta(days=20)
    lead = the_lead_on(area, began)
    ref = actions.raise_action("Ring the ICB", by=lead, on=began, body=a_body(area), person=person.ref, due=TODAY).ref
    actions.update_action(ref, by=lead, on=began, words="Nurse away", rag="amber")

    [one] = due(area)

    assert (one.on, one.says, one.person_id, one.ref) == (TODAY, f"Ring the ICB ({ref})", person.pk, ref)
    assert one.why == f"{person.name} owns it; at risk"


def test_a_finished_action_is_due_from_nobody(area: Area) -> None:
    lead = the_lead_on(area)
    ref = actions.raise_action("Ring", by=lead, on=TODAY, body=a_body(area), due=TODAY).ref
    actions.finish_action(ref, by=lead, on=TODAY)

    assert due(area) == []


def test_a_planned_meeting_is_to_be_called_two_weeks_ahead(area: Area) -> None:
    day = TODAY + timedelta(days=20)
    meeting = a_planned_meeting(a_group(area), day, on=TODAY)

    [one] = due(area)

    assert (one.on, one.says, one.ref) == (day - timedelta(days=14), f"Call the meeting of {say(day)}", meeting.ref)


def test_a_meeting_whose_day_has_passed_is_to_be_written_up_not_called(area: Area) -> None:
    day = TODAY - timedelta(days=3)
    a_planned_meeting(a_group(area), day)

    [one] = due(area)

    assert one.says == f"Write up the meeting of {say(day)}, or say that it did not take place"


def test_the_minutes_of_a_held_meeting_are_to_be_cleared_within_two_weeks(area: Area) -> None:
    group, day = a_group(area), TODAY - timedelta(days=3)
    a_held_meeting(group, day, came=[a_seat(group)])

    [one] = due(area)

    assert (one.on, one.says) == (day + timedelta(days=14), f"Clear the minutes of the meeting of {say(day)}")
