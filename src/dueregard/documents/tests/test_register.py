"""Bringing a document into the register."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import register
from dueregard.documents.rules import DocumentKind
from dueregard.documents.tests.trail import deeds_of
from dueregard.organisations.tests.factories import AreaFactory, PostFactory
from dueregard.privacy.marking import Marking

pytestmark = pytest.mark.django_db
POLICY = {"on": TODAY, "kind": DocumentKind.POLICY, "title": "Venue hire policy"}


def test_a_document_is_in_the_register_with_its_owner() -> None:
    post = PostFactory(title="Head of community safety")
    lead = the_lead(post.area)

    ref = register(by=lead, owner=post.ref, **POLICY)

    with scope(lead):
        document = queries.documents(lead).get()
    assert (ref, document.ref, document.title, document.owner) == ("DOC-1", "DOC-1", "Venue hire policy", "Head of community safety")
    assert deeds_of(lead) == ["documents.document.registered"]


def test_a_partner_cannot_register_one() -> None:
    with pytest.raises(PermissionDenied):
        register(by=the_partner(AreaFactory()), **POLICY)


def test_another_councils_post_cannot_own_it() -> None:
    theirs = PostFactory()

    with pytest.raises(Refused, match="There is no post"):
        register(by=the_stranger(), owner=theirs.ref, **POLICY)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"title": "  "}, "Give the document’s title"),
        ({"on": date(2027, 1, 1)}, "has not come yet"),
        ({"kind": "novel"}, "The kind of document is one of"),
        ({"marking": "secret"}, "The marking is one of"),
        ({"marking": Marking.SENSITIVE}, "recorded clearance"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        register(by=the_lead(AreaFactory()), **{**POLICY, **wrong})


def test_somebody_cleared_registers_an_official_sensitive_one() -> None:
    lead = the_lead(AreaFactory(), cleared=True)

    register(by=lead, **POLICY, marking=Marking.SENSITIVE)

    with scope(lead):
        assert queries.documents(lead).get().marking == Marking.SENSITIVE
        assert not queries.documents(replace(lead, is_cleared=False)).exists()


def test_a_second_post_of_the_same_form_gives_the_first_result() -> None:
    lead, once = the_lead(AreaFactory()), uuid4()

    first, second = (register(by=lead, once=once, **POLICY) for _ in range(2))

    assert first == second
    assert deeds_of(lead) == ["documents.document.registered"]
