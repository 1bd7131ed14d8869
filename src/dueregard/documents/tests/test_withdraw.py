"""Withdrawing a document, or one version of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Changed, Refused
from dueregard.documents import queries
from dueregard.documents.actions import add_version, withdraw
from dueregard.documents.models import Document
from dueregard.documents.rules import State
from dueregard.documents.tests.factories import RECEIVED, DocumentFactory, VersionFactory
from dueregard.documents.tests.trail import deeds_of

pytestmark = pytest.mark.django_db
GONE = {"on": TODAY, "because": "Replaced", "seen": 1}


def test_a_withdrawn_document_is_listed_only_where_it_is_asked_for() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)

    withdraw(document.ref, by=lead, **GONE)

    with scope(lead):
        assert queries.filtered(lead).count() == 0
        assert queries.filtered(lead, state=State.WITHDRAWN).get().withdrawn_on == TODAY
    assert deeds_of(lead) == ["documents.document.withdrawn"]


def test_a_withdrawn_version_no_longer_holds() -> None:
    document = VersionFactory().document
    VersionFactory(document=document, number=2)
    lead = the_lead(document.area)

    withdraw(document.ref, by=lead, version=2, **GONE)

    with scope(lead):
        assert queries.documents(lead).get().number == 1
        assert [value for value, _ in queries.pickable(lead)] == [f"{document.ref}/1"]
    assert deeds_of(lead) == ["documents.version.withdrawn"]


def test_a_partner_cannot_withdraw_one() -> None:
    document = DocumentFactory()

    with pytest.raises(PermissionDenied):
        withdraw(document.ref, by=the_partner(document.area), **GONE)


def test_another_councils_document_is_out_of_reach() -> None:
    with pytest.raises(Document.DoesNotExist):
        withdraw(DocumentFactory().ref, by=the_stranger(), **GONE)


def test_it_is_withdrawn_once() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)
    withdraw(document.ref, by=lead, **GONE)

    with pytest.raises(Changed):
        withdraw(document.ref, by=lead, **GONE)
    with pytest.raises(Refused, match="It was withdrawn on"):
        withdraw(document.ref, by=lead, **{**GONE, "seen": 2})


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"on": RECEIVED - timedelta(days=1)}, "in the register since"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"because": ""}, "Say why"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(wrong: dict[str, object], words: str) -> None:
    document = DocumentFactory()

    with pytest.raises(Refused, match=words):
        withdraw(document.ref, by=the_lead(document.area), **{**GONE, **wrong})


def test_nothing_is_added_to_what_was_withdrawn_but_what_came_before_still_can_be() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)
    withdraw(document.ref, by=lead, **GONE)

    with pytest.raises(Refused, match="nothing can be added"):
        add_version(document.ref, by=lead, on=TODAY)
    assert add_version(document.ref, by=lead, on=date(2026, 1, 1)) == 1
