"""Dates as people write them, read without guessing: what can be read two ways says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.sheets.rules.tables import Cell, words_of


class Order(Choice):
    """Which of two numbers in a date is the day."""

    DAY_FIRST = "day-first", "The day first, as in 27/3/2026"
    MONTH_FIRST = "month-first", "The month first, as in 3/27/2026"


MONTH_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in names}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{4}|\d{2}))?(?!\d)")
DAY_NAME = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?({NAME})\b\.?(?:[\s\-/.,']*(\d{{4}}|\d{{2}})(?!\d))?")
NAME_DAY = re.compile(rf"\b({NAME})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?(?!\d)")
NAME_ONLY = re.compile(rf"\b({NAME})\b")
SERIAL = range(36526, 58800)  # days since the end of 1899, as Excel counts: the years 2000 to 2060


@dataclass(frozen=True, kw_only=True)
class DayRead:
    """A date as it was read: the day, or why there is none yet."""

    day: date | None = None
    problem: str = ""
    two_ways: bool = False  # day and month can be swapped, and nothing says which
    no_year: bool = False

    @property
    def is_date(self) -> bool:
        """Whether it is meant as a date, whether or not it can be told which."""
        return self.day is not None or self.two_ways or self.no_year or bool(self.problem)


NOT_A_DATE = DayRead()


def read_day(cell: Cell, *, order: Order | None = None, year: int | None = None) -> DayRead:
    """The day a cell means; `order` settles which number is the day, `year` the year where none is written."""
    if isinstance(cell, date):
        return DayRead(day=cell)
    if isinstance(cell, int | float) or words_of(cell).isdecimal():
        number = int(float(cell or 0))
        return DayRead(day=date(1899, 12, 30) + timedelta(days=number)) if number in SERIAL else NOT_A_DATE
    return _from_words(words_of(cell), order, year)


def _from_words(text: str, order: Order | None, year: int | None) -> DayRead:
    low = text.casefold()
    if len(low) > 60 or not any(letter.isdigit() for letter in low):
        return NOT_A_DATE
    if found := ISO.search(low):
        return _whole(int(found[1]), int(found[2]), int(found[3]), text)
    if found := DAY_NAME.search(low):
        return _named(int(found[1]), MONTHS[found[2]], found[3], year, text)
    if found := NAME_DAY.search(low):
        return _named(int(found[2]), MONTHS[found[1]], found[3], year, text)
    if found := NUMBERS.search(low):
        return _numbers(int(found[1]), int(found[2]), found[3], order, year, text, _weekday(low))
    if NAME_ONLY.search(low):
        return DayRead(problem=f"“{text}” gives a month and no day")
    return NOT_A_DATE


def _named(day: int, month: int, said: str | None, year: int | None, text: str) -> DayRead:
    if said is None and day > 12 and _could_be_year(text):
        return DayRead(problem=f"“{text}” may be a month and a year, or a day and a month. Write the whole date")
    if said is None and year is None:
        return DayRead(no_year=True)
    return _whole(_year(said) if said else year or 0, month, day, text)


def _could_be_year(text: str) -> bool:
    """Mar-26: as Excel shows March 2026."""
    return re.fullmatch(r"[a-z]{3,9}[-'’ ]\d\d", text.casefold()) is not None


def _numbers(first: int, second: int, said: str | None, order: Order | None, year: int | None, text: str, weekday: int | None) -> DayRead:
    if said is None and year is None:
        return DayRead(no_year=True) if _is_day_and_month(first, second) or _is_day_and_month(second, first) else NOT_A_DATE
    in_year = _year(said) if said else year or 0
    ways = {Order.DAY_FIRST: _whole(in_year, second, first, text), Order.MONTH_FIRST: _whole(in_year, first, second, text)}
    possible = {way: read for way, read in ways.items() if read.day}
    if weekday is not None:
        possible = {way: read for way, read in possible.items() if read.day and read.day.weekday() == weekday} or possible
    if not possible:
        return DayRead(problem=f"“{text}” is no day of any month")
    if len({read.day for read in possible.values()}) == 1:
        return next(iter(possible.values()))
    return possible[order] if order else DayRead(two_ways=True)


def _is_day_and_month(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _weekday(low: str) -> int | None:
    return next((number for number, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}", low)), None)


def _year(said: str) -> int:
    return int(said) if len(said) == 4 else 2000 + int(said)


def _whole(year: int, month: int, day: int, text: str) -> DayRead:
    try:
        return DayRead(day=date(year, month, day))
    except ValueError:
        return DayRead(problem=f"“{text}” is no day of any month")


def order_shown(cells: Iterable[Cell]) -> Order | None:
    """Which number is the day, where one date of the file can be read one way only and none contradicts it; None where nothing says."""
    shown: set[Order] = set()
    for cell in cells:
        found = NUMBERS.search(words_of(cell)) if isinstance(cell, str) and not ISO.search(cell) else None
        if found and found[3]:
            first, second = int(found[1]), int(found[2])
            shown |= {Order.DAY_FIRST} if 12 < first <= 31 and second <= 12 else set()
            shown |= {Order.MONTH_FIRST} if 12 < second <= 31 and first <= 12 else set()
    return shown.pop() if len(shown) == 1 else None


def have_two_ways(cells: Iterable[Cell]) -> bool:
    """Whether a date among these can be read two ways."""
    return any(read_day(cell).two_ways for cell in dict.fromkeys(cells))
