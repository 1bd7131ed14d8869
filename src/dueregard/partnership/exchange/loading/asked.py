"""How a row of a file becomes a deed: on which day, at which place of the file, typed when."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, Phase

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class At:
    """A place in the file. Rows of one list that do not say when they were typed were typed one second after another."""

    path: Path
    turn: int = 0  # how many seconds after noon, where nothing else is said

    def __truediv__(self, key: str | int) -> "At":
        return At((*self.path, key), key if isinstance(key, int) else 0)

    def apart(self, name: str, place: int) -> "At":
        """A row of a list of which some may see a part only: no second of its typing tells of one that was left out."""
        return At((*self.path, name, place))

    def after(self, name: str, place: int) -> "At":
        """A row of a list whose rows follow one that stands outside it: the days after the first, the owners after the first."""
        return At((*self.path, name, place), place + 1)

    def do(self, row: Dated, act: Callable[..., object], /, *given: Any, **named: Any) -> FileDeed:
        """A deed of a dated row, done on its date."""
        return self.deed(row.date, row.typed, act, *given, **named)

    def deed(self, day: date, typed: datetime | None, act: Callable[..., object], /, *given: Any, **named: Any) -> FileDeed:
        """A deed done on a day."""

        def do(viewer: Viewer) -> object:
            return act(*given, by=viewer, **named)

        return FileDeed(day, self.path, do, typed or self._in_turn(day))

    def _in_turn(self, on: date) -> datetime | None:
        return datetime.combine(on, time(12), UTC) + timedelta(seconds=self.turn) if self.turn else None


def in_phase(phase: Phase, deeds: Iterable[FileDeed]) -> Iterator[FileDeed]:
    """These deeds in their phase of the day."""
    return (replace(deed, phase=phase) for deed in deeds)
