"""Bringing a document in with its first version, and taking one already held before asking for an upload."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import bring_in, bring_in_version, take
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory, WithdrawalFactory
from dueregard.documents.tests.samples import EXE, PDF
from dueregard.documents.tests.trail import deeds_of
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
REPORT = {"on": TODAY, "kind": "report", "title": "Peer review", "received": date(2026, 2, 1), "file": (PDF, "review.pdf")}


def test_a_document_its_version_and_its_file_come_in_together() -> None:
    lead = the_lead(AreaFactory())

    ref = bring_in(by=lead, **REPORT)

    with scope(lead):
        assert queries.documents(lead).get(ref=ref).received == date(2026, 2, 1)
        assert queries.files(lead).get().type == "pdf"
    assert deeds_of(lead) == ["documents.document.registered", "documents.version.added", "documents.file.attached"]


def test_with_a_file_that_cannot_be_kept_nothing_comes_in() -> None:
    lead = the_lead(AreaFactory())

    with pytest.raises(Refused, match="a program"):
        bring_in(by=lead, **{**REPORT, "file": (EXE, "review.pdf")})

    with scope(lead):
        assert not queries.documents(lead).exists()
    assert deeds_of(lead) == []


def test_a_second_post_of_the_same_form_gives_the_first_result() -> None:
    lead, once = the_lead(AreaFactory()), uuid4()

    assert bring_in(by=lead, once=once, **REPORT) == bring_in(by=lead, once=once, **REPORT)

    assert len(deeds_of(lead)) == 3


def test_a_partner_cannot_bring_one_in() -> None:
    with pytest.raises(PermissionDenied):
        bring_in(by=the_partner(AreaFactory()), **REPORT)


def test_what_is_held_already_is_taken_and_nothing_new_is_made() -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    taken = take(f"{version.document.ref}/1", by=lead, on=TODAY, file=(PDF, "review.pdf"))

    assert taken == f"{version.document.ref}/1"
    assert deeds_of(lead) == []


def test_only_where_nothing_is_picked_does_the_upload_become_a_document() -> None:
    lead = the_lead(AreaFactory())

    assert take("", by=lead, on=TODAY, title="Letter", file=(PDF, "letter.pdf")) == "DOC-1/1"
    with pytest.raises(Refused, match="Choose a document already held"):
        take("", by=lead, on=TODAY, title="Letter")
    with pytest.raises(PermissionDenied):
        take("", by=the_partner(AreaFactory()), on=TODAY, title="Letter", file=(PDF, "letter.pdf"))


@pytest.mark.parametrize("value", ["DOC-999/1", "DOC-999", "{ref}/9", "{ref}/x", ""])
def test_what_is_not_there_cannot_be_picked(value: str) -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    with scope(lead), pytest.raises(Refused, match="There is no document"):
        queries.picked(lead, value.format(ref=version.document.ref))


def test_the_stranger_can_pick_nothing_of_ours() -> None:
    version = VersionFactory()
    stranger = the_stranger()

    with scope(stranger), pytest.raises(Refused, match="There is no document"):
        queries.picked(stranger, version.document.ref)


def test_only_what_stands_and_may_be_read_is_offered() -> None:
    area = AreaFactory()
    stands = VersionFactory(document=DocumentFactory(area=area, title="Terms"), label="2.1")
    VersionFactory(document=DocumentFactory(area=area, sensitive=True))
    WithdrawalFactory(document=VersionFactory(document=DocumentFactory(area=area)).document)
    lead = the_lead(area)

    with scope(lead):
        offered = queries.pickable(lead)

    assert offered == [(f"{stands.document.ref}/1", f"Terms, 2.1, 3 March 2025 ({stands.document.ref})")]


def test_a_further_version_comes_in_with_its_file_and_a_link_once() -> None:
    document, once = VersionFactory().document, uuid4()
    lead = the_lead(document.area)
    given = {"on": TODAY, "received": date(2026, 2, 1), "file": (PDF, "terms.pdf"), "address": "https://a.example/terms"}

    numbers = [bring_in_version(document.ref, by=lead, once=once, **given) for _ in range(2)]

    with scope(lead):
        assert numbers == [2, 2]
        assert [file.of.number for file in queries.files(lead)] == [2]
        assert [link.of.number for link in queries.links(lead)] == [2]


def test_a_version_whose_file_cannot_be_kept_does_not_come_in() -> None:
    document = VersionFactory().document
    lead = the_lead(document.area)

    with pytest.raises(Refused, match="a program"):
        bring_in_version(document.ref, by=lead, on=TODAY, received=TODAY, file=(EXE, "terms.pdf"))

    with scope(lead):
        assert queries.versions(lead).count() == 1
