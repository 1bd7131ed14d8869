"""Approving a version, setting its review, signing it and reading its clauses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import approve_version, read_clause, set_review_due, sign
from dueregard.documents.models import Version
from dueregard.documents.queries import VersionAt
from dueregard.documents.rules import ClauseTopic
from dueregard.documents.tests.factories import RECEIVED, VersionFactory, WithdrawalFactory
from dueregard.documents.tests.trail import deeds_of
from dueregard.organisations.tests.factories import BodyFactory, PersonFactory

pytestmark = pytest.mark.django_db
DEEDS: list[tuple[Callable[..., object], dict[str, Any]]] = [
    (approve_version, {}),
    (set_review_due, {"due": TODAY + timedelta(days=365)}),
    (sign, {"body": "B-1"}),
    (read_clause, {"place": "4.2", "covers": ClauseTopic.QUORUM}),
]


def seen(version: Version, **then: Any) -> VersionAt:
    lead = the_lead(version.area)
    with scope(lead):
        return queries.versions_at(lead, **{"on": TODAY, "known": TODAY, **then})[0]


def test_an_approval_keeps_its_minute_and_decision_in_words() -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    approve_version(version.document.ref, by=lead, on=TODAY, version=1, minute="3 March, item 4", decision="D-2026-01 Agreed")

    stands = seen(version)
    assert (stands.approved_on, stands.minute, stands.decision) == (TODAY, "3 March, item 4", "D-2026-01 Agreed")
    assert deeds_of(lead) == ["documents.version.approved"]


def test_a_version_is_approved_once_and_not_before_it_was_made() -> None:
    version = VersionFactory()
    ref, lead = version.document.ref, the_lead(version.area)

    with pytest.raises(Refused, match="it was received or made on"):
        approve_version(ref, by=lead, on=RECEIVED - timedelta(days=1), version=1)
    with pytest.raises(Refused, match="has not come yet"):
        approve_version(ref, by=lead, on=TODAY + timedelta(days=1), version=1)
    approve_version(ref, by=lead, on=TODAY, version=1)
    with pytest.raises(Refused, match="This version was approved on"):
        approve_version(ref, by=lead, on=TODAY, version=1)


def test_the_newest_review_holds_and_the_one_before_stays_known() -> None:
    version = VersionFactory()
    lead, first, later = the_lead(version.area), TODAY + timedelta(days=30), TODAY + timedelta(days=400)
    set_review_due(version.document.ref, by=lead, on=TODAY - timedelta(days=60), version=1, due=first)

    set_review_due(version.document.ref, by=lead, on=TODAY, version=1, due=later)

    assert seen(version).review_due == later
    assert seen(version, on=TODAY - timedelta(days=1)).review_due == first
    assert deeds_of(lead) == ["documents.version.review-set"] * 2


def test_a_review_cannot_be_due_before_it_was_settled() -> None:
    version = VersionFactory()

    with pytest.raises(Refused, match="cannot be due before"):
        set_review_due(version.document.ref, by=the_lead(version.area), on=TODAY, version=1, due=TODAY - timedelta(days=1))


def test_a_body_signs_an_agreement_once() -> None:
    version = VersionFactory(document__sharing=True)
    body, lead = BodyFactory(area=version.area), the_lead(version.area)

    sign(version.document.ref, by=lead, on=TODAY, version=1, body=body.ref)

    assert seen(version).signed_by == (body.ref,)
    assert deeds_of(lead) == ["documents.version.signed"]
    with pytest.raises(Refused, match="already signed"):
        sign(version.document.ref, by=lead, on=TODAY, version=1, body=body.ref)


def test_only_an_information_sharing_agreement_is_signed_and_not_by_the_next_councils_bodies() -> None:
    terms, sharing = VersionFactory(), VersionFactory(document__sharing=True)

    with pytest.raises(Refused, match="Only an information-sharing agreement"):
        sign(terms.document.ref, by=the_lead(terms.area), on=TODAY, version=1, body=BodyFactory(area=terms.area).ref)
    with pytest.raises(Refused, match="There is no body"):
        sign(sharing.document.ref, by=the_lead(sharing.area), on=TODAY, version=1, body=BodyFactory().ref)


def test_a_clause_says_where_it_stands_what_it_covers_who_read_it_and_when() -> None:
    version = VersionFactory()
    reader, lead = PersonFactory(area=version.area), the_lead(version.area)

    read_clause(version.document.ref, by=lead, on=TODAY, version=1, place="4.2", covers=ClauseTopic.QUORUM, read_by=reader.ref)

    clause = seen(version).clauses[0]
    assert (clause.place, clause.covers, clause.reader, clause.on) == ("4.2", ClauseTopic.QUORUM, reader.pk, TODAY)
    assert deeds_of(lead) == ["documents.clause.read"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"covers": "weather"}, "The clause is one of"),
        ({"place": " "}, "Give the place"),
        ({"read_by": "P-77"}, "There is no person P-77"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
    ],
)
def test_a_clause_that_does_not_fit_is_refused_in_words(wrong: dict[str, Any], words: str) -> None:
    version = VersionFactory()
    given = {"on": TODAY, "version": 1, "place": "4.2", "covers": ClauseTopic.QUORUM, **wrong}

    with pytest.raises(Refused, match=words):
        read_clause(version.document.ref, by=the_lead(version.area), **given)


def test_the_same_clause_is_recorded_once() -> None:
    version = VersionFactory()
    given = {"on": TODAY, "version": 1, "place": "4.2", "covers": ClauseTopic.QUORUM}
    read_clause(version.document.ref, by=the_lead(version.area), **given)

    with pytest.raises(Refused, match="already recorded"):
        read_clause(version.document.ref, by=the_lead(version.area, now=NOW + timedelta(minutes=1)), **given)


@pytest.mark.parametrize(("deed", "more"), DEEDS)
def test_a_partner_may_do_none_of_this(deed: Callable[..., object], more: dict[str, Any]) -> None:
    version = VersionFactory()

    with pytest.raises(PermissionDenied):
        deed(version.document.ref, by=the_partner(version.area), on=TODAY, version=1, **more)


@pytest.mark.parametrize(("deed", "more"), DEEDS)
def test_the_stranger_cannot_reach_it(deed: Callable[..., object], more: dict[str, Any]) -> None:
    with pytest.raises(Version.DoesNotExist):
        deed(VersionFactory().document.ref, by=the_stranger(), on=TODAY, version=1, **more)


@pytest.mark.parametrize(("deed", "more"), DEEDS)
def test_nothing_is_recorded_of_a_document_after_it_was_withdrawn(deed: Callable[..., object], more: dict[str, Any]) -> None:
    version = VersionFactory()
    WithdrawalFactory(document=version.document)

    with pytest.raises(Refused, match="nothing can be added"):
        deed(version.document.ref, by=the_lead(version.area), on=TODAY, version=1, **more)
