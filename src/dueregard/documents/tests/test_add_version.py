"""Adding a version."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import add_version
from dueregard.documents.models import Document
from dueregard.documents.tests.factories import DocumentFactory
from dueregard.documents.tests.trail import deeds_of

pytestmark = pytest.mark.django_db
YEAR = {"covers_from": date(2025, 4, 1), "covers_to": date(2026, 3, 31)}


def test_the_period_it_covers_and_the_day_it_came_are_two_things() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)

    number = add_version(document.ref, by=lead, on=TODAY, label="2.1", review_due=date(2027, 11, 1), **YEAR)

    with scope(lead):
        version = queries.versions_at(lead, on=TODAY, known=TODAY)[0]
    assert (number, version.label, version.on, version.covers_to) == (1, "2.1", TODAY, date(2026, 3, 31))
    assert version.review_due == date(2027, 11, 1)
    assert deeds_of(lead) == ["documents.version.added"]


def test_a_partner_cannot_add_one() -> None:
    document = DocumentFactory()

    with pytest.raises(PermissionDenied):
        add_version(document.ref, by=the_partner(document.area), on=TODAY)


def test_another_councils_document_is_out_of_reach() -> None:
    with pytest.raises(Document.DoesNotExist):
        add_version(DocumentFactory().ref, by=the_stranger(), on=TODAY)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"covers_from": date(2026, 1, 1), "covers_to": date(2025, 1, 1)}, "cannot end on"),
        ({"review_due": TODAY - timedelta(days=1)}, "cannot be due before"),
    ],
)
def test_impossible_dates_are_refused_and_nothing_is_half_written(wrong: dict[str, date], words: str) -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)

    with pytest.raises(Refused, match=words):
        add_version(document.ref, by=lead, **{"on": TODAY, **wrong})

    with scope(lead):
        assert not queries.versions(lead).exists()


def test_a_number_is_given_once() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)
    add_version(document.ref, by=lead, on=TODAY, number=4)

    with pytest.raises(Refused, match="already has a version 4"):
        add_version(document.ref, by=lead, on=TODAY, number=4)
    assert add_version(document.ref, by=lead, on=TODAY) == 5


def test_a_second_post_of_the_same_form_gives_the_first_result() -> None:
    document, once = DocumentFactory(), uuid4()
    lead = the_lead(document.area)

    assert add_version(document.ref, by=lead, on=TODAY, once=once) == add_version(document.ref, by=lead, on=TODAY, once=once)

    assert deeds_of(lead) == ["documents.version.added"]
