"""Dates as the work uses them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.basics.dates import (
    add_working_days,
    gaps_between,
    in_window,
    is_working_day,
    listed,
    longest_gap,
    months_before,
    say,
    say_time,
    working_days_late,
)

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("on", "months", "before"),
    [
        (date(2026, 11, 18), 12, date(2025, 11, 18)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 13, date(2024, 12, 15)),
    ],
)
def test_so_many_months_earlier_is_the_same_day_or_the_last_of_the_month(on, months, before):
    assert months_before(on, months) == before


def test_a_window_begins_the_day_after_and_holds_the_day_asked_about():
    until = date(2026, 11, 18)

    inside = [in_window(on, until=until) for on in (date(2025, 11, 18), date(2025, 11, 19), until, until + timedelta(days=1))]

    assert inside == [False, True, True, False]


def test_gaps_run_from_the_last_day_before_the_window_to_the_day_asked_about():
    days = [date(2025, 6, 1), date(2025, 10, 1), date(2026, 2, 1)]

    assert gaps_between(days, until=date(2026, 11, 18)) == [(days[1], days[2]), (days[2], date(2026, 11, 18))]


def test_where_there_was_never_a_day_there_is_no_gap_to_measure():
    assert (gaps_between([], until=date(2026, 11, 18)), longest_gap([], until=date(2026, 11, 18))) == ([], 0)


@given(st.lists(DAYS, max_size=12), DAYS)
def test_a_day_after_the_one_asked_about_changes_no_gap(days, until):
    later = [until + timedelta(days=n) for n in (1, 30, 400)]

    assert longest_gap([*days, *later], until=until) == longest_gap(days, until=until)


@given(st.lists(DAYS, min_size=1, max_size=12), DAYS)
def test_one_more_meeting_in_time_never_makes_the_longest_gap_longer(days, until):
    known = [day for day in days if day <= until] or [until]
    extra = min(known) + (until - min(known)) / 2

    assert longest_gap([*known, extra], until=until, months=1200) <= longest_gap(known, until=until, months=1200)


def test_christmas_and_weekends_are_not_working_days():
    assert [is_working_day(date(2026, 12, day)) for day in (24, 25, 26, 28, 29)] == [True, False, False, False, True]


def test_late_is_counted_in_working_days():
    assert working_days_late(date(2026, 11, 18), on=date(2026, 11, 23)) == 3


@given(DAYS, st.integers(1, 40))
def test_adding_working_days_lands_on_one_and_back_again(on, days):
    later = add_working_days(on, days)

    assert is_working_day(later)
    assert add_working_days(later, -days) <= on + timedelta(days=4)


def test_dates_and_times_are_said_plainly():
    said = (
        say(date(2026, 9, 16)),
        say_time(datetime(2026, 1, 1, 14, 6)),
        say_time(datetime(2026, 1, 1, 10)),
        say_time(datetime(2026, 1, 1, 12)),
    )

    assert said == ("16 September 2026", "2:06pm", "10am", "noon")


def test_words_are_listed_as_a_sentence_lists_them():
    assert [listed([]), listed(["police"]), listed(["police", "health", "prison"])] == ["", "police", "police, health and prison"]
