"""The trail in the database: it can be extended, never changed, and proves it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import a_viewer, the_lead, the_stranger
from dueregard.audit import queries, triggers
from dueregard.audit.actions import record, record_install
from dueregard.audit.models import Event, Head
from dueregard.audit.rules import first_broken
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 18, 10, 30, 0, 123456, tzinfo=UTC)


def recorded(events: int) -> Viewer:
    """A viewer whose area's trail has so many events."""
    area = AreaFactory()
    lead = the_lead(area)
    with scope(lead):
        for n in range(events):
            record("organisations.area.looked-at", area, by=lead, times=n)
    return lead


def test_every_event_has_a_number_and_holds_the_one_before() -> None:
    lead = recorded(3)

    with scope(lead):
        first, second, third = queries.events(lead).order_by("number")
        assert [first.number, second.number, third.number] == [1, 2, 3]
        assert second.previous == first.digest
        assert queries.head(lead) == (3, third.digest)
        assert queries.verify(lead) is None


def test_a_long_chain_is_read_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "BATCH", 2)
    lead = recorded(5)

    with scope(lead):
        assert [link.number for link in queries.links(lead, area_id=lead.area_id)] == [1, 2, 3, 4, 5]
        assert queries.verify(lead) is None


def test_two_areas_have_two_chains() -> None:
    ours, theirs = recorded(2), recorded(1)

    with scope(ours):
        assert queries.head(ours)[0] == 2
        assert [event.area_id for event in queries.events(ours)] == [ours.area_id] * 2
    with scope(theirs):
        assert queries.head(theirs)[0] == 1


def test_the_installs_own_chain_stands_apart() -> None:
    before = Head.objects.filter(area_id=queries.INSTALL).values_list("count", flat=True).first() or 0

    record_install("accounts.user.signed-in", at=AT, kind="accounts.user", subject="7")

    install = Viewer.operator(area="(install)", area_id=queries.INSTALL, area_name="", now=AT)
    assert queries.head(install)[0] == before + 1
    assert queries.verify(install) is None


def test_the_digest_is_the_same_on_either_database() -> None:
    event = Event(
        area_id=7,
        number=1,
        at=AT,
        user_id=12,
        person_id=UUID(int=5),
        verb="organisations.body.added",
        kind="organisations.body",
        subject=str(UUID(int=9)),
        ref="B-1",
        details={"on": "2026-11-18", "parts": 3, "words": "é"},
        previous="0" * 64,
    )
    event.digest = "fcf8602e989314cb46108f83ad4669cfa8da34251202deeaaab43ac36672c106"
    viewer = a_viewer(Area(pk=7, slug="x", name="X"), Role.AUDITOR)
    with scope(viewer):
        event.save(force_insert=True)
        (link,) = queries.links(viewer, area_id=7)

    assert first_broken([link]) is None


def test_an_event_can_be_neither_changed_nor_removed() -> None:
    lead = recorded(1)

    with scope(lead):
        for attempt in (lambda: queries.events(lead).update(verb="x"), lambda: queries.events(lead).delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                attempt()
        assert queries.verify(lead) is None


def test_no_trigger_is_missing() -> None:
    assert triggers.missing(connection) == []


def test_a_tail_cut_in_the_table_is_found_by_the_head() -> None:
    lead = recorded(3)

    with scope(lead):
        Head.objects.filter(area_id=lead.area_id).update(count=4)  # as if the fourth event had been taken away
        assert queries.verify(lead) == "The trail was cut: 4 events were known, 3 are here"


def test_a_head_that_was_kept_elsewhere_is_compared() -> None:
    lead = recorded(3)

    with scope(lead):
        count, head = queries.head(lead)
        assert queries.verify_against(lead, count=0, head="0" * 64) is None
        assert queries.verify_against(lead, count=count, head=head) is None
        assert queries.verify_against(lead, count=count, head="f" * 64) == "Event 3 is not the one that was known"
        assert queries.verify_against(lead, count=5, head=head) == "The trail was cut: 5 events were known, 3 are here"


def test_the_stranger_finds_nothing_of_it() -> None:
    lead, stranger = recorded(2), the_stranger()

    with scope(stranger):
        assert not queries.events(stranger).exists()
        assert queries.last_deed(stranger, subject=str(lead.area_id), kind="organisations.area", ref="A-1") is None
