"""How a data series is drawn: where each reading stands on a small picture. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 190, 20, 60, 36, 40
LABELS = 8  # figures that fit beside each other


@dataclass(frozen=True, kw_only=True)
class Point:
    """A reading on the picture."""

    x: int
    y: int
    value: Decimal
    on: date
    is_said: bool  # there is room for its figure

    @property
    def words(self) -> str:
        """Its figure, as it is said."""
        return plain(self.value)


@dataclass(frozen=True, kw_only=True)
class Series:
    """Readings of one unit, oldest first."""

    unit: str
    points: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The path through them."""
        return "M" + "L".join(f"{point.x} {point.y}" for point in self.points)


def plain(value: Decimal) -> str:
    """A figure without needless noughts: 12, 12.5, 1,204."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def series(readings: Sequence[tuple[date, Decimal]], *, unit: str) -> Series | None:
    """Readings as a line from nought up: none where there are fewer than two to compare."""
    if len(readings) < 2:
        return None
    rows = sorted(readings, key=lambda row: row[0])
    first, days = rows[0][0], max((rows[-1][0] - rows[0][0]).days, 1)
    low, high = min(Decimal(0), *(value for _, value in rows)), max(Decimal(0), *(value for _, value in rows))
    reach = (high - low) or Decimal(1)
    every = -(-len(rows) // LABELS)
    return Series(
        unit=unit,
        points=tuple(
            Point(
                x=LEFT + round((on - first).days / days * (WIDTH - LEFT - RIGHT)),
                y=HEIGHT - BOTTOM - round(float((value - low) / reach) * (HEIGHT - TOP - BOTTOM)),
                value=value,
                on=on,
                is_said=(len(rows) - 1 - number) % every == 0,
            )
            for number, (on, value) in enumerate(rows)
        ),
    )
