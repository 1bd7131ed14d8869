"""Figures are said as people say them, and stand on a picture in the order of their days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dueregard.basics.figures import LABELS, Frame, joined, plain

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(("value", "words"), [("12.00", "12"), ("12.50", "12.5"), ("1204", "1,204"), ("0", "0"), ("100", "100")])
def test_a_figure_is_said_without_needless_noughts(value: str, words: str) -> None:
    assert plain(Decimal(value)) == words


def test_figures_stand_between_the_margins_the_highest_on_top() -> None:
    frame = Frame(low=0, high=10, left=40, top=20, bottom=30)

    points = frame.points([(DAY, 0), (DAY + timedelta(days=5), 5), (DAY + timedelta(days=10), 10)])

    assert [(point.x, point.y) for point in points] == [(40, 170), (310, 95), (580, 20)]
    assert joined(points) == "M40 170L310 95L580 20"


def test_figures_that_are_all_the_same_stand_at_the_foot() -> None:
    frame = Frame(low=3, high=3, left=40, top=20, bottom=30)

    assert {point.y for point in frame.points([(DAY, 3), (DAY, 3)])} == {170}


def test_the_newest_figure_is_said_and_never_more_than_fit() -> None:
    frame = Frame(low=0, high=30, left=40, top=20, bottom=30)

    points = frame.points([(DAY + timedelta(days=number), number) for number in range(30)])

    assert points[-1].is_said
    assert sum(point.is_said for point in points) <= LABELS
