"""The rules of the register: matrices, scores, drivers, which way a risk goes, and how the pictures are laid out."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.accounts.tests.people import TODAY
from dueregard.risk.rules.drivers import driver_words, drivers, drivers_on, why_not_name
from dueregard.risk.rules.heat_map import HeatMap, Spot, heat_map
from dueregard.risk.rules.matrix import DEFAULT, Band, Scale, Score, why_not_score, why_not_set
from dueregard.risk.rules.register import Line, Register, compared_with, in_order
from dueregard.risk.rules.risks import Direction, direction
from dueregard.risk.rules.score_line import score_line
from dueregard.risk.tests.register import FOUR

DAY = date(2026, 5, 1)


def test_the_matrix_that_comes_with_the_house_fits_together() -> None:
    assert why_not_set(DEFAULT, on=DAY, last=None) is None
    assert [DEFAULT.band(score).words for score in (1, 6, 7, 14, 15, 25)] == ["Low", "Low", "Medium", "Medium", "High", "High"]
    assert [DEFAULT.shade(score) for score in (6, 12, 15)] == [0, 1, 2]
    assert [DEFAULT.is_above(score) for score in (14, 15)] == [False, True]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"size": 2}, "3 to 6 steps"),
        ({"size": 7}, "3 to 6 steps"),
        ({"likelihood": ("Rare",)}, "Give 4 words for likelihood"),
        ({"impact": ("Slight", "slight", "Serious", "Severe")}, "a word of its own"),
        ({"impact": ("x" * 41, "Moderate", "Serious", "Severe")}, "1 to 40 characters"),
        ({"bands": (Band("Low", 1),)}, "2 to 5 bands"),
        ({"bands": (Band("Low", 2), Band("High", 9))}, "rise from 1"),
        ({"bands": (Band("Low", 1), Band("High", 1))}, "rise from 1"),
        ({"bands": (Band("Low", 1), Band("High", 17))}, "to 16 at most"),
        ({"bands": (Band("Low", 1), Band(" ", 9))}, "A word for a band"),
        ({"tolerance": 0}, "between 1 and 15"),
        ({"tolerance": 16}, "between 1 and 15"),
    ],
)
def test_a_matrix_that_does_not_fit_together_is_refused(changed: dict[str, Any], words: str) -> None:
    assert words in str(why_not_set(replace(FOUR, **changed), on=DAY, last=None))


def test_a_score_is_whole_and_inside_its_matrix() -> None:
    assert why_not_score(FOUR, likelihood=None, impact=None, what="target") is None
    assert why_not_score(FOUR, likelihood=4, impact=1, what="target") is None
    assert "neither" in str(why_not_score(FOUR, likelihood=4, impact=None, what="target"))
    assert "goes from 1 to 4" in str(why_not_score(FOUR, likelihood=1, impact=5, what="target"))


@pytest.mark.parametrize(
    ("then", "now", "way"),
    [
        (None, None, Direction.UNKNOWN),
        (None, Score(2, 2), Direction.NEW),
        (Score(2, 2), None, Direction.UNKNOWN),
        (Score(2, 2), Score(1, 4), Direction.SAME),
        (Score(2, 2), Score(2, 3), Direction.WORSE),
        (Score(2, 3), Score(2, 2), Direction.BETTER),
        (Score(2, 3), Score(2, 2, FOUR), Direction.UNKNOWN),
    ],
)
def test_a_risk_goes_the_way_its_score_goes_on_one_matrix(then: Score | None, now: Score | None, way: Direction) -> None:
    assert direction(then, now) is way


def test_the_list_of_drivers_is_dated_and_has_mixed_and_none() -> None:
    now, before = {one.id for one in drivers_on(TODAY)}, {one.id for one in drivers_on(date(2016, 1, 1))}

    assert {"mixed-or-unclear", "none"} < now
    assert before - now == {"unspecified"}
    assert len({one.id for one in drivers()}) == len(drivers())
    assert why_not_name("", on=TODAY) is None
    assert "one of" in str(why_not_name("unspecified", on=TODAY))
    assert driver_words("gone") == "gone"


def test_the_register_is_compared_with_the_last_look_before_or_a_quarter_earlier() -> None:
    assert compared_with([DAY, TODAY], as_at=TODAY) == DAY
    assert compared_with([], as_at=date(2026, 5, 31)) == date(2026, 2, 28)


def test_the_highest_on_the_matrix_in_force_come_first_and_others_are_never_mixed_in() -> None:
    lines = [a_line("R1", now=Score(2, 2)), a_line("R2", now=None), a_line("R3", now=Score(4, 4, FOUR)), a_line("R10", now=Score(5, 5))]
    lines += [
        a_line("R4", now=Score(5, 5)),
        a_line("R5", now=Score(5, 5), kind="corporate"),
        a_line("R6", now=Score(5, 5), status="closed"),
    ]

    register = Register(scale=DEFAULT, then=DAY, lines=in_order(lines, scale=DEFAULT))

    assert [line.ref for line in register.lines] == ["R4", "R10", "R1", "R3", "R2", "R6", "R5"]
    assert (len(register.drawn), register.elsewhere, register.unscored) == (4, 1, 1)
    assert register.sentence == "7 risks: 6 situational and 1 corporate. 4 are above tolerance"
    assert register.travel == "Since 1 May 2026, 4 are new"


def a_line(ref: str, *, now: Score | None, then: Score | None = None, kind: str = "situational", status: str = "open") -> Line:
    return Line(key=ref, ref=ref, kind=kind, is_sensitive=False, district="", status=status, then=then, now=now)


def test_a_crowded_cell_shows_its_number_and_arrows_go_only_where_both_ends_are_drawn() -> None:
    four = [Spot(ref=f"R{number}", now=Score(2, 2), then=None) for number in range(4)]
    moved = [Spot(ref="R8", now=Score(5, 5), then=Score(4, 4)), Spot(ref="R9", now=Score(1, 1), then=Score(2, 2))]

    drawn = heat_map([*four, *moved], scale=DEFAULT)

    assert [(cell.likelihood, cell.impact, len(cell.refs)) for cell in drawn.crowded] == [(2, 2, 4)]
    assert {mark.ref for mark in drawn.markers} == {"R8", "R9"}
    assert len(drawn.arrows) == 1
    assert [cell.score for cell in drawn.by_row()[0]] == [5, 10, 15, 20, 25]


def test_the_line_of_tolerance_runs_between_what_is_tolerated_and_what_is_not() -> None:
    drawn = heat_map((), scale=DEFAULT)
    edges = drawn.tolerance.count("v") + drawn.tolerance.count("h")

    assert edges == 6  # three edges down and three across: below 15 and 16, left of 15 to 15


steps = st.integers(1, 5)
scores = st.builds(Score, steps, steps)


@given(st.lists(st.tuples(scores, st.none() | scores), max_size=40))
def test_every_risk_stands_in_one_cell_and_never_more_than_three_markers_in_one(pairs: list[tuple[Score, Score | None]]) -> None:
    spots = [Spot(ref=f"R{number}", now=now, then=then) for number, (now, then) in enumerate(pairs)]

    drawn = heat_map(spots, scale=DEFAULT)

    assert sorted(ref for cell in drawn.cells for ref in cell.refs) == sorted(spot.ref for spot in spots)
    assert max(shown_in(drawn).values(), default=0) <= 3
    assert len(drawn.markers) + sum(len(cell.refs) for cell in drawn.crowded) == len(spots)


def shown_in(drawn: HeatMap) -> dict[int, int]:
    """How many circles, filled and open, each cell holds."""
    marks = [(mark.x, mark.y) for mark in drawn.markers] + [(arrow.x, arrow.y) for arrow in drawn.arrows]
    return {
        number: sum(cell.x <= x < cell.x + cell.width and cell.y <= y < cell.y + 70 for x, y in marks)
        for number, cell in enumerate(drawn.cells)
    }


def test_a_score_over_time_is_drawn_on_its_newest_matrix_only() -> None:
    rows = [(DAY + timedelta(days=30 * number), Score(number + 1, 2)) for number in range(4)]

    line, mixed = score_line(rows), score_line([*rows, (TODAY, Score(2, 2, FOUR)), (TODAY + timedelta(days=9), Score(1, 2, FOUR))])

    assert line is not None
    assert mixed is not None
    assert ([point.value for point in line.points], line.left_out) == ([2, 4, 6, 8], 0)
    assert ([point.value for point in mixed.points], mixed.most, mixed.left_out) == ([4, 2], 16, 4)
    assert score_line(rows[:1]) is None


def test_two_matrices_are_alike_whatever_day_and_reason_they_bear() -> None:
    same = Scale(**{name: getattr(FOUR, name) for name in ("size", "likelihood", "impact", "bands", "tolerance")}, on=DAY, because="So")

    assert same.is_alike(FOUR)
    assert not replace(same, tolerance=7).is_alike(FOUR)
