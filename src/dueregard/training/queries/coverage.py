"""Coverage as at any date, known on any date: counted in a constant number of statements."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.training.queries import people as read
from dueregard.training.queries.courses import required
from dueregard.training.queries.ground import Ground
from dueregard.training.queries.workforce import Fitting, holder_keys
from dueregard.training.rules.coverage import Cell, Coverage, Place, Tally, Workforce
from dueregard.training.rules.requirements import BEST, JOINED_DAYS, Required, State, best, looks_ahead


def coverage(viewer: Viewer, *, on: date, known: date) -> Coverage:
    """How many people of each place stand where with what is required, as at a date and known on a date."""
    return coverage_on(Ground(Asked(viewer=viewer, on=on, known=known)))


def coverage_on(ground: Ground) -> Coverage:
    """The same, where what it stands on is read already or is to be read for more than this."""
    on = ground.asked.on
    is_in = {team: placing.is_in for team, placing in ground.placed.items()}
    counting = _Counting(on=on, required=required(ground.asked), fitting=ground.fitting, placed=is_in)
    holders = holder_keys(ground.holders) if counting.fitting.has_posts else frozenset()
    counting.add(read.people(ground, counting.required, holders=holders))
    return counting.counted()


class _Counting:
    """People as they are counted, place by place. The same letters of the same profiles are read once: this runs 40,000 times a page."""

    def __init__(self, *, on: date, required: tuple[Required, ...], fitting: Fitting, placed: dict[UUID, bool]) -> None:
        self.on, self.required, self.fitting, self.placed = on, required, fitting, placed
        self.courses = read.courses_of(required)
        at = {course: place for place, course in enumerate(self.courses)}
        self._letters = [[at[read.Course(course, each.months)] for course in dict.fromkeys(each.courses)] for each in required]
        self._subjects = sorted({subject for each in required if each.is_mandatory for subject in each.subjects})
        self._found: dict[tuple[Any, ...], dict[tuple[Any, ...], int]] = {}
        self._stands: dict[tuple[Any, ...], tuple[list[int], list[str], list[str]]] = {}
        self._lapsing: Counter[str] = Counter()
        self._late: Counter[str] = Counter()
        self._key = cache(_key)  # a few hundred teams and jobs, met with some thousand times

    def add(self, people: Mapping[read.Row, int]) -> None:
        """Sort people of whom the same is known by their place."""
        for row, number in people.items():
            self._found.setdefault(row[:6], {})[row[6:]] = number

    def counted(self) -> Coverage:
        """What it came to."""
        inside = outside = unplaced = absent = 0
        sums: dict[Place, list[int]] = {}
        for key, found in self._found.items():
            where = read.Where(*key)
            number, team = sum(found.values()), self._key(where.team)
            is_in = self.placed.get(team) if team else None
            if is_in and team:
                place = self._place(where, team)
                counts = sums.setdefault(place, [0] * (1 + 5 * (len(self.required) + len(self._subjects))))
                inside, absent = inside + number, absent + self._sum(found, place.profiles, counts)
            elif is_in is None:
                unplaced += number
            else:
                outside += number
        return Coverage(
            on=self.on,
            required=self.required,
            workforce=Workforce(inside=inside, outside=outside, unplaced=unplaced, absent=absent),
            cells={place: self._cell(counts) for place, counts in sums.items() if counts[0]},
            late_joiners=dict(self._late),
            lapsing=tuple((day, self._lapsing[letter]) for day, letter in zip(looks_ahead(self.on), read.AHEAD, strict=False)),
        )

    def _place(self, where: read.Where, team: UUID) -> Place:
        job = self._key(where.job)
        profiles = self.fitting.fits.profiles(team=team, job=job, learner=where.by_hand, holds_post=bool(where.holds_post))
        return Place(body=self._key(where.body) or team, team=team, job=job, kind=where.kind, profiles=profiles)

    def _sum(self, found: dict[tuple[Any, ...], int], profiles: frozenset[str], counts: list[int]) -> int:
        """Add the people of a place to its counts, and say how many are left out since they are away for long."""
        absent = 0
        for (is_away, joined, letters), number in found.items():
            if is_away:
                absent += number
                continue
            counts[0] += number
            key = (profiles, joined, letters)
            if key not in self._stands:
                self._stands[key] = self._standing(profiles, joined, letters)
            places, lapsing, late = self._stands[key]
            for place in places:
                counts[place] += number
            for letter in lapsing:
                self._lapsing[letter] += number
            for ref in late:
                self._late[ref] += number
        return absent

    def _standing(self, profiles: frozenset[str], joined: Any, letters: str) -> tuple[list[int], list[str], list[str]]:
        """Where in the counts somebody belongs, the letters of what lapses soon, and what a joiner should have had by now."""
        places, lapsing, late, taught = [], [], [], defaultdict(list)
        is_joiner = (self.on - _day(joined)).days <= JOINED_DAYS
        for number, (each, at) in enumerate(zip(self.required, self._letters, strict=True)):
            if each.applies(profiles):
                letter = max(letters[place] for place in at)
                state = self._state(each, letter, joined)
                places.append(1 + 5 * number + BEST[state])
                lapsing += [letter] if state is State.DUE else []
                late += [each.ref] if is_joiner and state is State.NEVER else []
                for subject in each.subjects if each.is_mandatory else ():
                    taught[subject].append(state)
        after = 1 + 5 * len(self.required)
        places += [after + 5 * self._subjects.index(subject) + BEST[best(states)] for subject, states in taught.items()]
        return places, lapsing, late

    def _state(self, required: Required, letter: str, joined: Any) -> State:
        if letter == read.COVERED:
            return State.COVERED
        if letter in read.AHEAD:
            return State.DUE
        if self.on <= required.due_from(_day(joined)):
            return State.JOINING
        return State.LAPSED if letter == read.LAPSED else State.NEVER

    def _cell(self, counts: list[int]) -> Cell:
        fives = (counts[start : start + 5] for start in range(1, len(counts), 5))
        asked = [Tally(*five) if any(five) else None for five in fives]
        of_required, of_subjects = asked[: len(self.required)], asked[len(self.required) :]
        return Cell(
            people=counts[0],
            required={each.ref: tally for each, tally in zip(self.required, of_required, strict=True) if tally},
            subjects={subject: tally for subject, tally in zip(self._subjects, of_subjects, strict=True) if tally},
        )


def _key(value: Any) -> UUID | None:
    """A key as either engine gives it."""
    return value if value is None or isinstance(value, UUID) else UUID(value)


def _day(value: Any) -> date:
    """A day as either engine gives it; none: long ago."""
    return date.min if value is None else value if isinstance(value, date) else date.fromisoformat(value)
