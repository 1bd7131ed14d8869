"""Dates as the work uses them: windows, gaps, working days, and how a page says them."""

import json
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from django.utils import timezone


def day_of(moment: datetime) -> date:
    """The day of a moment, in the time councils live by."""
    return moment.astimezone(timezone.get_default_timezone()).date()  # what localtime() does costs ten times as much


@lru_cache(maxsize=4096)  # a look-ahead asks for the same few hundred days over and over
def months_before(on: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where there is no such day (29 February clips to 28)."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def months_after(on: date, months: int) -> date:
    """The same day so many months later, clipped likewise."""
    return months_before(on, -months)


def in_window(on: date, *, until: date, months: int = 12) -> bool:
    """After the same day so many months ago, up to and including the date asked about."""
    return months_before(until, months) < on <= until


def gaps_between(days: Iterable[date], *, until: date, months: int = 12) -> list[tuple[date, date]]:
    """The stretches a cadence is judged by: from the last day before the window, between days in it, and to the as-at date."""
    ordered = sorted(day for day in days if day <= until)
    since = months_before(until, months)
    before = [day for day in ordered if day <= since][-1:]
    within = before + [day for day in ordered if day > since]
    return list(zip(within, [*within[1:], until], strict=True)) if within else []


def longest_gap(days: Iterable[date], *, until: date, months: int = 12) -> int:
    """The longest of those stretches, in days; 0 where there was never a day at all."""
    return max(((end - start).days for start, end in gaps_between(days, until=until, months=months)), default=0)


@cache
def _holidays() -> frozenset[date]:
    """As the package holds them; its own reader would load an HTTP client into every command, to look for newer ones."""
    kept = json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text(encoding="utf-8"))
    return frozenset(date.fromisoformat(holiday["date"]) for holiday in kept["england-and-wales"]["events"])


def is_working_day(on: date) -> bool:
    """Monday to Friday and not a bank holiday of England and Wales."""
    return on.weekday() < 5 and on not in _holidays()


def working_days_late(due: date, *, on: date) -> int:
    """Working days after the due date, up to and including the day asked about."""
    return sum(is_working_day(due + timedelta(days=n)) for n in range(1, (on - due).days + 1))


def add_working_days(on: date, days: int) -> date:
    """So many working days later (or earlier, if negative)."""
    step = timedelta(days=1 if days >= 0 else -1)
    left = abs(days)
    while left:
        on += step
        left -= is_working_day(on)
    return on


@lru_cache(maxsize=4096)
def say(on: date) -> str:
    """A date in a sentence: 16 September 2026."""
    return f"{on.day} {on:%B %Y}"


def say_short(on: date) -> str:
    """A date in a list: Wed 18 Nov."""
    return f"{on:%a} {on.day} {on:%b}"


def say_time(at: datetime) -> str:
    """A time of day: 2:06pm, 10am, noon."""
    if (at.hour, at.minute) == (12, 0):
        return "noon"
    hour = at.hour % 12 or 12
    return f"{hour}{f':{at:%M}' if at.minute else ''}{'am' if at.hour < 12 else 'pm'}"


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: police, health and probation."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def counted(number: int, noun: str, plural: str = "") -> str:
    """A count with its noun: 1 meeting, 4 meetings."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
