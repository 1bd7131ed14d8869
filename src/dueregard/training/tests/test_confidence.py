"""How confident people were: what cannot have been answered is refused, and what is shown tells of no small group."""

from itertools import product

import pytest

from dueregard.training.rules.confidence import Answers, shown, why_not_counts, why_not_percentages

PUBLISHED = Answers(steps=(0, 33, 54, 11), is_percent=True), Answers(steps=(0, 0, 66, 32), is_percent=True)  # 98 in all, both times


@pytest.mark.parametrize(
    ("counts", "came", "why"),
    [
        ((1, 2, 3, 4), 10, None),
        ((1, 2, 3, 5), 10, "11 answered and 10 came"),
        ((1, 2, 3, 4), None, "Record how many came"),
        ((0, 0, 0, 0), 10, "Nobody answered"),
        ((1.5, 0, 0, 0), 10, "whole numbers"),
        ((-1, 2, 0, 0), 10, "whole numbers"),
        ((1, 2, 3), 10, "Give 4 numbers"),
    ],
)
def test_counts_are_held_to_those_who_came(counts: tuple[float, ...], came: int | None, why: str | None) -> None:
    found = why_not_counts(counts, came=came)

    assert found is None if why is None else why in str(found)


@pytest.mark.parametrize(
    ("shares", "base", "came", "why"),
    [
        ((0, 33, 54, 11), None, 71, None),
        ((0, 33, 54, 15), 70, 71, None),
        ((0, 33, 54, 16), None, None, "come to 103"),
        ((0, 33, 54, 10), None, None, "come to 97"),
        ((33.3, 33.3, 33.3, 0), None, None, None),
        ((-1, 51, 50, 0), None, None, "between 0 and 100"),
        ((0, 0, 101, 0), None, None, "between 0 and 100"),
        ((0, 50, 50, 0), 72, 71, "72 answers and 71 came"),
        ((0, 50, 50, 0), 0, None, "at least"),
        ((50, 50), None, None, "Give 4 percentages"),
    ],
)
def test_percentages_come_to_about_100(shares: tuple[float, ...], base: int | None, came: int | None, why: str | None) -> None:
    found = why_not_percentages(shares, base=base, came=came, has_document=True)

    assert found is None if why is None else why in str(found)


def test_percentages_are_given_only_as_a_document_published_them() -> None:
    assert "which document" in str(why_not_percentages((0, 50, 50, 0), base=None, came=None, has_document=False))


def test_published_percentages_stay_percentages() -> None:
    seen = shown(*PUBLISHED, names=False)

    assert [before.words for _step, before, _after in seen.rows] == ["0%", "33%", "54%", "11%"]
    assert (seen.of[0].words, seen.sentence) == ("Not said", "Good or able to champion: 65% before, 98% after.")


def test_a_time_that_was_not_asked_says_so() -> None:
    seen = shown(None, PUBLISHED[1], names=True)

    assert {before.words for _step, before, _after in seen.rows} == {"Not asked"}
    assert seen.sentence == ""


def test_small_counts_are_told_to_those_who_see_names_and_to_nobody_else() -> None:
    answers = Answers(steps=(2, 8, 20, 10), is_percent=False)

    assert [cell.words for _step, cell, _after in shown(answers, None, names=True).rows] == ["2 (5%)", "8 (20%)", "20 (50%)", "10 (25%)"]
    seen = shown(answers, None, names=False)
    assert [cell.words for _step, cell, _after in seen.rows] == ["Not shown", "Not shown", "20 (50%)", "10 (25%)"]
    assert (seen.of[0].words, seen.is_hidden) == ("40", True)


def test_no_small_count_follows_from_what_is_shown() -> None:
    for steps in product((0, 1, 4, 5, 9), repeat=4):
        if not sum(steps):
            continue
        gone = Answers(steps=steps, is_percent=False).hidden()

        left = [step for number, step in enumerate(steps) if number in gone]
        assert not any(0 < step < 5 for number, step in enumerate(steps) if number not in gone)
        assert -1 in gone or not left or (len(left) > 1 and sum(left) >= 5)
