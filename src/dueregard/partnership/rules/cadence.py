"""The picture of meetings against the cadence that is asked for: where each day stands on a line of months. Pure Python."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.basics.dates import counted, gaps_between, months_after, months_before, say

MONTHS = 13
WIDTH, LEFT, RIGHT = 1120, 20, 1100  # of the drawing
AHEAD = 45  # days after the day asked about, so that the next meeting can be seen coming


class PointKind(Choice):
    """How a meeting counts on the line."""

    COUNTED = "counted", "Held, counts"
    NOT_COUNTED = "not-counted", "Held, does not count"
    AT_ONCE = "at-once", "Called at once, does not count"
    CANCELLED = "cancelled", "Cancelled"
    AHEAD = "ahead", "Planned"
    UNWRITTEN = "unwritten", "Its day has passed, nothing is written"


@dataclass(frozen=True, kw_only=True)
class Limit:
    """How long a gap may be: a number of days, or of months."""

    days: int = 0
    months: int = 0
    expected: int = 0  # meetings asked for
    within: int = 12  # months

    def is_over(self, begins: date, ends: date) -> bool:
        """Whether a stretch without a meeting is longer than asked for."""
        if self.days:
            return (ends - begins).days > self.days
        return ends > months_after(begins, self.months)

    @property
    def says(self) -> str:
        """The limit in words."""
        return counted(self.days, "day") if self.days else counted(self.months, "month")


@dataclass(frozen=True, kw_only=True)
class Held:
    """A meeting as the picture is given it."""

    ref: str
    day: date
    kind: PointKind


@dataclass(frozen=True, kw_only=True)
class Point:
    """A meeting on the line."""

    ref: str
    day: date
    kind: PointKind
    x: float
    is_low: bool  # its label stands lower, so that two near each other can be read


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The time between two meetings that count, or to the day asked about."""

    begins: date
    ends: date
    is_long: bool
    is_open: bool  # it runs to the day asked about
    x1: float
    x2: float

    @property
    def days(self) -> int:
        return (self.ends - self.begins).days

    @property
    def middle(self) -> float:
        return (self.x1 + self.x2) / 2

    @property
    def has_room(self) -> bool:
        """Whether its length can be written on it."""
        return self.x2 - self.x1 > 60


@dataclass(frozen=True, kw_only=True)
class Month:
    """The first day of a month on the line."""

    words: str
    x: float


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """Thirteen months of meetings with the gaps measured, and the limit they are measured against."""

    on: date
    begins: date
    today_x: float
    months: tuple[Month, ...]
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]
    limit: Limit
    sentence: str = ""

    @property
    def rows(self) -> list[tuple[Point | None, Stretch | None]]:
        """The same as a table: each meeting with the gap before it, and the gap to the day asked about."""
        ended = {stretch.ends: stretch for stretch in self.stretches if not stretch.is_open}
        rows: list[tuple[Point | None, Stretch | None]] = [
            (point, ended.get(point.day) if point.kind is PointKind.COUNTED else None) for point in self.points
        ]
        still = [(None, stretch) for stretch in self.stretches if stretch.is_open]
        past = [row for row in rows if row[0] and row[0].day <= self.on]
        return [*past, *still, *rows[len(past) :]]


def timeline(meetings: Sequence[Held], *, on: date, limit: Limit) -> Timeline:
    """The line of thirteen months up to a day and a little beyond, with every meeting and every gap on it."""
    begins, ends = months_before(on, MONTHS), on + timedelta(days=AHEAD)
    shown = sorted((one for one in meetings if begins < one.day <= ends), key=lambda one: (one.day, one.ref))
    days = [one.day for one in meetings if one.kind is PointKind.COUNTED and one.day <= on]
    stretches = tuple(
        Stretch(
            begins=first,
            ends=last,
            is_long=limit.is_over(first, last),
            is_open=last == on and last not in days,
            x1=_x(max(first, begins), begins, ends),
            x2=_x(last, begins, ends),
        )
        for first, last in (gaps_between(days, until=on, months=MONTHS) if days else ())
        if last > first
    )
    line = Timeline(
        on=on,
        begins=begins,
        today_x=_x(on, begins, ends),
        months=_months(begins, ends),
        points=_points(shown, begins, ends),
        stretches=stretches,
        limit=limit,
    )
    return replace(line, sentence=_sentence(line, days, on))


def _x(day: date, begins: date, ends: date) -> float:
    return round(LEFT + (RIGHT - LEFT) * (day - begins).days / (ends - begins).days, 1)


def _months(begins: date, ends: date) -> tuple[Month, ...]:
    first = months_after(begins.replace(day=1), 1)
    found: list[Month] = []
    while _x(first, begins, ends) < RIGHT - 30:
        found.append(Month(words=f"{first:%b} {first.year}" if first.month == 1 or not found else f"{first:%b}", x=_x(first, begins, ends)))
        first = months_after(first, 1)
    return tuple(found)


def _points(shown: Sequence[Held], begins: date, ends: date) -> tuple[Point, ...]:
    points: list[Point] = []
    for one in shown:
        x = _x(one.day, begins, ends)
        is_low = bool(points) and x - points[-1].x < 56 and not points[-1].is_low
        points.append(Point(ref=one.ref, day=one.day, kind=one.kind, x=x, is_low=is_low))
    return tuple(points)


def _sentence(line: Timeline, days: Sequence[date], on: date) -> str:
    window = [day for day in days if months_before(on, line.limit.within) < day]
    asked = f"{line.limit.expected} {'is' if line.limit.expected == 1 else 'are'} asked for"
    count = "counts" if len(window) == 1 else "count"
    were = f"{counted(len(window), 'meeting')} that {count} in the {line.limit.within} months to {say(on)}; {asked}."
    longest = max(line.stretches, key=lambda one: one.days, default=None)
    if longest is None:
        return were
    over = "longer than" if longest.is_long else "within"
    return f"{were} The longest gap is {counted(longest.days, 'day')}, {over} the limit of {line.limit.says}."
