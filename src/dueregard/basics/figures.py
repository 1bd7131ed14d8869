"""Figures: how one is said, and where several stand on a small picture over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LABELS = 8  # figures that fit beside each other


def plain(value: Decimal | int) -> str:
    """A figure without needless noughts: 12, 12.5, 1,204."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, kw_only=True)
class Point:
    """A figure on the picture."""

    x: int
    y: int
    value: Decimal | int
    on: date
    is_said: bool  # there is room for its figure

    @property
    def words(self) -> str:
        """Its figure, as it is said."""
        return plain(self.value)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A picture's size and margins, and the lowest and highest figure there is room for."""

    low: Decimal | int
    high: Decimal | int
    width: int = 640
    height: int = 200
    left: int
    right: int = 60
    top: int
    bottom: int

    def y(self, value: Decimal | float) -> int:
        """How far down a figure stands."""
        reach = float(self.high) - float(self.low) or 1
        return self.height - self.bottom - round((float(value) - float(self.low)) / reach * (self.height - self.top - self.bottom))

    def points(self, figures: Sequence[tuple[date, Decimal | int]]) -> tuple[Point, ...]:
        """Where figures stand that come oldest first, each as far along as its day; the newest is said, and as many before as fit."""
        first, last = figures[0][0], figures[-1][0]
        days, every = max((last - first).days, 1), -(-len(figures) // LABELS)
        return tuple(
            Point(
                x=self.left + round((on - first).days / days * (self.width - self.left - self.right)),
                y=self.y(value),
                value=value,
                on=on,
                is_said=(len(figures) - 1 - number) % every == 0,
            )
            for number, (on, value) in enumerate(figures)
        )


def joined(points: Sequence[Point]) -> str:
    """The path through them."""
    return "M" + "L".join(f"{point.x} {point.y}" for point in points)
