"""The picture of coverage over quarters: the words stand in the order of the ends of the lines, and apart."""

from datetime import date
from itertools import pairwise

from dueregard.training.rules.trend import APART, drawn


def test_the_words_stand_from_the_highest_line_down_and_never_on_each_other() -> None:
    days = (date(2026, 6, 30), date(2026, 9, 30))

    picture = drawn(days, [("Referral", (80, 90)), ("Awareness", (90, 91)), ("Posts", (100, 100))], expected=0.85)

    assert [line.words for line in picture.lines] == ["Posts", "Awareness", "Referral"]
    heights = [line.words_y for line in picture.lines]
    assert all(below - above >= APART for above, below in pairwise(heights))
