"""The picture of a measure's readings."""

from datetime import date
from decimal import Decimal

from dueregard.plan.rules.measure_line import measure_line

SINCE, MAY, JULY = date(2026, 4, 1), date(2026, 5, 1), date(2026, 7, 1)


def test_one_figure_is_no_picture() -> None:
    assert measure_line([(MAY, Decimal(4))], baseline=None, target=Decimal(9), since=SINCE) is None
    assert measure_line([], baseline=Decimal(4), target=Decimal(9), since=SINCE) is None


def test_the_baseline_is_the_first_point_and_the_scale_holds_the_target() -> None:
    line = measure_line([(MAY, Decimal(4)), (JULY, Decimal(6))], baseline=Decimal(2), target=Decimal(10), since=SINCE)

    assert line is not None
    assert [(point.on, point.value) for point in line.points] == [(SINCE, 2), (MAY, 4), (JULY, 6)]
    assert (line.low, line.high, line.target) == (0, 10, line.top)
    assert [point.x for point in line.points] == sorted(point.x for point in line.points)
    assert [point.y for point in line.points] == sorted((point.y for point in line.points), reverse=True)


def test_a_measure_that_is_to_fall_has_its_target_below_and_equal_figures_are_drawn_too() -> None:
    falling = measure_line([(MAY, Decimal(7))], baseline=Decimal(9), target=Decimal(1), since=SINCE)
    still = measure_line([(MAY, Decimal(0)), (JULY, Decimal(0))], baseline=None, target=None, since=SINCE)

    assert falling is not None
    assert falling.target is not None
    assert falling.target > falling.points[-1].y > falling.points[0].y
    assert still is not None
    assert {point.y for point in still.points} == {still.bottom}
