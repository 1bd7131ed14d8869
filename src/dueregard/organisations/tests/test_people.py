"""Adding people, correcting how they are called, and moving them between bodies."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY
from dueregard.accounts.tests.trail import deeds_of, newest_of
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations import queries
from dueregard.organisations.actions import add_person, correct_person, move_person
from dueregard.organisations.models import Area, Person
from dueregard.organisations.tests.factories import BodyFactory, PersonFactory


def body_of(lead: Viewer, on: date) -> str | None:
    with scope(lead):
        (row,) = queries.people_at(lead, on=on)
    return row.body.name if row.body else None


def test_a_person_is_added_and_the_trail_keeps_no_name(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area)

    person = add_person("Somebody invented", by=lead, on=TODAY, body=body.ref, email="a@example.org")

    assert (person.ref, person.body) == ("P-1", body)
    assert deeds_of(lead) == ["organisations.person.added"]
    assert "invented" not in str(vars(newest_of(lead)))


def test_posted_twice_a_person_is_added_once(lead: Viewer) -> None:
    once = uuid4()

    first, second = (add_person("Somebody", by=lead, on=TODAY, once=once) for _ in range(2))

    assert first == second


def test_a_name_is_corrected_in_place(area: Area, lead: Viewer) -> None:
    person = PersonFactory(area=area, name="Sombody")

    correct_person(person.ref, by=lead, name="Somebody", email="b@example.org", seen=1)

    with scope(lead):
        found = Person.objects.get(pk=person.pk)
    assert (found.name, found.email, found.version) == ("Somebody", "b@example.org", 2)
    assert deeds_of(lead) == ["organisations.person.corrected"]


def test_a_correction_on_top_of_anothers_is_refused(area: Area, lead: Viewer) -> None:
    person = PersonFactory(area=area)
    correct_person(person.ref, by=lead, name="First", email="", seen=1)

    with pytest.raises(Changed, match="changed by somebody else on 18 November 2026 after you opened it"):
        correct_person(person.ref, by=lead, name="Second", email="", seen=1)


def test_a_move_counts_from_its_day_and_leaves_the_days_before_as_they_were(area: Area, lead: Viewer) -> None:
    person = PersonFactory(body=BodyFactory(area=area, name="District"))
    county = BodyFactory(area=area, name="County")

    move_person(person.ref, by=lead, on=TODAY, body=county.ref)

    assert body_of(lead, TODAY - timedelta(days=1)) == "District"
    assert body_of(lead, TODAY) == "County"
    assert deeds_of(lead) == ["organisations.person.moved"]


def test_said_again_for_the_same_day_the_newest_counts(area: Area, lead: Viewer) -> None:
    person, county = PersonFactory(area=area), BodyFactory(area=area)
    move_person(person.ref, by=lead, on=TODAY, body=county.ref)

    move_person(person.ref, by=lead.at(NOW + timedelta(minutes=1)), on=TODAY, body=None)

    assert body_of(lead, TODAY) is None


def test_a_move_in_an_impossible_year_is_refused(area: Area, lead: Viewer) -> None:
    person = PersonFactory(area=area)

    with pytest.raises(Refused, match="check the year"):
        move_person(person.ref, by=lead, on=date(1026, 1, 1), body=None)
