"""Coverage of an area on a day: how many people of each place stand where with each requirement and subject. Counts, never people."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from dueregard.training.rules.requirements import STATES, Required, State

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True)
class Tally:
    """How many of a group stand where."""

    covered: int = 0
    due: int = 0
    joining: int = 0
    lapsed: int = 0
    never: int = 0

    @property
    def asked(self) -> int:
        """Those who should have had it by now: joiners within the time allowed are left out."""
        return self.covered + self.due + self.lapsed + self.never

    @property
    def has(self) -> int:
        """Those whose completion holds."""
        return self.covered + self.due

    @property
    def lacks(self) -> int:
        """Those who should have it and have not."""
        return self.lapsed + self.never

    @property
    def all(self) -> int:
        """Everybody it is asked of."""
        return self.asked + self.joining

    @property
    def share(self) -> float | None:
        """The share of those asked who have it; none where it is asked of nobody yet."""
        return self.has / self.asked if self.asked else None

    @classmethod
    def of(cls, counts: Mapping[State, int]) -> "Tally":
        """A tally of counts by state."""
        return cls(*(counts.get(state, 0) for state in STATES))


def per_cent(share: float) -> int:
    """A share in whole per cent, cut off: 84.9 is never shown as 85."""
    return int(share * 100 + 1e-9)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where people work, who they are to their body, and which profiles fit them."""

    body: UUID
    team: UUID | None
    job: UUID | None
    kind: str
    profiles: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The people of one place who are in scope and not away for long, by requirement and by subject."""

    people: int
    required: Mapping[str, Tally]
    subjects: Mapping[str, Tally]  # of the mandatory requirements: whoever has one that teaches the subject has the subject


@dataclass(frozen=True, kw_only=True)
class Workforce:
    """The whole workforce on a day, by whether their team is in scope."""

    inside: int = 0
    outside: int = 0
    unplaced: int = 0  # of teams nobody has placed, or of no team
    absent: int = 0  # of those inside, away for long: left out of coverage

    @property
    def all(self) -> int:
        return self.inside + self.outside + self.unplaced

    @property
    def share(self) -> float:
        """The share of the workforce in scope."""
        return self.inside / self.all if self.all else 0.0


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Everything the coverage of an area on a day is counted from."""

    on: date
    required: tuple[Required, ...] = ()
    workforce: Workforce = Workforce()
    cells: Mapping[Place, Cell] = field(default_factory=dict)
    late_joiners: Mapping[str, int] = field(default_factory=dict)  # by requirement: of those who never had it, who joined within a year
    lapsing: tuple[tuple[date, int], ...] = ()  # completions that lapse up to the end of each month of the next 90 days

    @property
    def people(self) -> int:
        """The people counted."""
        return sum(cell.people for cell in self.cells.values())

    def by(self, groups: Callable[[Place], Iterable[Group]], *, of: str = "subjects") -> dict[Group, dict[str, Tally]]:
        """Tallies by group and column; `of` is subjects or required. Somebody of two groups counts in both."""
        found: dict[Group, list[Mapping[str, Tally]]] = {}
        for place, cell in self.cells.items():
            for group in groups(place):
                found.setdefault(group, []).append(getattr(cell, of))
        return {group: added(rows) for group, rows in found.items()}

    def total(self, column: str, *, where: Callable[[Place], bool] = lambda place: True, of: str = "subjects") -> tuple[int, Tally]:
        """How many people there are where asked, and how they stand with one subject or requirement."""
        people, row = self.totals(where=where, of=of)
        return people, row.get(column, Tally())

    def totals(self, *, where: Callable[[Place], bool] = lambda place: True, of: str = "subjects") -> tuple[int, dict[str, Tally]]:
        """How many people there are where asked, and how they stand with each subject or requirement."""
        inside = [cell for place, cell in self.cells.items() if where(place)]
        return sum(cell.people for cell in inside), added(getattr(cell, of) for cell in inside)


def added(rows: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The tallies of several rows together, column by column."""
    found: dict[str, list[int]] = {}
    for row in rows:
        for column, tally in row.items():
            counts = found.get(column)
            if counts is None:
                counts = found[column] = [0] * 5
            counts[0] += tally.covered
            counts[1] += tally.due
            counts[2] += tally.joining
            counts[3] += tally.lapsed
            counts[4] += tally.never
    return {column: Tally(*counts) for column, counts in found.items()}
