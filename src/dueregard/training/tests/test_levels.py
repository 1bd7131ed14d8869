"""Figures by level: they add up to what they are of, cannot disagree, and give no small group away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.training.rules.levels import Pair, figures_of, lines_of, seen, together
from dueregard.training.rules.returns import why_not_return, why_not_said
from dueregard.training.rules.suppression import is_small
from dueregard.training.tests.workforces import LONG_AGO

LEVELS = ("operational", "managerial", "strategic")
pairs = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 20, 60]).flatmap(lambda need: st.tuples(st.just(need), st.integers(0, need)))
by_level = st.tuples(pairs, pairs, pairs).map(lambda three: dict(zip(LEVELS, three, strict=True)))


def numbers(pair: Pair) -> tuple[int, int, int]:
    return pair[0], pair[1], pair[0] - pair[1]


@given(by_level)
def test_the_total_is_the_sum_of_the_levels_and_lines_come_back_as_they_were(said: dict[str, Pair]) -> None:
    figures = {"awareness": said, "referral": (7, 6)}

    assert together(said) == (sum(need for need, _has in said.values()), sum(has for _need, has in said.values()))
    assert figures_of(lines_of(figures)) == figures


@given(by_level)
def test_to_whoever_may_see_names_all_of_it_is_shown(said: dict[str, Pair]) -> None:
    shown = seen(said, names=True)

    assert shown.pair == together(said)
    assert {level.value: pair for level, pair in shown.levels} == said


@given(by_level)
def test_nobody_else_is_shown_a_small_number_nor_the_sum_of_a_few_hidden_ones(said: dict[str, Pair]) -> None:
    shown = seen(said, names=False)

    told = [pair for pair in (shown.pair, *(pair for _level, pair in shown.levels)) if pair]
    assert not any(is_small(number) for pair in told for number in numbers(pair))
    hidden = [said[level.value] for level, pair in shown.levels if pair is None]
    if hidden and shown.pair:
        assert len(hidden) > 1
        assert not any(is_small(sum(column)) for column in zip(*(numbers(pair) for pair in hidden), strict=True))
    if shown.pair is None:
        assert not any(pair for _level, pair in shown.levels)


@given(by_level)
def test_for_every_hidden_level_other_records_would_show_the_same(said: dict[str, Pair]) -> None:
    shown = seen(said, names=False)
    if shown.pair is None:
        return
    hidden = [level.value for level, pair in shown.levels if pair is None]

    for level in hidden:
        assert any(moved[level] != said[level] for moved in others(said, hidden))


def others(said: dict[str, Pair], hidden: list[str]) -> list[dict[str, Pair]]:
    """The same records with one person, trained or not, moved from a hidden level to another."""
    found = []
    for one in hidden:
        for other in (level for level in hidden if level != one):
            (need, has), (more, had) = said[one], said[other]
            if has:
                found.append({**said, one: (need - 1, has - 1), other: (more + 1, had + 1)})
            if need > has:
                found.append({**said, one: (need - 1, has), other: (more + 1, had)})
    return found


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"operational": (5, 5), "managerial": (5, 5)}, "Awareness: say how many there are at each level, once, and 0 where nobody is"),
        ({**dict.fromkeys(LEVELS, (5, 5)), "": (15, 15)}, "at each level, once"),
        ({**dict.fromkeys(LEVELS, (5, 5)), "chief": (1, 1)}, "at each level, once"),
        ({**dict.fromkeys(LEVELS, (5, 5)), "managerial": (5, 6)}, "Awareness, managerial: 6 trained is more than the 5 who need it"),
        ({**dict.fromkeys(LEVELS, (5, 5)), "strategic": (-1, -1)}, "Awareness, strategic: write 0 or more"),
        (dict.fromkeys(LEVELS, (400_000, 0)), "Awareness: 1,200,000 people cannot be right"),
    ],
)
def test_what_levels_cannot_say_is_refused_in_words(said: dict[str, Pair], says: str) -> None:
    assert says in (why_not_said("awareness", said) or "")
    assert says in (why_not_return({"awareness": said}, as_at=LONG_AGO, on=LONG_AGO) or "")


def test_a_line_said_twice_is_refused_and_not_overwritten_in_silence() -> None:
    twice = figures_of([("awareness", "", 10, 9), ("awareness", "", 20, 9)])

    assert "once" in (why_not_return(twice, as_at=LONG_AGO, on=LONG_AGO) or "")


def test_every_level_may_be_nobody() -> None:
    assert why_not_said("awareness", dict.fromkeys(LEVELS, (0, 0))) is None
