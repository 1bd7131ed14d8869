"""What a word is, and when a name is near enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.search.rules import is_near, is_one_letter_off, kept_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The council’s venue-hire policy", ["the", "councils", "venue", "hire", "policy"]),
        ("Café and CAFE", ["cafe", "and", "cafe"]),
        ("A-19, a19 and A 19", ["a19", "a19", "and", "19"]),
        ("D-2026-09", ["d202609"]),
        ("", []),
        ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
        ('"; drop table', ["drop", "table"]),
    ],
)
def test_a_text_falls_into_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_each_word_is_kept_once_and_in_order() -> None:
    assert kept_words("Risk of risk", "a venue") == "of risk venue"


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [
        ("probation", "probaton", True),
        ("probation", "probatoin", True),
        ("probation", "probatiom", True),
        ("probation", "probatioon", True),
        ("probation", "probation", True),
        ("probation", "prbatoin", False),
        ("health", "wealthy", False),
        ("abcd", "badc", False),
    ],
)
def test_one_letter_is_forgiven_and_no_more(one: str, other: str, off: bool) -> None:
    assert is_one_letter_off(one, other) is off
    assert is_one_letter_off(other, one) is off


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_nearness_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert is_one_letter_off(one, other) == is_one_letter_off(other, one)


@given(st.text("abcdef", min_size=4, max_size=9), st.integers(0, 8), st.sampled_from("abcdefx"))
def test_any_one_letter_changed_is_forgiven(word: str, place: int, letter: str) -> None:
    place %= len(word)

    assert is_one_letter_off(word, word[:place] + letter + word[place + 1 :])
    assert is_one_letter_off(word, word[:place] + word[place + 1 :])
    assert is_one_letter_off(word, word[:place] + letter + word[place:])


@pytest.mark.parametrize(
    ("name", "asked", "near"),
    [
        ("Westmarch Probation Service", "probaton", True),
        ("Westmarch Probation Service", "westmarch prob", True),
        ("NHS", "nha", False),
        ("Westmarch Probation Service", "", False),
        ("Westmarch Probation Service", "probation harrow", False),
    ],
)
def test_a_name_is_near_when_every_word_asked_for_is(name: str, asked: str, near: bool) -> None:
    assert is_near(name, words_of(asked)) is near
