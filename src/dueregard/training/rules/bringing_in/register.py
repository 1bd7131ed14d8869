"""What becomes of each row of a staff register: who joined, moved, left or is away, or why the row is not taken."""

from collections.abc import Mapping
from dataclasses import dataclass

from dueregard.training.rules.bringing_in.columns import Field, plain
from dueregard.training.rules.bringing_in.days import FIRST, Days
from dueregard.training.rules.bringing_in.people import People, as_email, as_number
from dueregard.training.rules.bringing_in.reading import Cells
from dueregard.training.rules.imports import Why
from dueregard.training.rules.workforce import LearnerKind

LONGEST: dict[Field, int] = {Field.NUMBER: 40, Field.EMAIL: 254, Field.TEAM: 160, Field.JOB: 120, Field.SITE: 80, Field.MANAGER: 254}
LONGEST_NAME = 120
KINDS = (
    ("contract", LearnerKind.CONTRACTOR),
    ("agency", LearnerKind.CONTRACTOR),
    ("councillor", LearnerKind.MEMBER),
    ("member", LearnerKind.MEMBER),
    ("safeguarding lead", LearnerKind.SAFEGUARDING_LEAD),
    ("panel", LearnerKind.PANEL),
    ("volunteer", LearnerKind.VOLUNTEER),
)
NEW = -1  # the place of somebody not here yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a register says of one person. Days are numbers, 0 where there is none."""

    place: int
    number: str
    email: str
    name: str
    manager: str
    kind: LearnerKind
    team: str
    job: str
    site: str
    joined: int
    left: int
    away: int
    back: int


class Register:
    """What the rows of a register are set beside."""

    def __init__(self, *, places: Mapping[str, int], headings: Cells, people: People, days: Days) -> None:
        self._headings = list(headings)
        self._places, self._people, self._days = places, people, days
        self._width = 1 + max(places.values())
        self._seen = bytearray(len(people))

    def judge(self, cells: Cells) -> Said | Why:
        """What a row says of somebody, or why it is not taken."""
        if len(cells) < self._width:
            return Why.CUT_OFF
        if cells[0] == self._headings[0] and list(cells) == self._headings:
            return Why.HEADINGS
        if any(len(self._at(cells, field)) > most for field, most in LONGEST.items()):
            return Why.TOO_LONG
        number, email = as_number(self._at(cells, Field.NUMBER)), as_email(self._at(cells, Field.EMAIL))
        if not number and not email:
            return Why.NO_KEY
        days = self._days_of(cells)
        if isinstance(days, Why):
            return days
        joined, left, _, _ = days
        place = self._place(number, email, joined=joined, left=left)
        if isinstance(place, Why):
            return place
        if place == NEW and not joined:
            return Why.NO_DAY
        return self._said(cells, place, days)

    def missing(self) -> list[int]:
        """The learners who are here, have not left, and were not named."""
        return [self._people.learner(place) for place in self._people.staying() if not self._seen[place]]

    def _at(self, cells: Cells, field: Field) -> str:
        return cells[self._places[field]].strip() if field in self._places else ""

    def _days_of(self, cells: Cells) -> tuple[int, int, int, int] | Why:
        found: list[int] = []
        for field in (Field.JOINED, Field.LEFT, Field.AWAY, Field.BACK):
            words = self._at(cells, field)
            day = self._days.read(words) if words else 0
            if isinstance(day, Why):
                return day
            found.append(day)
        joined, left, away, back = found
        if 0 < joined < FIRST - 20_000:
            return Why.LONG_AGO
        return Why.LEFT_BEFORE_JOINING if 0 < left < joined else (joined, left, away, back)

    def _place(self, number: str, email: str, *, joined: int, left: int) -> int | Why:
        """Who it is: somebody here, or somebody new. A row about somebody named before in the file is not taken."""
        found = self._people.find(number, "") if number else Why.UNKNOWN_PERSON
        if found is Why.UNKNOWN_PERSON and email:
            found = self._by_email(number, email)
        if isinstance(found, Why):
            return self._new(number, email, joined) if found is Why.UNKNOWN_PERSON else found
        if self._seen[found]:
            return Why.TWICE
        if self._people.has_left(found) and not left:
            return self._new(number, email, joined) if joined > self._people.joined(found) else Why.HAS_LEFT
        self._seen[found] = True
        return found

    def _by_email(self, number: str, email: str) -> int | Why:
        found = self._people.find("", email)
        if number and (isinstance(found, Why) or self._people.has_number(found)):
            return Why.UNKNOWN_PERSON  # somebody with a number of their own who shares or took over the address
        return found

    def _new(self, number: str, email: str, joined: int) -> int:
        place = self._people.add((NEW, number, email, joined, False))
        self._seen.extend(b"\x01" * (place + 1 - len(self._seen)))
        return NEW

    def _said(self, cells: Cells, place: int, days: tuple[int, int, int, int]) -> Said:
        joined, left, away, back = days
        name = " ".join(f"{self._at(cells, Field.NAME)} {self._at(cells, Field.SURNAME)}".split())
        return Said(
            place=place,
            number=self._at(cells, Field.NUMBER).lstrip("='").strip('"'),
            email=as_email(self._at(cells, Field.EMAIL)),
            name=name[:LONGEST_NAME],
            manager=as_email(self._at(cells, Field.MANAGER)),
            kind=kind_of(self._at(cells, Field.KIND)),
            team=" ".join(self._at(cells, Field.TEAM).split()),
            job=" ".join(self._at(cells, Field.JOB).split()),
            site=self._at(cells, Field.SITE),
            joined=joined,
            left=left,
            away=away,
            back=back,
        )


def kind_of(words: str) -> LearnerKind:
    """What somebody is to the body, as a register words it; staff where it says nothing else."""
    said = plain(words)
    return next((kind for part, kind in KINDS if part in said), LearnerKind.STAFF)
