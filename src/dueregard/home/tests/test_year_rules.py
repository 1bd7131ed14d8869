"""The fewest occasions a cadence asks for: as many as needed, as late as can be, and those set already."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dueregard.basics.dates import months_after, months_before
from dueregard.home.rules.year import Cadence, occasions

TWICE = Cadence(expected=2, within_months=12, apart_days=90, gap_months=9)
QUARTERLY = Cadence(expected=4, within_months=13, gap_days=140)
TODAY = date(2026, 11, 18)
YEAR = months_after(TODAY, 12)


def test_twice_a_year_asks_for_the_latest_days_that_keep_it() -> None:
    found = occasions([date(2026, 3, 4), date(2026, 9, 9)], [], cadence=TWICE, today=TODAY, until=YEAR)

    assert [(one.on, one.is_set) for one in found] == [(date(2027, 3, 4), False), (date(2027, 9, 9), False)]
    assert found[0].why == "Without another, the one of 4 March 2026 would leave 1 in 12 months"


def test_a_day_set_already_takes_its_place() -> None:
    found = occasions([date(2026, 3, 4), date(2026, 9, 9)], [date(2027, 2, 3)], cadence=TWICE, today=TODAY, until=YEAR)

    assert [(one.on, one.is_set) for one in found] == [(date(2027, 2, 3), True), (date(2027, 9, 9), False)]


def test_a_day_set_too_late_does_not_save_the_gap() -> None:
    found = occasions([date(2026, 3, 4), date(2026, 9, 9)], [date(2027, 5, 5)], cadence=TWICE, today=TODAY, until=YEAR)

    assert [(one.on, one.is_set) for one in found][:2] == [(date(2027, 3, 4), False), (date(2027, 5, 5), True)]


def test_nothing_recorded_asks_for_one_at_once() -> None:
    found = occasions([], [], cadence=QUARTERLY, today=TODAY, until=YEAR)

    assert found[0].on == TODAY
    assert found[0].why == "None is recorded yet"


def test_what_is_late_is_wanted_today_and_says_so() -> None:
    found = occasions([date(2025, 1, 1)], [], cadence=TWICE, today=TODAY, until=YEAR)

    assert found[0].on == TODAY
    assert "which has passed: as soon as it can be" in found[0].why


def held(found: list[date], *, cadence: Cadence, on: date) -> bool:
    within = [day for day in found if months_before(on, cadence.within_months) < day <= on]
    return len(within) >= cadence.expected


@given(st.lists(st.integers(0, 700), min_size=5, max_size=8, unique=True), st.lists(st.integers(1, 360), max_size=3, unique=True))
def test_kept_to_it_the_year_never_falls_short_of_quarterly(past: list[int], ahead: list[int]) -> None:
    done, planned = [TODAY - timedelta(days=n) for n in past], [TODAY + timedelta(days=n) for n in ahead]
    found = occasions(done, planned, cadence=QUARTERLY, today=TODAY, until=YEAR)
    days = sorted([*done, *(one.on for one in found)])

    gaps = [(later - sooner).days for sooner, later in pairwise(days) if later > TODAY]
    assert all(gap <= 140 for gap in gaps)
    assert set(planned) <= {one.on for one in found}
    year_on = months_after(TODAY, 11)
    assert held(days, cadence=QUARTERLY, on=year_on)


@given(st.lists(st.integers(0, 700), min_size=1, max_size=6, unique=True))
def test_no_occasion_of_the_year_could_be_left_out(past: list[int]) -> None:
    done = [TODAY - timedelta(days=n) for n in past]
    found = occasions(done, [], cadence=TWICE, today=TODAY, until=YEAR)

    assert len(found) <= 3
    assert [one.on for one in found] == sorted({one.on for one in found})


def test_too_few_to_keep_up_asks_for_the_next_within_its_share_of_the_time() -> None:
    found = occasions(
        [TODAY - timedelta(days=30)], [], cadence=Cadence(expected=2, within_months=12, apart_days=60), today=TODAY, until=YEAR
    )

    assert found[0].on == months_after(TODAY - timedelta(days=30), 6)
    assert found[0].why == "2 are asked for in 12 months, and the last was on 19 October 2026"
