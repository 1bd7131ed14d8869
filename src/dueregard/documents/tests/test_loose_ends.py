"""Documents past their review are loose ends, from the day after; withdrawn ones and terms of reference are not."""

from datetime import date, timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.assurance.facts.documents import gather
from dueregard.documents.indicators import DocumentFacts, Kept, loose_ends
from dueregard.documents.tests.factories import ReviewDueFactory, VersionFactory, WithdrawalFactory
from dueregard.guidance.loose_end import Severity

DUE = date(2026, 11, 17)


def kept(kind: str = "sharing", **more: object) -> DocumentFacts:
    row = Kept(ref="DOC-1", label="Agreement", on=date(2025, 3, 3), document_kind=kind, review_due=DUE, **more)
    return DocumentFacts(documents=(row,))


def test_a_document_is_loose_from_the_day_after_its_review_was_due():
    assert loose_ends(kept(), DUE) == []

    [end] = loose_ends(kept(), DUE + timedelta(days=1))

    assert (end.kind, end.severity, end.line) == ("documents.past-review", Severity.GAP, "4.g3")
    assert end.says == "DOC-1 (Agreement) was due for review on 17 November 2026"
    assert (end.tie_at, end.ref) == ("documents:document", "DOC-1")


@pytest.mark.parametrize("kind", ["sharing", "policy", "strategy", "plan", "training", "privacy-notice", "other"])
def test_each_kind_of_document_weakens_a_line(kind: str):
    assert loose_ends(kept(kind), TODAY)[0].line


def test_terms_are_left_to_section_1_and_a_withdrawn_document_to_nobody():
    assert loose_ends(kept("terms"), TODAY) == []
    assert loose_ends(kept(until=date(2026, 11, 1)), TODAY) == []


@pytest.mark.django_db
def test_the_newest_version_that_was_known_is_the_one_that_counts():
    first = VersionFactory(document__sharing=True)
    ReviewDueFactory(of=first, due=date(2026, 3, 3))
    second = VersionFactory(document=first.document, number=2, on=date(2026, 6, 1))
    ReviewDueFactory(of=second, due=date(2027, 6, 1), on=date(2026, 6, 1))
    viewer = a_viewer(first.area, Role.LEAD)

    def due(on: date) -> list[date | None]:
        return [row.review_due for row in gather(viewer, on=on, known=TODAY).documents]

    assert due(date(2026, 5, 31)) == [date(2026, 3, 3)]
    assert due(TODAY) == [date(2027, 6, 1)]


@pytest.mark.django_db
def test_what_may_not_be_read_and_what_was_withdrawn_leaves_nothing_loose():
    sensitive = VersionFactory(document__sharing=True, document__sensitive=True)
    gone = VersionFactory(document__sharing=True, document__area=sensitive.area)
    for version in (sensitive, gone):
        ReviewDueFactory(of=version, due=date(2026, 3, 3))
    WithdrawalFactory(document=gone.document, on=date(2026, 1, 5))
    viewer = a_viewer(sensitive.area, Role.LEAD)

    assert loose_ends(gather(viewer, on=TODAY, known=TODAY), TODAY) == []
