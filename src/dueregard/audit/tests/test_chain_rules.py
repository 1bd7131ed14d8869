"""Whatever is done to a chain, it is named at the right number."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.audit.rules import GENESIS, Link, as_cell, canonical, digest, first_broken, in_words, why_cut

DETAILS = st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=10) | st.booleans(), max_size=3)
EVENTS = st.lists(st.fixed_dictionaries({"verb": st.text(max_size=10), "details": DETAILS}), min_size=2, max_size=12)
WHICH = st.integers(min_value=0)


def chain(events: list[dict[str, Any]]) -> list[Link]:
    links, previous = [], GENESIS
    for number, event in enumerate(events, start=1):
        own = digest(previous, {"number": number, **event})
        links.append(Link(number, previous, own, {"number": number, **event}))
        previous = own
    return links


@given(EVENTS)
def test_a_chain_as_written_holds(events: list[dict[str, Any]]) -> None:
    assert first_broken(chain(events)) is None


@given(EVENTS, WHICH)
def test_a_changed_event_is_named(events: list[dict[str, Any]], which: int) -> None:
    links = chain(events)
    n = which % len(links)

    links[n] = replace(links[n], event={**links[n].event, "verb": f"{links[n].event['verb']}x"})

    assert first_broken(links) == f"Event {n + 1} is not as it was written"


@given(EVENTS, WHICH)
def test_an_event_changed_with_its_own_digest_breaks_the_next(events: list[dict[str, Any]], which: int) -> None:
    links = chain(events)
    n = which % (len(links) - 1)

    changed = {**links[n].event, "verb": f"{links[n].event['verb']}x"}
    links[n] = replace(links[n], event=changed, digest=digest(links[n].previous, changed))

    assert first_broken(links) == f"Event {n + 2} does not follow the one before it"


@given(EVENTS, WHICH)
def test_a_removed_event_is_missed(events: list[dict[str, Any]], which: int) -> None:
    links = chain(events)
    n = which % (len(links) - 1)

    del links[n]

    assert first_broken(links) == f"Event {n + 1} is missing: the next one is number {n + 2}"


@given(EVENTS, WHICH)
def test_two_events_that_changed_places_are_named(events: list[dict[str, Any]], which: int) -> None:
    links = chain(events)
    n = which % (len(links) - 1)

    links[n], links[n + 1] = links[n + 1], links[n]

    assert first_broken(links) == f"Event {n + 1} is missing: the next one is number {n + 2}"


@given(EVENTS, WHICH)
def test_a_cut_tail_is_found_by_what_was_kept_elsewhere(events: list[dict[str, Any]], which: int) -> None:
    links = chain(events)
    kept, left = len(links), which % len(links)

    cut = links[:left]

    assert first_broken(cut) is None
    said = why_cut(count=left, head="", known_count=kept, digest_at_known=None, known_head=links[-1].digest)
    assert said == f"The trail was cut: {kept} events were known, {left} are here"


def test_a_chain_written_anew_is_not_the_one_that_was_known() -> None:
    said = why_cut(count=9, head="c", known_count=3, digest_at_known="a", known_head="b")

    assert said == "Event 3 is not the one that was known"


def test_the_canonical_form_knows_no_time_zone_and_no_order() -> None:
    summer = datetime(2026, 7, 1, 12, 0, 0, 5, timezone(timedelta(hours=1)))

    assert canonical({"b": 1, "at": summer}) == b'{"at":"2026-07-01T11:00:00.000005Z","b":1}'
    assert canonical({"at": summer.astimezone(UTC), "b": 1}) == canonical({"b": 1, "at": summer})


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("plain", "plain"),
        (None, ""),
        (7, "7"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(value: object, cell: str) -> None:
    assert as_cell(value) == cell


def test_a_verb_is_said_in_words() -> None:
    assert in_words("organisations.post.set-up") == "Post set up"
    assert in_words("signed-in") == "Signed in"
