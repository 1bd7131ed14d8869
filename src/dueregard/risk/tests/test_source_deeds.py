"""Sources: of the local profile only the reference is kept, and nothing is added where it does not belong."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.risk import actions, queries
from dueregard.risk.models import Profile, Source
from dueregard.risk.rules.sources import PROMPT_MOST
from dueregard.risk.tests.world import JANUARY, JUNE, MARCH, World, a_world, at_work, inside, rows

pytestmark = pytest.mark.django_db
PASTED = "The town has three venues of concern. " * 40


@pytest.fixture
def world() -> World:
    return a_world()


def receive(world: World, **other: Any) -> Source:
    said = {"edition": "2026", "dated": MARCH, "held_at": "With police"} | other
    edition = said.pop("edition")
    return actions.receive_profile(edition, by=at_work(world.area), on=TODAY, **said)


@pytest.mark.parametrize("field", ["edition", "held_at", "title"])
def test_the_text_of_the_local_profile_is_refused_in_words(world: World, field: str) -> None:
    with pytest.raises(Refused, match="no copy of it is kept here"):
        receive(world, **{field: PASTED})

    assert len(rows(Profile, world.area)) == 1


def test_a_released_prompt_is_kept_with_who_released_it_and_a_longer_text_is_not(world: World) -> None:
    lead = at_work(world.area)
    released = {"released_by": "Head of unit", "released_on": MARCH}

    actions.take_prompt(world.profile, by=lead, on=TODAY, words="Look at lettings", **released)
    with pytest.raises(Refused, match="no copy of it is kept here"):
        actions.take_prompt(world.profile, by=lead, on=TODAY, words="x" * (PROMPT_MOST + 1), **released)

    with inside(world.area):
        assert [(row.words, row.released_by, row.released_on) for row in queries.prompts(lead)] == [
            ("Look at lettings", "Head of unit", MARCH)
        ]


@pytest.mark.parametrize("released_by", ["", "  "])
def test_a_prompt_nobody_released_is_refused(world: World, released_by: str) -> None:
    with pytest.raises(Refused, match="which post of its originator released it"):
        actions.take_prompt(world.profile, by=at_work(world.area), on=TODAY, words="Look", released_by=released_by, released_on=MARCH)


def test_a_profile_is_received_on_or_after_the_date_it_bears(world: World) -> None:
    with pytest.raises(Refused, match="cannot have been received"):
        receive(world, dated=TODAY + timedelta(days=1))


def test_the_local_profile_is_recorded_by_reference_and_not_as_another_source(world: World) -> None:
    with pytest.raises(Refused, match="by reference"):
        actions.name_source("Profile", by=at_work(world.area), on=TODAY, kind="profile", words="Everything in it")


@pytest.mark.parametrize(
    ("deed", "source"),
    [
        (lambda by, ref: actions.set_level(ref, by=by, on=TODAY, level="severe"), "trend"),
        (lambda by, ref: actions.take_reading(ref, by=by, on=TODAY, covers_to=MARCH, value=Decimal(1), unit="x"), "level"),
        (lambda by, ref: actions.brief_on_profile(ref, by=by, on=TODAY, audience="All"), "series"),
    ],
)
def test_what_belongs_to_another_kind_of_source_is_refused(world: World, deed: Any, source: str) -> None:
    with pytest.raises(Refused, match="belongs to a source of the kind"):
        deed(at_work(world.area), getattr(world, source))


def test_nothing_is_added_to_a_source_that_was_withdrawn_or_before_it_was_known(world: World) -> None:
    lead = at_work(world.area)
    with pytest.raises(Refused, match="has been known here since 12 January 2026"):
        actions.set_level(world.level, by=lead, on=date(2026, 1, 11), level="severe")

    actions.withdraw_source(world.level, by=lead, on=JUNE, because="Entered twice")

    with pytest.raises(Refused, match="was withdrawn on 3 June 2026"):
        actions.set_level(world.level, by=lead, on=TODAY, level="severe")
    with pytest.raises(Refused, match="was withdrawn on 3 June 2026"):
        actions.withdraw_source(world.level, by=lead, on=TODAY, because="Again")


def test_a_withdrawn_source_stood_until_that_day(world: World) -> None:
    lead = at_work(world.area)
    actions.withdraw_source(world.trend, by=lead, on=JUNE, because="Entered twice")

    with inside(world.area):
        before, after = ({row.ref for row in queries.standing_sources(lead, as_at=day)} for day in (MARCH, JUNE))

    assert before - after == {world.trend}


@pytest.mark.parametrize(("covers_from", "covers_to"), [(MARCH, JANUARY), (None, TODAY + timedelta(days=1))])
def test_a_reading_covers_a_period_that_has_been(world: World, covers_from: date | None, covers_to: date) -> None:
    with pytest.raises(Refused, match="period"):
        actions.take_reading(
            world.series, by=at_work(world.area), on=TODAY, covers_from=covers_from, covers_to=covers_to, value=Decimal(1), unit="reports"
        )


def test_an_answer_comes_after_the_question(world: World) -> None:
    with pytest.raises(Refused, match="Police were asked on 3 June 2026"):
        actions.answer_request(world.request, by=at_work(world.area), on=MARCH, words="Soon")


def test_official_sensitive_sources_leave_no_gap_in_the_numbers(world: World, settings: Any) -> None:
    settings.DISK_ENCRYPTED, lead = True, at_work(world.area)

    refs = [
        actions.name_source("X", by=lead, on=TODAY, kind="trend", marking=marking).ref
        for marking in ("official", "official-sensitive", "official", "official-sensitive")
    ]

    assert refs == ["S-5", "SS-1", "S-6", "SS-2"]


def test_whoever_may_not_read_official_sensitive_does_not_write_it(world: World, settings: Any) -> None:
    settings.DISK_ENCRYPTED = True

    with pytest.raises(Refused, match="clearance"):
        actions.name_source("X", by=at_work(world.area, cleared=False), on=TODAY, kind="trend", marking="official-sensitive")


def test_the_same_form_sent_twice_makes_one_source(world: World) -> None:
    lead, once = at_work(world.area), uuid4()

    made = {actions.name_source("X", by=lead, on=TODAY, kind="trend", once=once).ref for _ in range(2)}

    assert len(made) == 1
