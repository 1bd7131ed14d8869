"""The table of coverage: which groups stand in it, what each cell shows, and what it does not show to whoever may not see names."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from dueregard.training.rules.coverage import Coverage, Place, Tally, added, per_cent
from dueregard.training.rules.expected import OURS, Expected
from dueregard.training.rules.suppression import hide

Group = tuple[Hashable, ...]
ALL: Group = ("area",)
NOBODY = Tally()


class By(StrEnum):
    """What the rows of the table are."""

    TEAM = "team"
    BODY = "body"
    SECTOR = "sector"
    JOB = "job"
    PROFILE = "profile"
    TIER = "tier"
    KIND = "kind"
    REQUIREMENT = "requirement"

    @property
    def needs_names(self) -> bool:
        """Whether it cuts across bodies and teams: two such tables give small groups away, so it is for those who may see names."""
        return self in {By.JOB, By.PROFILE, By.TIER, By.KIND, By.REQUIREMENT}


class Shown(StrEnum):
    """What a cell shows."""

    COUNTS = "counts"
    NOT_NEEDED = "not-needed"
    HIDDEN = "hidden"  # nothing: too few people, or others could be worked out
    NO_TOTAL = "no-total"  # of a total: a return that was asked for it is missing, so it would mislead
    SIZE = "size"  # how many, and whether their share reaches what is expected; not how many have it


@dataclass(frozen=True, kw_only=True)
class CellSeen:
    """One cell as the table shows it."""

    shown: Shown
    asked: int = 0
    has: int = 0
    reaches: bool = True
    expected: float = OURS

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return per_cent(self.has / self.asked) if self.asked else 0


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What may be seen of the groups of a tree, column by column."""

    tallies: Mapping[Group, Mapping[str, Tally]]
    sizes: Mapping[str, frozenset[Group]]  # groups whose number of people is not shown
    counts: Mapping[str, frozenset[Group]]  # groups whose number of people who have it is not shown
    dues: frozenset[Group]
    expected: Expected

    def cell(self, group: Group, column: str) -> CellSeen:
        """What a cell shows."""
        tally = self.tallies.get(group, {}).get(column, Tally())
        expected = self.expected.of(column)
        reaches = tally.share is None or tally.share >= expected
        if not tally.all:
            return CellSeen(shown=Shown.NOT_NEEDED)
        if group in self.sizes.get(column, ()):
            return CellSeen(shown=Shown.HIDDEN)
        if group in self.counts.get(column, ()):
            return CellSeen(shown=Shown.SIZE, asked=tally.asked, reaches=reaches, expected=expected)
        return CellSeen(shown=Shown.COUNTS, asked=tally.asked, has=tally.has, reaches=reaches, expected=expected)

    def due(self, group: Group) -> int | None:
        """How many completions of a group lapse soon; none where it is not shown."""
        return None if group in self.dues else due_of(self.tallies.get(group, {}))


def due_of(row: Mapping[str, Tally]) -> int:
    """How many completions of a row lapse within 90 days."""
    return sum(tally.due for tally in row.values())


def groups_of(place: Place, sectors: Mapping[UUID, str]) -> tuple[Group, ...]:
    """The groups somebody counts in, from the whole area down to the job within the team."""
    return (
        ALL,
        ("sector", sectors.get(place.body, "")),
        ("body", place.body),
        ("team", place.body, place.team),
        ("job", place.body, place.team, place.job),
    )


def sight(coverage: Coverage, *, columns: Sequence[str], sectors: Mapping[UUID, str], expected: Expected, names: bool) -> Sight:
    """The tree from the area down to jobs; whoever may not see names is shown no small group of it, and none that gives one away."""
    if not coverage.cells:
        return Sight(tallies={}, sizes={}, counts={}, dues=frozenset(), expected=expected)
    tree = _Tree(coverage, sectors)
    if names:
        return Sight(tallies=tree.tallies(), sizes={}, counts={}, dues=frozenset(), expected=expected)
    sizes = {column: tree.hidden(column, lambda tally: (tally.asked,)) for column in columns}
    return Sight(
        tallies=tree.tallies(),
        sizes={column: tree.groups(numbers) for column, numbers in sizes.items()},
        counts={
            column: tree.groups(tree.hidden(column, lambda tally: (tally.has, tally.lacks), closed=sizes[column])) for column in columns
        },
        dues=tree.groups(tree.hidden_dues()),
        expected=expected,
    )


def _order(place: Place) -> tuple[str, ...]:
    """The same order whenever the same places are looked at: what is hidden beside a small group must not change from look to look."""
    return str(place.body), str(place.team), str(place.job)


class _Tree:
    """The tree of a page with its groups numbered: it is gone through twice for each column, and a number is compared at once."""

    def __init__(self, coverage: Coverage, sectors: Mapping[UUID, str]) -> None:
        number: dict[Group, int] = {ALL: 0}
        tree: list[dict[int, None]] = [{}]
        found: dict[int, list[Mapping[str, Tally]]] = {}
        for place in sorted(coverage.cells, key=_order):
            above = 0
            for group in groups_of(place, sectors)[1:]:
                part = number.setdefault(group, len(tree))
                if part == len(tree):
                    tree.append({})
                tree[above][part] = None
                above = part
            found.setdefault(above, []).append(coverage.cells[place].subjects)
        self._names = list(number)
        self._below = {each: tuple(parts) for each, parts in enumerate(tree) if parts}
        self._rows: list[Mapping[str, Tally]] = [{}] * len(tree)
        for each in reversed(range(len(tree))):  # whatever is below a group came after it
            rows = found.get(each) or [self._rows[part] for part in tree[each]]
            self._rows[each] = rows[0] if len(rows) == 1 else added(rows)

    def tallies(self) -> dict[Group, Mapping[str, Tally]]:
        """How each group stands, column by column."""
        return dict(zip(self._names, self._rows, strict=True))

    def hidden(self, column: str, count: Callable[[Tally], tuple[int, ...]], *, closed: Iterable[int] = ()) -> frozenset[int]:
        """The groups of which a column is not shown."""
        numbers = [count(row.get(column, NOBODY)) for row in self._rows]
        return hide(self._below, 0, numbers.__getitem__, closed=closed)

    def hidden_dues(self) -> frozenset[int]:
        """The groups of which it is not shown how many completions lapse soon."""
        numbers = [(due_of(row),) for row in self._rows]
        return hide(self._below, 0, numbers.__getitem__)

    def groups(self, numbers: Iterable[int]) -> frozenset[Group]:
        """The groups of these numbers."""
        return frozenset(self._names[number] for number in numbers)


def gives_nobody_away(coverage: Coverage, seen: Sight, column: str, *, where: Callable[[Place], bool]) -> bool:
    """Whether the numbers of some of the people may be told beside this table: of the whole area where the table shows them.

    Of a part of it only where nobody of the part is in a group that is hidden: what is hidden elsewhere is never a few people together.
    """
    if seen.cell(ALL, column).shown not in {Shown.COUNTS, Shown.NOT_NEEDED}:
        return False
    inside = [place for place in coverage.cells if where(place)]
    if len(inside) == len(coverage.cells):
        return True
    hidden = seen.sizes.get(column, frozenset()) | seen.counts.get(column, frozenset())
    return not any(("job", place.body, place.team, place.job) in hidden for place in inside)


def _alone(groups: Iterable[Any]) -> list[Group]:
    """Groups that stand in no tree."""
    return [(group,) for group in groups]


def across(coverage: Coverage, groups: Callable[[Place], Iterable[Any]], *, expected: Expected, of: str = "subjects") -> Sight:
    """Groups that cut across the tree, for those who may see names."""
    tallies: Mapping[Group, Mapping[str, Tally]] = coverage.by(lambda place: _alone(groups(place)), of=of)
    return Sight(tallies=tallies, sizes={}, counts={}, dues=frozenset(), expected=expected)
