"""How a row of a file becomes a deed: at which place of the file, typed when."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, typed_moment

Path = tuple[str | int, ...]
Row = TypeVar("Row", bound=Dated)
Act = Callable[[Row, Viewer], object]


class Turn:
    """The rows of one record, in turn.

    Those that do not say when they were typed were typed at noon of their day; of two in a list on one day, the second a second later.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._late: dict[date, int] = {}  # seconds after noon, by day

    def itself(self, row: Row, act: Act[Row]) -> FileDeed:
        """The record."""
        return self._deed(row, act, self.path)

    def one(self, name: str, row: Row | None, act: Act[Row]) -> Iterator[FileDeed]:
        """A row there is one of at the most."""
        if row is not None:
            yield self._deed(row, act, (*self.path, name))

    def each(self, name: str, rows: Iterable[Row], act: Act[Row], *, is_ordered: bool = True) -> Iterator[FileDeed]:
        """The rows of a list. Without an order of their own they are not told apart, so that none tells of one that was left out."""
        seen: set[date] = set()
        for place, row in enumerate(rows):
            if is_ordered and row.typed is None and row.date in seen:
                self._late[row.date] = self._late.get(row.date, 0) + 1
            if row.typed is None:
                seen.add(row.date)
            yield self._deed(row, act, (*self.path, name, place))

    def _deed(self, row: Row, act: Act[Row], path: Path) -> FileDeed:
        late = timedelta(seconds=0 if row.typed else self._late.get(row.date, 0))
        return done(row, path, lambda viewer: act(row, viewer), typed_moment(row.date, row.typed) + late)


def done(row: Dated, path: Path, do: Callable[[Any], object], typed: datetime | None = None) -> FileDeed:
    """A deed done when it was typed: whatever was allowed in that order then is allowed in it again."""
    moment = (typed or typed_moment(row.date, row.typed)).astimezone(UTC)
    return FileDeed(moment.date(), path, do, moment)
