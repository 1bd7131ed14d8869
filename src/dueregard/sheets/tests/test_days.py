"""Reading dates: in many forms, and never by guessing which number is the day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.sheets.rules.days import DayRead, Order, order_shown, read_day

MARCH_12, JUNE_3 = date(2026, 3, 12), date(2026, 6, 3)

SURE = [
    ("2026-03-12", MARCH_12),
    ("25/03/2026", date(2026, 3, 25)),
    ("25.3.26", date(2026, 3, 25)),
    ("03/25/2026", date(2026, 3, 25)),
    ("05/05/2026", date(2026, 5, 5)),
    ("12 March 2026", MARCH_12),
    ("12th of March 2026", MARCH_12),
    ("12-Mar-26", MARCH_12),
    ("Thurs 12 Mar 2026", MARCH_12),
    ("March 12, 2026", MARCH_12),
    ("Q1 (12 March 2026)", MARCH_12),
    ("Wed 03/06/2026", JUNE_3),
    ("46093", MARCH_12),
    (46093.0, MARCH_12),
    (MARCH_12, MARCH_12),
]


@pytest.mark.parametrize(("written", "meant"), SURE)
def test_a_date_that_can_be_read_one_way_is_read(written: str | float | date, meant: date) -> None:
    assert read_day(written) == DayRead(day=meant)


@pytest.mark.parametrize("written", ["12/03/2026", "3.6.26", "Meeting of 01-02-2026"])
def test_a_date_that_can_be_read_two_ways_is_asked_about(written: str) -> None:
    read = read_day(written)

    assert (read.day, read.two_ways) == (None, True)


def test_the_answer_settles_it() -> None:
    assert read_day("12/03/2026", order=Order.DAY_FIRST).day == MARCH_12
    assert read_day("12/03/2026", order=Order.MONTH_FIRST).day == date(2026, 12, 3)


@pytest.mark.parametrize("written", ["12 March", "12/3", "3rd June"])
def test_a_date_without_a_year_is_asked_about(written: str) -> None:
    read = read_day(written)

    assert (read.day, read.no_year) == (None, True)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/02/2026", "no day of any month"),
        ("March 2026", "a month and no day"),
        ("Mar-26", "a month and"),
        ("32/13/2026", "no day of any"),
    ],
)
def test_a_date_that_is_none_says_why(written: str, why: str) -> None:
    assert why in read_day(written).problem


@pytest.mark.parametrize("written", ["", None, "Police", "Total", "P", "7", "3 of 4", "100%", "Sub (JS)", "May", 12])
def test_what_is_no_date_is_not_taken_for_one(written: str | int | None) -> None:
    assert not read_day(written).is_date


def test_another_date_of_the_file_shows_which_number_is_the_day_and_two_that_disagree_show_nothing() -> None:
    assert order_shown(["12/03/2026", "25/06/2026"]) is Order.DAY_FIRST
    assert order_shown(["12/03/2026", "06/25/2026"]) is Order.MONTH_FIRST
    assert order_shown(["12/03/2026"]) is None
    assert order_shown(["25/06/2026", "06/25/2026"]) is None


@given(st.dates(date(2000, 2, 1), date(2059, 12, 31)), st.sampled_from(["/", ".", "-"]))
def test_a_day_written_day_first_comes_back_or_is_asked_about(day: date, mark: str) -> None:
    written = f"{day.day:02}{mark}{day.month:02}{mark}{day.year}"

    assert read_day(written, order=Order.DAY_FIRST).day == day
    assert read_day(written).day in {day, None}


@given(
    st.dates(date(2000, 2, 1), date(2059, 12, 31)), st.sampled_from(["{0.day} {0:%B} {0.year}", "{0:%a} {0.day} {0:%b} {0.year}", "{0}"])
)
def test_a_day_written_in_words_always_comes_back(day: date, form: str) -> None:
    assert read_day(form.format(day)).day == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(read_day(text), DayRead)
