"""What an attendance sheet is set beside: who had a place at the table, what is recorded already, what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dueregard.partnership.rules.meetings import MeetingStage, Presence
from dueregard.sheets.rules.naming import Candidate


@dataclass(frozen=True, kw_only=True)
class Held:
    """Something that holds from a day to a day: a seat, or a person’s place in one."""

    ref: str
    says: str
    on: date
    until: date | None = None
    seat: str = ""  # of a person

    def holds(self, day: date) -> bool:
        return self.on <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, kw_only=True)
class Stood:
    """How somebody is recorded as having stood at a meeting."""

    presence: Presence
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Met:
    """A meeting that is there already."""

    ref: str
    day: date
    stage: MeetingStage
    took_place: bool
    stood: Mapping[str, Stood]  # by seat:SEAT-1, person:P-1 or body:B-1


@dataclass(frozen=True, kw_only=True)
class There:
    """Who has a place at the table of the group, and what is recorded of its meetings."""

    today: date
    group: Held
    seats: Mapping[str, Held]
    places: Mapping[str, Sequence[Held]]  # by person: the seats they sit in
    candidates: Sequence[Candidate]
    meetings: Sequence[Met]


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody has answered to what the sheet leaves open."""

    marks: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)  # by row: a candidate's key, or LEAVE
    blank_is_absent: bool = False


@dataclass(frozen=True, kw_only=True)
class Said:
    """How one seat, person or body stood, as the sheet says it."""

    presence: Presence
    seat: str = ""
    person: str = ""
    body: str = ""

    @property
    def key(self) -> str:
        return f"seat:{self.seat}" if self.seat else f"person:{self.person}" if self.person else f"body:{self.body}"


@dataclass(frozen=True, kw_only=True)
class MeetingSaid:
    """What is to be recorded of one meeting."""

    day: date
    ref: str  # empty: it is not there yet
    took_place: bool
    came: tuple[Said, ...]
