"""How the readings of a measure are drawn over time, from where it stood to where it is to be. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dueregard.basics.figures import Frame, Point, joined


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
    frame = Frame(low=low, high=high, left=60, top=26, bottom=36)
    points = frame.points(figures)
    return MeasureLine(
        points=points,
        path=joined(points),
        low=low,
        high=high,
        bottom=frame.y(low),
        top=frame.y(high),
        target=None if target is None else frame.y(target),
    )
