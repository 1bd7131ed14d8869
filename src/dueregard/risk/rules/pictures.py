"""How a data series is drawn: where each reading stands on a small picture. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dueregard.basics.figures import Frame, Point, joined


@dataclass(frozen=True, kw_only=True)
class Series:
    """Readings of one unit, oldest first."""

    unit: str
    points: tuple[Point, ...]

    @property
    def line(self) -> str:
        """The path through them."""
        return joined(self.points)


def series(readings: Sequence[tuple[date, Decimal]], *, unit: str) -> Series | None:
    """Readings as a line from nought up: none where there are fewer than two to compare."""
    if len(readings) < 2:
        return None
    values = [Decimal(0), *(value for _, value in readings)]
    frame = Frame(low=min(values), high=max(values), height=190, left=20, top=36, bottom=40)
    return Series(unit=unit, points=frame.points(sorted(readings, key=lambda row: row[0])))
