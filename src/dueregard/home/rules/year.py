"""The fewest meetings and updates a year asks of an area, each with the latest day it can be. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dueregard.basics.dates import counted, months_after, say


@dataclass(frozen=True, kw_only=True)
class Cadence:
    """How often something is asked for: so many within so many months, so far apart, and no gap longer than days or months."""

    expected: int
    within_months: int
    apart_days: int = 0
    gap_days: int = 0
    gap_months: int = 0

    @property
    def says(self) -> str:
        """The cadence in words."""
        gap = counted(self.gap_days, "day") if self.gap_days else counted(self.gap_months, "month") if self.gap_months else ""
        return f"{self.expected} in {counted(self.within_months, 'month')}" + (f", no gap over {gap}" if gap else "")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One occasion: the latest day it can be, whether a day for it is set already, and why then."""

    on: date
    is_set: bool
    why: str


def occasions(done: Iterable[date], planned: Iterable[date], *, cadence: Cadence, today: date, until: date) -> list[Wanted]:
    """The fewest occasions from today to a day that keep the cadence: those set already, and the latest day for each one missing."""
    days = sorted({day for day in done if day <= today})
    ahead = sorted({day for day in planned if today <= day <= until})
    wanted: list[Wanted] = []
    while True:
        latest, why = _latest(days, cadence, today)
        soonest = days[-1] + timedelta(days=max(cadence.apart_days, 1)) if days else today
        next_day = max(latest, today, soonest)
        if ahead and ahead[0] <= next_day:
            days.append(ahead[0])
            wanted.append(Wanted(on=ahead.pop(0), is_set=True, why=f"Set already; the latest it could be is {say(next_day)}"))
        elif next_day > until:
            return wanted
        else:
            days.append(next_day)
            late = f"{why}, which has passed: as soon as it can be" if latest < today else why
            wanted.append(Wanted(on=next_day, is_set=False, why=late))


def _latest(days: Sequence[date], cadence: Cadence, today: date) -> tuple[date, str]:
    """The latest day the next can be: the gap since the last, and the one of the count that then drops out of the window."""
    if not days:
        return today, "None is recorded yet"
    limits = [(_gap_ends(days[-1], cadence), f"The last was on {say(days[-1])}")]
    apart = _far_apart(days, cadence.apart_days)
    if len(apart) >= cadence.expected:
        oldest = apart[-cadence.expected]
        words = f"Without another, the one of {say(oldest)} would leave {cadence.expected - 1} in {counted(cadence.within_months, 'month')}"
        limits.append((months_after(oldest, cadence.within_months), words))
    else:  # too few to keep up: the next one's fair share of the time
        months = cadence.within_months // cadence.expected
        words = f"{cadence.expected} are asked for in {counted(cadence.within_months, 'month')}, and the last was on {say(days[-1])}"
        limits.append((months_after(days[-1], months), words))
    return min(limits)


def _gap_ends(last: date, cadence: Cadence) -> date:
    if cadence.gap_days:
        return last + timedelta(days=cadence.gap_days)
    return months_after(last, cadence.gap_months or cadence.within_months)


def _far_apart(days: Sequence[date], apart: int) -> list[date]:
    """Of these days the newest, and back from it each that is far enough from the one kept before."""
    kept: list[date] = []
    for day in reversed(days):
        if not kept or (kept[-1] - day).days >= apart:
            kept.append(day)
    return kept[::-1]
