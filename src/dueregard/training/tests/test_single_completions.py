"""A completion recorded by hand, withdrawn."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.accounts.tests.people import the_partner, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.training.actions.completions import record_completion, withdraw_completion
from dueregard.training.models import Completion
from dueregard.training.tests.files import Office, a_file, an_office, brought_in, what_counts

pytestmark = pytest.mark.django_db
MARCH_27 = date(2026, 3, 27)


@pytest.fixture
def office() -> Iterator[Office]:
    office = an_office()
    with office.inside():
        yield office


def recorded(office: Office, on: date = MARCH_27) -> Completion:
    return record_completion(office.learners[0].ref, by=office.lead, on=on, course=office.course.ref)


def test_it_is_recorded_once_and_leaves_a_trail_without_a_name(office: Office) -> None:
    recorded(office)

    with pytest.raises(Refused, match="recorded already"):
        recorded(office)
    assert what_counts(office) == {("1000", MARCH_27)}
    event = Event.objects.filter(verb="training.completion.recorded").get()
    assert event.details == {"on": "2026-03-27", "course": office.course.ref}


def test_a_refresher_stands_beside_the_earlier_one(office: Office) -> None:
    recorded(office)
    recorded(office, date(2026, 9, 27))

    assert len(what_counts(office)) == 2


@pytest.mark.parametrize(("on", "why"), [(date(2026, 12, 24), "has not come yet"), (date(2019, 1, 1), "They joined on 1 January 2020")])
def test_a_day_that_cannot_be_is_refused(office: Office, on: date, why: str) -> None:
    with pytest.raises(Refused, match=why):
        recorded(office, on)


def test_withdrawn_it_counts_no_more_and_does_not_come_back_with_the_next_file(office: Office) -> None:
    brought_in(office, a_file("1000,,,,Prevent,27/03/2026"))
    withdraw_completion(Completion.objects.get().pk, by=office.lead, on=office.lead.today, because="Another person of that name")

    again = brought_in(office, a_file("1000,,,,Prevent,27/03/2026"))

    assert (what_counts(office), again.rows_same) == (set(), 1)
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_completion(Completion.objects.get().pk, by=office.lead, on=office.lead.today, because="Again")


def test_whoever_sees_numbers_only_may_not_and_another_area_finds_nothing(office: Office) -> None:
    completion, stranger = recorded(office), the_stranger()

    with pytest.raises(PermissionDenied):
        record_completion(office.learners[0].ref, by=the_partner(office.source.area), on=MARCH_27, course=office.course.ref)
    with pytest.raises(ObjectDoesNotExist):
        withdraw_completion(completion.pk, by=stranger, on=MARCH_27, because="Not mine")
    with pytest.raises(ObjectDoesNotExist):
        record_completion(office.learners[0].ref, by=stranger, on=MARCH_27, course=office.course.ref)
