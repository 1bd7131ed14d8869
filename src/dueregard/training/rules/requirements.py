"""What is required of somebody: which courses answer it, by when, for how long a completion holds, and where they stand on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dueregard.basics.choice import Choice
from dueregard.basics.dates import months_before

JOINED_DAYS = 365  # ours: whoever joined within a year and missed the time allowed is counted as a joiner
DUE_DAYS = 90  # ours: how far ahead coverage says what will lapse


class State(Choice):
    """Where somebody stands with a requirement on a day, best first."""

    COVERED = "covered", "Covered"
    DUE = "due", "Covered, and due within 90 days"
    JOINING = "joining", "Not due yet, within the time allowed"
    LAPSED = "lapsed", "Lapsed"
    NEVER = "never", "Never"


STATES = tuple(State)
BEST = {state: place for place, state in enumerate(STATES)}


@dataclass(frozen=True, kw_only=True)
class Required:
    """A requirement in force: everybody with a profile (none: everybody in scope) completes one of these courses, and again in time."""

    ref: str
    title: str  # of its course
    courses: tuple[int, ...]  # its own first, then those that count as it
    subjects: frozenset[str]
    within_days: int
    months: int | None  # how long a completion holds; none: for good
    on: date
    profile: str = ""
    is_mandatory: bool = True
    risk: str = ""
    plan: str = ""

    @property
    def is_specialist(self) -> bool:
        """Asked of a profile because of a risk."""
        return bool(self.profile and self.risk)

    def applies(self, profiles: Iterable[str]) -> bool:
        """Whether it is asked of somebody with these profiles."""
        return not self.profile or self.profile in profiles

    def due_from(self, joined: date) -> date:
        """The day by which somebody who joined on a day has it: counted from then, or from the requirement's start if later."""
        return max(joined, self.on) + timedelta(days=self.within_days)


def months_held(every_months: int | None, course_months: int | None) -> int | None:
    """How long a completion holds: as the requirement says, otherwise as the course does."""
    return every_months or course_months


def held_since(on: date, months: int | None) -> date:
    """Completions after this day hold on the day; on the same day so many months ago they no longer do."""
    return date.min if months is None else months_before(on, months)


def looks_ahead(on: date) -> list[date]:
    """The days a look ahead is broken at: the ends of the months, and the last day of the ninety."""
    last = on + timedelta(days=DUE_DAYS)
    ends = [date(on.year + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(on.month, on.month + 4)]
    return [*(end for end in ends if on < end < last), last]


def state_of(required: Required, completed: Sequence[tuple[int, date]], *, joined: date, on: date) -> State:
    """Where somebody stands who completed these courses on these days."""
    days = [day for course, day in completed if course in required.courses and day <= on]
    if days and max(days) > held_since(on, required.months):
        is_due = max(days) <= held_since(on + timedelta(days=DUE_DAYS), required.months)
        return State.DUE if required.months is not None and is_due else State.COVERED
    if on <= required.due_from(joined):
        return State.JOINING
    return State.LAPSED if days else State.NEVER


def best(states: Iterable[State]) -> State:
    """Where somebody stands with several requirements that ask the same."""
    return min(states, key=BEST.__getitem__)
