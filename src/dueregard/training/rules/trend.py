"""The picture of coverage over quarters: where its lines go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dueregard.basics.dates import say_short

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 1120, 320, 50, 20, 200, 40
APART = 17  # between the words at the ends of two lines


@dataclass(frozen=True, kw_only=True)
class Line:
    """One subject: its words, how its line is drawn, its points and where its words stand."""

    words: str
    dash: str
    points: tuple[tuple[float, float, int], ...]
    words_y: float

    @property
    def path(self) -> str:
        """The line as SVG says it."""
        return " ".join(f"{'L' if number else 'M'}{x:.1f} {y:.1f}" for number, (x, y, _percent) in enumerate(self.points))


@dataclass(frozen=True, kw_only=True)
class Trend:
    """The whole picture."""

    days: tuple[tuple[float, str], ...]
    lines: tuple[Line, ...]
    expected_y: float


DASHES = ("", "8 4", "2 4", "12 4 2 4", "4 2", "1 3", "6 6")


def _x(place: int, count: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (place / max(count - 1, 1))


def y_of(percent: float) -> float:
    """How high a share stands."""
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - percent / 100)


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines from the highest end down, the words of each below those of the one above."""
    above = -float(APART)
    for line in sorted(lines, key=lambda line: line.words_y):
        above = max(line.words_y, above + APART)
        yield replace(line, words_y=above)


def drawn(days: Sequence[date], rows: Sequence[tuple[str, Sequence[int | None]]], *, expected: float) -> Trend:
    """The lines of each subject's per cent over the days; where nothing is shown there is no point."""
    lines: list[Line] = []
    for number, (words, percents) in enumerate(rows):
        points = tuple((_x(place, len(days)), y_of(percent), percent) for place, percent in enumerate(percents) if percent is not None)
        if points:
            lines.append(Line(words=words, dash=DASHES[number % len(DASHES)], points=points, words_y=points[-1][1]))
    return Trend(
        days=tuple((_x(place, len(days)), f"{say_short(day)[4:]} {day.year}") for place, day in enumerate(days)),
        lines=tuple(_apart(lines)),
        expected_y=y_of(expected * 100),
    )
