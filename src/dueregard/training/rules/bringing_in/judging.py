"""What becomes of each row of a file of completions: who completed what on which day, or why it is not taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dueregard.training.rules.bringing_in.columns import Field, plain
from dueregard.training.rules.bringing_in.days import FIRST, Days
from dueregard.training.rules.bringing_in.people import People, key_of
from dueregard.training.rules.bringing_in.reading import Cells
from dueregard.training.rules.imports import Why

COMPLETED = frozenset({"", "completed", "complete", "passed", "pass", "attended", "achieved", "yes", "y", "true", "1", "100", "100%"})
MOST_WORDS = 500  # names of courses asked about
LONGEST = 200
Completed = tuple[int, int, int]  # learner, course, day


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A row whose person is only proposed: what to remember it by, and whom it may be."""

    key: str
    learner: int


@dataclass(kw_only=True)
class Judge:
    """What the rows of one file are set beside, and what they leave open."""

    places: Mapping[str, int]
    headings: Cells
    people: People
    courses: Mapping[str, int | None]  # what the source calls a course, as compared: the course, or none where it is left out
    days: Days
    today: date
    unknown: dict[str, int] = field(default_factory=dict)  # courses not known yet: in how many rows

    def __post_init__(self) -> None:
        self._width = 1 + max(self.places.values())
        self._at = tuple(self.places.get(one, -1) for one in (Field.NUMBER, Field.EMAIL, Field.COURSE, Field.COMPLETED, Field.STATUS))
        self._last = self.today.toordinal()
        heading = self.headings[self.places[Field.COURSE]]
        self._known: dict[str, int | Why] = {heading: Why.HEADINGS} if plain(heading) not in self.courses else {}

    def judge(self, cells: Cells) -> Completed | Why | Doubt:
        """What a row records; or why it is not taken; or whom it may be about."""
        if len(cells) < self._width:
            return Why.CUT_OFF
        number, email, course, completed, status = self._at
        if status >= 0 and plain(cells[status]) not in COMPLETED:
            return Why.HEADINGS if self._known.get(cells[course]) is Why.HEADINGS else Why.NOT_COMPLETED
        what = self._known.get(cells[course]) or self._course(cells[course])
        if isinstance(what, Why):
            return what
        on = self.days.read(cells[completed])
        if isinstance(on, Why):
            return on
        if not FIRST <= on <= self._last:
            return Why.FUTURE if on > self._last else Why.LONG_AGO
        place = self.people.find(cells[number] if number >= 0 else "", cells[email] if email >= 0 else "")
        if isinstance(place, Why):
            return self._doubted(place, cells, what, on)
        if on < self.people.joined(place):
            return Why.BEFORE_JOINING
        return (self.people.learner(place), what, on)

    def _doubted(self, why: Why, cells: Cells, what: int, on: int) -> Completed | Why | Doubt:
        """A row whose number and e-mail find nobody: it may have been said whose it is, or name and team may propose somebody."""
        found = self._by_name(cells) if why in {Why.UNKNOWN_PERSON, Why.SHARED_EMAIL} else why
        if isinstance(found, int):
            return (found, what, on)
        return why if found is None else found

    def _course(self, words: str) -> int | Why:
        said = plain(words)
        if not said:
            return Why.NO_COURSE
        if len(said) > LONGEST:
            return Why.TOO_LONG
        if said not in self.courses:
            if said in self.unknown or len(self.unknown) < MOST_WORDS:
                self.unknown[said] = self.unknown.get(said, 0) + 1
            return Why.UNKNOWN_COURSE
        found = self.courses[said]
        if len(self._known) < MOST_WORDS:
            self._known[words] = Why.COURSE_LEFT_OUT if found is None else found
        return Why.COURSE_LEFT_OUT if found is None else found

    def _by_name(self, cells: Cells) -> int | Doubt | Why | None:
        """Whom somebody said the row to be; or whom its name and team propose; None where they propose nobody."""
        number, email, name, surname, team = (
            cells[self.places[one]].strip() if one in self.places else ""
            for one in (Field.NUMBER, Field.EMAIL, Field.NAME, Field.SURNAME, Field.TEAM)
        )
        whole = f"{name} {surname}".strip()
        key = key_of(number=number, email=email, name=whole, team=team)
        said = self.people.said(key)
        if said is not None:
            return said
        if not number and not email and not whole:
            return Why.NOBODY
        place = self.people.proposed(whole, team) if whole else None
        return None if place is None else Doubt(key=key, learner=self.people.learner(place))
