"""What the page of coverage shows: its table, a team's jobs, what lapses, which returns are not in; and its trend over quarters."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership.rules.groups import Sector
from dueregard.training.queries import workforce
from dueregard.training.queries.ground import Ground
from dueregard.training.queries.remembering import coverage_at, coverage_of, sectors_at, table_of
from dueregard.training.queries.returned import Answering, answering
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.coverage import Coverage, Tally
from dueregard.training.rules.expected import OURS, Expected
from dueregard.training.rules.requirements import Required
from dueregard.training.rules.suppression import hide
from dueregard.training.rules.tables import ALL, By, CellSeen, Group, Shown, Sight, across, sight
from dueregard.training.rules.workforce import LearnerKind, Tier

QUARTERS = 8
NO_SEAT = "No seat on the group"


@dataclass(frozen=True, kw_only=True)
class RowSeen:
    """One row of the table."""

    words: str
    cells: tuple[CellSeen, ...]
    due: int | None
    ref: str = ""  # of the team, where it can be looked into
    is_heading: bool = False  # a body above its teams


@dataclass(frozen=True, kw_only=True)
class JobSeen:
    """A job within a team, with one subject."""

    words: str
    cell: CellSeen
    tally: Tally | None  # for those who may see names


@dataclass(frozen=True, kw_only=True)
class RequirementSeen:
    """A requirement in force, of whom it is asked, and how many of them stand where; for those who may see names."""

    required: Required
    of_whom: str
    cell: CellSeen
    tally: Tally
    late_joiners: int  # of those who never had it, who joined within a year


@dataclass(frozen=True, kw_only=True)
class Page:
    """Everything the page of coverage shows."""

    coverage: Coverage
    columns: tuple[tuple[str, str], ...]
    rows: tuple[RowSeen, ...]
    returns: tuple[Answering, ...]
    lapsing: tuple[tuple[date, int | None], ...]
    total: tuple[CellSeen, ...] | None
    expected: Expected
    low: int = 0

    @property
    def lapsing_words(self) -> tuple[tuple[str, str], ...]:
        """What lapses by the end of each month, as the page says it."""
        return tuple((f"By {say(day)}", "Not shown" if number is None else str(number)) for day, number in self.lapsing)

    @property
    def missing(self) -> list[Answering]:
        """The bodies whose return is not in."""
        return [row for row in self.returns if row.is_missing]

    @property
    def untotalled(self) -> list[str]:
        """The subjects of which no total can be given, since somebody who was asked did not say."""
        return [words for key, words in self.columns if any(row.lacks(key) for row in self.returns)]


class Looking:
    """What somebody looks at: the area's coverage on a day, with the names of what stands in its table."""

    def __init__(self, viewer: Viewer, *, on: date, known: date, expected: Expected, names: bool | None = None) -> None:
        self.viewer, self.on, self.expected = viewer, on, expected
        self.names = viewer.may(Permission.TRAINING_NAMES) if names is None else names
        self.asked = Asked(viewer=viewer, on=on, known=known)
        ground = Ground(self.asked)
        self.coverage = coverage_of(ground)
        self.bodies = {row.pk: row.name for row in organisations.bodies(viewer)}
        self.teams = {row.pk: row for row in organisations.teams(viewer)}
        self.returns = tuple(answering(self.asked))
        used = {name for cell in self.coverage.cells.values() for name in cell.subjects}
        used |= {subject.value for row in self.returns for subject in row.subjects}
        self.columns = tuple((subject.value, subject.label) for subject in Subject if subject.value in used)
        self.sight = self._whole() if self.names else replace(table_of(ground, self.coverage), expected=expected)

    def _whole(self) -> Sight:
        sectors = sectors_at(self.asked)
        return sight(self.coverage, columns=self._keys, sectors=sectors, expected=self.expected, names=True)

    @property
    def _keys(self) -> list[str]:
        return [key for key, _words in self.columns]

    def page(self, by: By) -> Page:
        """The whole page, with the rows asked for."""
        rows = () if by is By.REQUIREMENT else tuple(self._tree(by) if not by.needs_names or not self.names else self._across(by))
        low = sum(any(not cell.reaches for cell in row.cells) for row in rows if not row.is_heading)
        return Page(
            coverage=self.coverage,
            columns=self.columns,
            rows=rows,
            returns=self.returns,
            lapsing=self._lapsing(),
            total=self._total(),
            expected=self.expected,
            low=low,
        )

    def requirements(self) -> list[RequirementSeen]:
        """What is required on the day, requirement by requirement: nothing to whoever may not see names."""
        if not self.names:
            return []
        names = {ref: profile.name for ref, profile in workforce.fitting(self.asked).profiles.items()}
        _people, tallies = self.coverage.totals(of="required")
        found = sorted(self.coverage.required, key=lambda each: (len(each.ref), each.ref))  # RQ-9 before RQ-10
        return [self._requirement(each, names.get(each.profile, "Everybody in scope"), tallies.get(each.ref, Tally())) for each in found]

    def _requirement(self, each: Required, of_whom: str, tally: Tally) -> RequirementSeen:
        """One of them, beside the highest share that is expected of what it teaches."""
        share = max((self.expected.of(subject) for subject in each.subjects), default=OURS)
        reaches = tally.share is None or tally.share >= share
        shown = Shown.COUNTS if tally.all else Shown.NOT_NEEDED
        cell = CellSeen(shown=shown, asked=tally.asked, has=tally.has, reaches=reaches, expected=share)
        late = self.coverage.late_joiners.get(each.ref, 0)
        return RequirementSeen(required=each, of_whom=of_whom, cell=cell, tally=tally, late_joiners=late)

    def jobs(self, team: str, column: str) -> list[JobSeen]:
        """The jobs of a team, with one subject; none where nothing of them may be shown."""
        key = next((pk for pk, row in self.teams.items() if row.ref == team), None)
        titles = dict(workforce.jobs(self.viewer).values_list("pk", "title"))
        found = [group for group in self.sight.tallies if group[0] == "job" and group[2] == key and key]
        seen = [
            JobSeen(
                words=titles.get(group[3], "No job title"),
                cell=self.sight.cell(group, column),
                tally=self.sight.tallies[group].get(column, Tally()) if self.names else None,
            )
            for group in found
        ]
        return sorted((row for row in seen if row.cell.shown is not Shown.NOT_NEEDED), key=lambda row: row.words)

    def _row(self, words: str, group: Group, sight: Sight, **more: Any) -> RowSeen:
        return RowSeen(words=words, cells=tuple(sight.cell(group, key) for key in self._keys), due=sight.due(group), **more)

    def _tree(self, by: By) -> list[RowSeen]:
        """Sectors, bodies, or each body above its teams."""
        groups = self.sight.tallies
        if by is By.SECTOR:
            words = {group: Sector(str(group[1])).label if group[1] else NO_SEAT for group in groups if group[0] == "sector"}
            return [self._row(said, group, self.sight) for group, said in sorted(words.items(), key=lambda pair: pair[1])]
        rows: list[RowSeen] = []
        bodies = [group for group in groups if group[0] == "body"]
        teams: dict[Any, set[Any]] = defaultdict(set)
        for place in self.coverage.cells:
            teams[place.body].add(place.team)
        for group in sorted(bodies, key=lambda each: self._body(each[1])):
            rows.append(self._row(self._body(group[1]), group, self.sight, is_heading=by is not By.BODY))
            if by is not By.BODY:
                named = sorted((self.teams[team] for team in teams[group[1]] if team in self.teams), key=lambda team: team.name)
                rows += [self._row(team.name, ("team", group[1], team.pk), self.sight, ref=team.ref) for team in named]
        return rows

    def _body(self, key: Any) -> str:
        return self.bodies.get(key, "A body not known here")

    def _across(self, by: By) -> list[RowSeen]:
        """What cuts across bodies and teams."""
        fitting = workforce.fitting(self.asked)
        if by is By.JOB:
            seen = across(self.coverage, lambda place: [place.job], expected=self.expected)
            words: Mapping[Any, str] = dict(workforce.jobs(self.viewer).values_list("pk", "title"))
        elif by is By.KIND:
            seen = across(self.coverage, lambda place: [place.kind], expected=self.expected)
            words = dict(LearnerKind.choices)
        elif by is By.TIER:
            tiers = {ref: profile.tier for ref, profile in fitting.profiles.items()}
            seen = across(self.coverage, lambda place: {tiers[ref] for ref in place.profiles} or {""}, expected=self.expected)
            words = dict(Tier.choices)
        else:
            seen = across(self.coverage, lambda place: place.profiles or {""}, expected=self.expected)
            words = {ref: profile.name for ref, profile in fitting.profiles.items()}
        none = "No job title" if by is By.JOB else "No profile fits"
        named = sorted(((words.get(group[0]) or none, group) for group in seen.tallies), key=lambda pair: pair[0])
        return [self._row(said, group, seen) for said, group in named]

    def _lapsing(self) -> tuple[tuple[date, int | None], ...]:
        numbers = dict(self.coverage.lapsing)
        hidden: frozenset[date] = frozenset()
        if not self.names and numbers:
            whole = date.max
            hidden = hide({whole: tuple(numbers)}, whole, lambda day: (sum(numbers.values()) if day == whole else numbers[day],))
        return tuple((day, None if day in hidden else number) for day, number in numbers.items())

    def _total(self) -> tuple[CellSeen, ...] | None:
        """Records and returns together, subject by subject; no row of them where no subject has a total."""
        cells = tuple(self._with_returns(key) for key in self._keys)
        has_any = any(cell.shown is Shown.COUNTS for cell in cells)
        return cells if self.coverage.cells and (has_any or not self.returns) else None

    def _with_returns(self, column: str) -> CellSeen:
        """None while a return that was asked for it is missing. To whoever may not see names only the sum of what is shown beside it.

        So it tells nothing that the page does not: where one return is not shown, or the area's own number is not, neither is their sum.
        """
        if any(row.lacks(column) for row in self.returns):
            return CellSeen(shown=Shown.NO_TOTAL)
        own = self.sight.cell(ALL, column)
        seen = [said.pair for row in self.returns if (said := row.seen(column, names=self.names))]
        theirs = [pair for pair in seen if pair is not None]
        if own.shown in {Shown.HIDDEN, Shown.SIZE} or len(theirs) < len(seen):
            return CellSeen(shown=Shown.HIDDEN)
        asked, has = own.asked + sum(pair[0] for pair in theirs), own.has + sum(pair[1] for pair in theirs)
        if not asked:
            return CellSeen(shown=Shown.NOT_NEEDED)
        expected = self.expected.of(column)
        return CellSeen(shown=Shown.COUNTS, asked=asked, has=has, reaches=has / asked >= expected, expected=expected)


def quarter_ends(on: date, *, count: int = QUARTERS) -> list[date]:
    """The last days of the quarters before a day, oldest first, and the day itself."""
    ends, day = [on], on
    while len(ends) < count:
        day = date(day.year, (day.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)
        ends.append(day)
    return ends[::-1]


def trend(viewer: Viewer, *, on: date, columns: Sequence[str], expected: Expected) -> list[tuple[date, dict[str, CellSeen]]]:
    """The area's own coverage at the end of each of the last quarters, by subject."""
    names = viewer.may(Permission.TRAINING_NAMES)
    found = []
    for day in quarter_ends(on):
        seen = sight(
            coverage_at(viewer, on=day, known=viewer.today), columns=columns, sectors=dict[UUID, str](), expected=expected, names=names
        )
        found.append((day, {column: seen.cell(ALL, column) for column in columns}))
    return found
