"""How the readings of a measure are drawn over time, from where it stood to where it is to be. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 200, 60, 60, 26, 36
LABELS = 8  # figures that fit beside each other


@dataclass(frozen=True, kw_only=True)
class Point:
    """A figure on the picture."""

    x: int
    y: int
    value: Decimal
    on: date
    is_said: bool  # there is room for its figure


@dataclass(frozen=True, kw_only=True)
class MeasureLine:
    """What a measure read, oldest first; the baseline is its first point."""

    points: tuple[Point, ...]
    path: str
    low: Decimal
    high: Decimal
    bottom: int
    top: int
    target: int | None  # where the line of the target runs


def measure_line(
    readings: Sequence[tuple[date, Decimal]], *, baseline: Decimal | None, target: Decimal | None, since: date
) -> MeasureLine | None:
    """Readings joined by a line, on a scale that holds baseline and target too: none where there are fewer than two figures to compare."""
    figures = ([(since, baseline)] if baseline is not None else []) + sorted(readings)
    if len(figures) < 2:
        return None
    there = [value for _, value in figures] + ([target] if target is not None else [])
    low, high = min(*there, Decimal(0)), max(there)
    span, first = (high - low) or Decimal(1), figures[0][0]
    days = max((figures[-1][0] - first).days, 1)
    every = -(-len(figures) // LABELS)

    def height(value: Decimal) -> int:
        return HEIGHT - BOTTOM - round((value - low) / span * (HEIGHT - TOP - BOTTOM))

    points = tuple(
        Point(
            x=LEFT + round((on - first).days / days * (WIDTH - LEFT - RIGHT)),
            y=height(value),
            value=value,
            on=on,
            is_said=(len(figures) - 1 - number) % every == 0,
        )
        for number, (on, value) in enumerate(figures)
    )
    return MeasureLine(
        points=points,
        path="M" + "L".join(f"{point.x} {point.y}" for point in points),
        low=low,
        high=high,
        bottom=height(low),
        top=height(high),
        target=None if target is None else height(target),
    )
