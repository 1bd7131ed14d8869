"""The areas whose records count for an area: its own, those that serve it while they do, those it took over from until it did."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import day_of
from dueregard.organisations import queries as organisations
from dueregard.partnership.indicators.rows import Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Another area, and the days whose records count here."""

    viewer: Viewer
    of: str
    since: date | None = None
    until: date | None = None
    is_predecessor: bool = False

    def counts(self, rows: list[R]) -> tuple[R, ...]:
        """The rows that happened in those days."""
        return tuple(row for row in rows if (self.since is None or row.on >= self.since) and (self.until is None or row.on <= self.until))

    def clipped(self, rows: list[Any]) -> tuple[Any, ...]:
        """The periods, cut to those days."""
        found = (self._clip(row) for row in rows)
        return tuple(row for row in found if row.until is None or row.on <= row.until)

    def _clip(self, row: Any) -> Any:
        on = max(row.on, self.since) if self.since else row.on
        ends = [day for day in (row.until, self.until) if day]
        return replace(row, on=on, until=min(ends, default=None))


def others(viewer: Viewer, *, on: date, known: date) -> Iterator[Place]:
    """The other areas, as it was known; whoever asks is not cleared for what is Official-Sensitive there."""
    for area in organisations.counting(viewer):
        if area.on > on or day_of(area.typed_at) > known:
            continue
        if area.is_before:
            yield Place(viewer=_there(viewer, area), of=area.slug, until=area.on - timedelta(days=1), is_predecessor=True)
            continue
        ended = area.until if area.until_typed_at and day_of(area.until_typed_at) <= known else None
        until = ended if ended and ended <= on else None
        yield Place(viewer=_there(viewer, area), of=area.slug, since=area.on, until=until)


def ever_counting(viewer: Viewer) -> tuple[tuple[organisations.Other, ...], tuple[Viewer, ...]]:
    """All that was said of other areas' counting here, whatever the date, and a viewer in each of those areas, in order."""
    said = organisations.counting(viewer)
    areas = {area.area_id: _there(viewer, area) for area in said}
    return said, tuple(areas[area_id] for area_id in sorted(areas))


def _there(viewer: Viewer, area: organisations.Other) -> Viewer:
    return replace(viewer, area=area.slug, area_id=area.area_id, area_name=area.name, is_cleared=False)
