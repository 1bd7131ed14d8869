"""Putting a document's title or marking right, and handing it over."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Changed, Refused
from dueregard.documents import queries
from dueregard.documents.actions import correct, hand_over
from dueregard.documents.models import Document
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.documents.tests.trail import deeds_of
from dueregard.organisations.tests.factories import BodyFactory, PostFactory
from dueregard.privacy.marking import Marking

pytestmark = pytest.mark.django_db
RIGHT = {"on": TODAY, "because": "It was misspelt", "title": "Terms of reference", "marking": Marking.OFFICIAL, "seen": 1}


def test_the_title_is_put_right_and_what_it_said_stays_known() -> None:
    document = VersionFactory(document__title="Terms of refrence").document
    lead = the_lead(document.area)

    correct(document.ref, by=lead, **RIGHT)

    with scope(lead):
        now = queries.documents(lead).get()
        before = queries.versions_at(lead, on=TODAY - timedelta(days=1), known=TODAY)
    assert now.title == "Terms of reference"
    assert [version.title for version in before] == ["Terms of refrence"]
    assert deeds_of(lead) == ["documents.document.corrected"]


def test_a_partner_cannot_put_it_right() -> None:
    document = DocumentFactory()

    with pytest.raises(PermissionDenied):
        correct(document.ref, by=the_partner(document.area), **RIGHT)


def test_another_councils_document_is_out_of_reach() -> None:
    with pytest.raises(Document.DoesNotExist):
        correct(DocumentFactory().ref, by=the_stranger(), **RIGHT)


def test_somebody_else_changed_it_meanwhile() -> None:
    document = DocumentFactory(version=2)

    with pytest.raises(Changed):
        correct(document.ref, by=the_lead(document.area), **RIGHT)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": "As it is"}, "nothing would be put right"),
        ({"because": " "}, "Say why"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"marking": Marking.SENSITIVE}, "recorded clearance"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(wrong: dict[str, object], words: str) -> None:
    document = DocumentFactory(title="As it is")

    with pytest.raises(Refused, match=words):
        correct(document.ref, by=the_lead(document.area), **{**RIGHT, **wrong})


def test_a_later_correction_cannot_have_an_earlier_date() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)
    correct(document.ref, by=lead, **RIGHT)

    with pytest.raises(Refused, match="last put right"):
        correct(document.ref, by=lead, **{**RIGHT, "on": TODAY - timedelta(days=1), "title": "Terms", "seen": 2})


def test_raised_to_official_sensitive_it_is_gone_for_whoever_has_no_clearance() -> None:
    document = DocumentFactory()
    lead = the_lead(document.area, cleared=True)

    correct(document.ref, by=lead, **{**RIGHT, "marking": Marking.SENSITIVE})

    with scope(lead):
        assert queries.documents(the_partner(document.area)).count() == 0
        assert queries.documents(lead).count() == 1


def test_the_newest_owner_is_the_one_shown() -> None:
    document = DocumentFactory()
    body = BodyFactory(area=document.area)
    old, new = PostFactory(body=body, title="Old"), PostFactory(body=body, title="New")
    lead = the_lead(document.area)

    hand_over(document.ref, by=lead, on=TODAY, owner=new.ref)
    hand_over(document.ref, by=lead.at(NOW + timedelta(hours=1)), on=TODAY - timedelta(days=9), owner=old.ref)

    with scope(lead):
        assert queries.documents(lead).get().owner == "New"
    assert deeds_of(lead) == ["documents.document.handed-over"] * 2


def test_a_partner_cannot_hand_it_over_nor_a_stranger_reach_it() -> None:
    document = DocumentFactory()

    with pytest.raises(PermissionDenied):
        hand_over(document.ref, by=the_partner(document.area), on=TODAY, owner="J-1")
    with pytest.raises(Document.DoesNotExist):
        hand_over(document.ref, by=the_stranger(), on=TODAY, owner="J-1")


def test_another_councils_post_cannot_own_it() -> None:
    document = DocumentFactory()

    with pytest.raises(Refused, match="There is no post"):
        hand_over(document.ref, by=the_lead(document.area), on=TODAY, owner=PostFactory().ref)
