"""What is remembered is always what would be worked out now, for whoever asks: never another area's, never what was taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from dueregard.access.deeds import deed
from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import a_viewer
from dueregard.assurance import queries
from dueregard.assurance.queries.remembering import ANSWERS, FACTS
from dueregard.assurance.tests.factories import a_round
from dueregard.home import queries as home
from dueregard.organisations.actions import say_standing, serve, stop_serving, succeed
from dueregard.organisations.models import Area
from dueregard.organisations.queries.remembering import READ
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.tests import stories
from tests.test_partnership_facts import DEEDS, LONG_AFTER, a_standing_group, did, with_officer

pytestmark = pytest.mark.django_db
TOOLKIT = "toolkit-2024"
DAY = LONG_AFTER


@pytest.fixture(autouse=True)
def remembers(settings: Settings) -> Iterator[None]:
    settings.REMEMBER = True
    forget()
    yield
    forget()


@pytest.fixture
def area() -> Area:
    return AreaFactory()


@pytest.fixture
def there(area: Area) -> dict[str, Any]:
    return with_officer(area, a_standing_group(area))


def forget() -> None:
    FACTS.forget()
    ANSWERS.forget()
    READ.forget()


@contextmanager
def committed() -> Iterator[None]:
    """Tests run in a transaction that is never committed: here what waits for the commit is done."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


def asked(viewer: Viewer) -> list[Any]:
    """Everything that is remembered, as pages ask for it."""
    with committed(), scope(viewer):
        return [
            queries.findings(viewer, TOOLKIT, on=DAY, known=DAY),
            queries.findings(viewer, TOOLKIT, on=DAY, known=DAY, ahead=True, only="1"),
            queries.loose_ends(viewer, on=DAY, known=DAY),
            queries.newest_round(viewer, TOOLKIT),
            queries.changed_by_meeting(viewer, "M-1", framework_id=TOOLKIT, today=DAY),
        ]


def shown(viewer: Viewer) -> list[Any]:
    """The same and what the pages of home add to it: what is due, the next meeting, who chairs."""
    with committed(), scope(viewer):
        pages = [home.today(viewer), home.due_groups(viewer, until=DAY, mine=False), home.area_stands(viewer, on=DAY, known=DAY)]
    return asked(viewer) + pages


def afresh(viewer: Viewer) -> list[Any]:
    """All that with nothing remembered."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.REMEMBER", False)
        return shown(viewer)


def the_lead(area: Area) -> Viewer:
    return stories.the_lead_on(area, DAY)


def sensitive_things(area: Area, there: dict[str, Any]) -> None:
    """What some may be told of and others not: the tier, a decision, an exchange, a round."""
    lead = the_lead(area)
    say_standing("tier", by=lead, on=date(2025, 3, 1), value="higher", because="A letter")
    actions.decide_between_meetings(there["group"].ref, by=lead, on=DAY, words="Tell nobody", kind="delivery", marking="official-sensitive")
    a_round(
        area,
        framework=TOOLKIT,
        by=a_viewer(area, Role.STRATEGIC, cleared=True, now=lead.now),
        marking="official-sensitive",
        as_at=DAY,
        on=DAY,
    )


def test_every_role_with_and_without_clearance_is_told_the_same_as_without_a_memory(
    area: Area, there: dict[str, Any], settings: Settings
) -> None:
    settings.INVENTED = True
    sensitive_things(area, there)
    readers = [a_viewer(area, role, cleared=cleared, now=the_lead(area).now) for role in Role for cleared in (True, False)]

    told = [shown(reader) for reader in readers]

    for reader, first in zip(readers, told, strict=True):
        assert first == shown(reader) == afresh(reader), reader.label

    cleared, not_cleared = asked(the_lead(area)), asked(replace(the_lead(area), is_cleared=False))
    assert cleared != not_cleared
    assert cleared[3] is not None
    assert not_cleared[3] is None


def test_once_remembered_only_the_heads_and_the_areas_that_count_are_read(area: Area, there: dict[str, Any]) -> None:
    asked(the_lead(area))
    kept = len(FACTS), len(ANSWERS)

    with CaptureQueriesContext(connection) as caught:
        asked(the_lead(area))

    tables = [query["sql"] for query in caught if "set_config" not in query["sql"] and "SAVEPOINT" not in query["sql"]]
    assert len(tables) == 10  # five questions of two statements each
    assert all("audit_head" in sql or "organisations_serving" in sql for sql in tables)
    assert (len(FACTS), len(ANSWERS)) == kept


often = hypothesis_settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture], phases=[Phase.generate])


@often
@given(names=st.lists(st.sampled_from(sorted(DEEDS)), min_size=3, max_size=6, unique=True))
def test_after_any_deed_what_is_told_is_what_would_be_worked_out_now(area: Area, there: dict[str, Any], names: list[str]) -> None:
    viewer = the_lead(area)
    sid = transaction.savepoint()
    for name in names:
        shown(viewer)
        did(DEEDS[name], there, date(2025, 9, 10), typed=date(2025, 9, 10))

        assert shown(viewer) == afresh(viewer), name

    transaction.savepoint_rollback(sid)
    assert shown(viewer) == afresh(viewer)


def test_who_may_do_other_things_shares_nothing(area: Area, there: dict[str, Any]) -> None:
    asked(a_viewer(area, Role.MEMBER, now=the_lead(area).now))
    kept = len(FACTS)

    asked(a_viewer(area, Role.LEAD, now=the_lead(area).now))

    assert len(FACTS) == 2 * kept


def test_a_deed_taken_back_leaves_nothing(area: Area, there: dict[str, Any]) -> None:
    viewer = the_lead(area)
    before = asked(viewer)
    kept = len(FACTS), len(ANSWERS)

    with committed(), scope(viewer), transaction.atomic():
        actions.found_group("Forum", by=viewer, on=DAY, functions=["oversight"])
        assert queries.loose_ends(viewer, on=DAY, known=DAY) != before[2]
        transaction.set_rollback(True)

    assert (len(FACTS), len(ANSWERS)) == kept
    assert asked(viewer) == before


def test_a_deed_sees_its_own_rows_and_keeps_nothing(area: Area, there: dict[str, Any]) -> None:
    viewer = the_lead(area)
    before = asked(viewer)
    kept = len(FACTS), len(ANSWERS)

    @deed
    def end_seat_without_a_word(*, by: Viewer) -> list[Any]:
        there["seats"][0].__class__.objects.all().update(on=date(2027, 1, 1))  # rows that no event speaks of yet
        return queries.findings(by, TOOLKIT, on=DAY, known=DAY)

    with committed():
        seen = end_seat_without_a_word(by=viewer)

    assert seen != before[0]
    assert (len(FACTS), len(ANSWERS)) == kept


def test_another_areas_is_never_shown(area: Area, there: dict[str, Any]) -> None:
    other = AreaFactory(slug="next-council", name="Next council")
    stories.a_group(other)
    asked(the_lead(area))

    theirs = asked(the_lead(other))

    assert theirs == afresh(the_lead(other))[:5]
    assert theirs[0] != asked(the_lead(area))[0]


@pytest.mark.parametrize("is_predecessor", [False, True])
def test_what_another_area_that_counts_here_does_is_seen_at_once(is_predecessor: bool) -> None:
    own, other = AreaFactory(slug="own"), AreaFactory(slug="other", kind="unitary" if is_predecessor else "joint", began=date(2015, 7, 1))
    group = stories.a_group(other)
    stories.a_group(own)
    of_other, of_own = (
        Viewer.operator(area=each.slug, area_id=each.pk, area_name=each.name, now=the_lead(own).now) for each in (other, own)
    )
    before = asked(the_lead(own))

    if is_predecessor:
        succeed("other", by=of_own, on=DAY, share="The whole")
    else:
        serve("own", by=of_other, on=date(2025, 1, 1))
    counted = asked(the_lead(own))
    stories.a_held_meeting(group, date(2025, 6, 4), came=[stories.a_seat(group)])
    met = asked(the_lead(own))

    assert before != counted != met
    assert met == afresh(the_lead(own))[:5]
    if not is_predecessor:
        stop_serving("own", by=of_other, on=date(2025, 5, 1))
        assert asked(the_lead(own)) == afresh(the_lead(own))[:5] != met


def test_an_area_nothing_was_ever_done_in_is_not_remembered() -> None:
    asked(the_lead(AreaFactory()))

    assert (len(FACTS), len(ANSWERS)) == (0, 0)


def test_what_was_recorded_while_it_was_worked_out_is_not_kept(area: Area, there: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    viewer = the_lead(area)
    [section] = [each for each in queries.SECTIONS if each.name == "partnership"]
    monkeypatch.setattr(
        "dueregard.assurance.queries.sections.SECTIONS",
        [
            replace(
                section,
                gather=lambda *a, **k: (actions.found_group("Forum", by=viewer, on=DAY, functions=["oversight"]), section.gather(*a, **k))[
                    1
                ],
            )
        ],
    )

    with committed(), scope(viewer):
        queries.loose_ends(viewer, on=DAY, known=DAY)

    assert len(ANSWERS) == 0


@pytest.mark.django_db(transaction=True)
def test_it_is_kept_when_the_transaction_is_committed_and_not_before(area: Area) -> None:
    stories.a_group(area)
    viewer = the_lead(area)

    with scope(viewer), transaction.atomic():
        queries.loose_ends(viewer, on=DAY, known=DAY)
        assert len(ANSWERS) == 0

    assert len(ANSWERS) == 1
