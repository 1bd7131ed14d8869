"""Whose a row is and what a mark stands for: alike is taken, like is proposed, two-way is asked."""

import pytest

from dueregard.partnership.rules.bringing_in.marks import INITIALS, Meaning, key_of, mark_of, meaning_of
from dueregard.sheets.rules.naming import Candidate, find, is_nobody

POLICE = Candidate(key="seat:SEAT-1", says="Seat SEAT-1, Westmarch Constabulary", names=("SEAT-1", "Westmarch Constabulary", "Police"))
ICB = Candidate(key="seat:SEAT-2", says="Seat SEAT-2, NHS Westmarch ICB", names=("SEAT-2", "NHS Westmarch Integrated Care Board", "Health"))
TWIN = Candidate(key="person:P-9", says="Ana Field, Police", names=("P-9", "Ana Field"))
OTHER = Candidate(key="person:P-8", says="Ana Field, Health", names=("P-8", "Ana Field"))
THERE = (POLICE, ICB, TWIN, OTHER)


@pytest.mark.parametrize("name", ["Westmarch Constabulary", "  westmarch constabulary ", "POLICE", "seat-1", "Westmárch Constabulary"])
def test_a_name_alike_in_every_word_is_taken(name: str) -> None:
    assert find(name, THERE).found == POLICE


@pytest.mark.parametrize("name", ["Westmarch Constabulry", "The Constabulary of Westmarch", "NWICB", "Westmarch Integrated Care Board"])
def test_a_name_that_is_only_like_is_proposed_never_taken(name: str) -> None:
    named = find(name, THERE)

    assert named.found is None
    assert named.is_doubtful


def test_two_of_one_name_are_both_proposed() -> None:
    named = find("Ana Field", THERE)

    assert named.found is None
    assert set(named.proposed) == {TWIN, OTHER}
    assert "2 go by the name" in named.why


def test_a_stranger_is_nobody() -> None:
    named = find("Fire and rescue", THERE)

    assert (named.found, named.proposed) == (None, ())
    assert named.why == "Nobody here is called Fire and rescue"


@pytest.mark.parametrize("label", ["Total", "Quorum", "", "  ", "12", "In attendance"])
def test_totals_are_not_somebody(label: str) -> None:
    assert is_nobody(label)


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("✓", Meaning.PRESENT),
        ("Y", Meaning.PRESENT),
        ("P", Meaning.PRESENT),
        (1, Meaning.PRESENT),
        ("Present (online)", Meaning.PRESENT),
        ("N", Meaning.ABSENT),
        ("DNA", Meaning.ABSENT),
        ("Apols.", Meaning.APOLOGIES),
        ("apologies from JS", Meaning.APOLOGIES),
        ("sub", Meaning.SUBSTITUTE),
        ("Sub: JS", Meaning.SUBSTITUTE),
        ("n/a", Meaning.NOTHING),
    ],
)
def test_a_mark_that_means_one_thing_is_read(written: str | int, meaning: Meaning) -> None:
    assert meaning_of(key_of(written), {}) is meaning


@pytest.mark.parametrize("written", ["x", "X", "A", "a", "-", "JS", "J.S.", "JS/MK", "s", "halfway"])
def test_a_mark_that_could_mean_two_things_is_asked(written: str) -> None:
    key = key_of(written)

    assert meaning_of(key, {}) is None
    assert mark_of(key, words=written, times=1).asks


def test_all_initials_are_one_question_and_present_is_only_proposed() -> None:
    assert key_of("JS") == key_of("A.B.C.") == INITIALS
    mark = mark_of(INITIALS, words="JS", times=1)
    assert (mark.meaning, mark.proposed) == (None, Meaning.PRESENT)


def test_an_answer_wins_over_what_a_mark_is_taken_to_mean() -> None:
    assert meaning_of("n", {"n": "present"}) is Meaning.PRESENT
    assert meaning_of("x", {"x": "nonsense"}) is None
