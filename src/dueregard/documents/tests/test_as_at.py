"""How the register stood on a day, as known on a day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, the_lead, the_partner, the_stranger
from dueregard.documents import queries
from dueregard.documents.actions import add_version, approve_version, correct, read_clause, set_review_due, withdraw
from dueregard.documents.rules import ClauseTopic, DocumentKind
from dueregard.documents.tests.factories import ApprovalFactory, ClauseFactory, DocumentFactory, ReviewDueFactory, VersionFactory

pytestmark = pytest.mark.django_db
LONG_AGO = date(2025, 6, 1)


def test_what_came_later_or_was_typed_later_is_not_there() -> None:
    version = VersionFactory()
    lead = the_lead(version.area)
    ApprovalFactory(of=version, on=date(2025, 9, 1), typed_at=datetime(2025, 12, 1, 9, tzinfo=UTC))

    def approved(on: date, known: date) -> date | None:
        with scope(lead):
            return queries.versions_at(lead, on=on, known=known)[0].approved_on

    assert approved(on=date(2025, 8, 31), known=TODAY) is None
    assert approved(on=date(2025, 9, 1), known=date(2025, 11, 30)) is None
    assert approved(on=date(2025, 9, 1), known=date(2025, 12, 1)) == date(2025, 9, 1)


def test_typed_is_the_day_in_britain() -> None:
    clause = ClauseFactory(typed_at=datetime(2026, 6, 1, 23, 30, tzinfo=UTC))
    lead = the_lead(clause.area)

    with scope(lead):
        assert queries.clauses_at(lead, on=TODAY, known=date(2026, 6, 1)) == []
        assert queries.clauses_at(lead, on=TODAY, known=date(2026, 6, 2))[0].typed == date(2026, 6, 2)


def test_only_what_the_viewer_may_read_is_seen() -> None:
    version = VersionFactory(document=DocumentFactory(sensitive=True))
    ClauseFactory(of=version)
    then = {"on": TODAY, "known": TODAY}

    for viewer, seen in ((the_partner(version.area), 0), (the_stranger(), 0), (the_lead(version.area, cleared=True), 1)):
        with scope(viewer):
            assert len(queries.versions_at(viewer, **then)) == seen
            assert len(queries.clauses_at(viewer, **then)) == seen


def test_one_kind_can_be_asked_for() -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    with scope(lead):
        assert queries.versions_at(lead, on=TODAY, known=TODAY, kind=DocumentKind.TERMS)
        assert not queries.versions_at(lead, on=TODAY, known=TODAY, kind=DocumentKind.PLAN)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    deeds=st.lists(st.sampled_from(["add", "approve", "review", "clause", "correct", "withdraw", "withdraw all"]), max_size=8),
    day=st.integers(1, 300),
)
def test_nothing_done_later_changes_how_it_stood(deeds: list[str], day: int) -> None:
    version = VersionFactory()
    ReviewDueFactory(of=version)
    lead, ref = the_lead(version.area), version.document.ref
    with scope(lead):
        before = queries.versions_at(lead, on=LONG_AGO, known=TODAY)

    for number, deed in enumerate(deeds):
        do_later(deed, ref, on=LONG_AGO + timedelta(days=day), number=number, area_lead=lead.at(NOW + timedelta(minutes=number)))

    with scope(lead):
        assert queries.versions_at(lead, on=LONG_AGO, known=TODAY) == before


def do_later(deed: str, ref: str, *, on: date, number: int, area_lead: object) -> None:
    """Do one more thing to the document, where it still can be done."""
    from dueregard.access.viewer import Viewer
    from dueregard.basics.refused import Refused

    assert isinstance(area_lead, Viewer)
    with scope(area_lead):
        document = queries.documents(area_lead).get(ref=ref)
    common = {"by": area_lead, "on": on}
    said = {"because": "Why", "seen": document.version}
    things = {
        "add": lambda: add_version(ref, **common),
        "approve": lambda: approve_version(ref, version=1, **common),
        "review": lambda: set_review_due(ref, version=1, due=TODAY + timedelta(days=number), **common),
        "clause": lambda: read_clause(ref, version=1, place=f"{number}", covers=ClauseTopic.CHANNEL, **common),
        "correct": lambda: correct(ref, title=f"Title {number}", marking=document.marking, **said, **common),
        "withdraw": lambda: withdraw(ref, version=1, **said, **common),
        "withdraw all": lambda: withdraw(ref, **said, **common),
    }
    try:
        things[deed]()
    except Refused:
        return


def test_the_number_of_queries_does_not_grow_with_rows(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    document = DocumentFactory()
    lead = the_lead(document.area)
    for number in range(1, 13):
        of = VersionFactory(document=document, number=number)
        ApprovalFactory(of=of)
        ClauseFactory(of=of)

    with scope(lead), django_assert_num_queries(3):
        assert len(queries.versions_at(lead, on=TODAY, known=TODAY)) == 12
