"""Forty ways of writing a day, each read as what it says or not at all."""

from datetime import date

import pytest

from dueregard.training.rules.bringing_in.days import Days
from dueregard.training.rules.imports import DateOrder, Why

MARCH_27 = date(2026, 3, 27).toordinal()
WAYS = """27/03/2026|27/3/2026|27/3/26|27-03-2026|27.03.2026|27.3.26|27 / 03 / 2026|2026-03-27|2026/03/27|2026.03.27|20260327|2026-3-27
2026-03-27 09:14|2026-03-27 09:14:33|2026-03-27T09:14:33|2026-03-27T09:14:33Z|2026-03-27T09:14:33.120Z|2026-03-27T09:14:33+01:00
27/03/2026 09:14|27/03/2026 09:14:33|27/03/2026 9:14 am|27/03/2026 9:14:33 PM|27 March 2026|27 Mar 2026|27th March 2026|27th of March 2026
27-Mar-2026|27-Mar-26|27Mar2026|27 mar 26|March 27, 2026|Mar 27 2026|March 27th, 2026|Friday 27 March 2026|Fri 27/03/2026|Fri, 27 Mar 2026
46108|46108.0|46108.385|"27/03/2026"|  27/03/2026  |'27/03/2026"""


@pytest.mark.parametrize("words", [words for line in WAYS.splitlines() for words in line.split("|")])
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert Days(DateOrder.DAY_FIRST).read(words) == MARCH_27


@pytest.mark.parametrize("words", ["03/27/2026", "3/27/2026", "3/27/2026 9:14:33 PM"])
def test_a_source_that_writes_the_month_first_is_read_so(words: str) -> None:
    assert Days(DateOrder.MONTH_FIRST).read(words) == MARCH_27
    assert Days(DateOrder.DAY_FIRST).read(words) is Why.OTHER_ORDER


def test_what_can_be_read_two_ways_is_read_in_none_until_it_is_said() -> None:
    days = Days("")

    assert (days.read("03/04/2026"), days.read("03/04/2026"), days.two_ways) == (Why.TWO_WAYS, Why.TWO_WAYS, 2)
    assert Days(DateOrder.MONTH_FIRST).read("03/04/2026") == date(2026, 3, 4).toordinal()


@pytest.mark.parametrize("words", ["soon", "31/02/2026", "March 2026", "27 March", "2026", "7", "99999999"])
def test_what_is_no_day_is_not_taken_for_one(words: str) -> None:
    assert Days(DateOrder.DAY_FIRST).read(words) is Why.NOT_A_DAY
