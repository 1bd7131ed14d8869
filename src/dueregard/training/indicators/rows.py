"""The rows a finding of section 6 reads: counts of people and dated records of the programme, never anybody."""

from dataclasses import dataclass
from datetime import date

from dueregard.guidance.indicator.rows import Period, Row


@dataclass(frozen=True, kw_only=True)
class TrainingPlan(Period):
    """A training plan; `on` is the day it was agreed, `until` the day before it was given up."""

    kind: str = "training-plan"
    covers_from: date
    covers_to: date

    def in_force(self, on: date) -> bool:
        """Whether its period holds the day and it was not given up."""
        return self.holds(on) and self.covers_from <= on <= self.covers_to


@dataclass(frozen=True, kw_only=True)
class Requires(Row):
    """A plan in force requires a course: of which tier's profile (none: of everybody), what it teaches, and for which risk."""

    kind: str = "training-plan"
    subjects: frozenset[str]
    profile: str = ""
    tier: str = ""
    risk: str = ""
    is_mandatory: bool = True

    @property
    def is_specialist(self) -> bool:
        """Asked of a profile because of a risk."""
        return bool(self.profile and self.risk)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How many people in scope there are of some kind, how many of them still have time, and how many have had what is asked."""

    people: int = 0
    joining: int = 0
    has: int = 0
    unasked: int = 0  # nothing of the kind is required of them
    is_told: bool = True  # whether the numbers may be read: neither they nor what they leave when others are taken off are of a few people

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(
            people=self.people + other.people,
            joining=self.joining + other.joining,
            has=self.has + other.has,
            unasked=self.unasked + other.unasked,
            is_told=self.is_told and other.is_told,
        )

    @property
    def due(self) -> int:
        """Those who should have had it by now."""
        return self.people - self.joining


@dataclass(frozen=True, kw_only=True)
class Scope:
    """The workforce by whether its teams are in scope, and the teams nobody has placed."""

    inside: int = 0
    outside: int = 0
    unplaced: int = 0
    absent: int = 0
    teams: int = 0
    teams_unplaced: tuple[str, ...] = ()
    without_profile: int = 0  # people in scope whom no profile fits
    others: tuple[str, ...] = ()  # areas whose workforce counts here, besides the area's own

    def __add__(self, other: "Scope") -> "Scope":
        return Scope(
            inside=self.inside + other.inside,
            outside=self.outside + other.outside,
            unplaced=self.unplaced + other.unplaced,
            absent=self.absent + other.absent,
            teams=self.teams + other.teams,
            teams_unplaced=(*self.teams_unplaced, *other.teams_unplaced),
            without_profile=self.without_profile + other.without_profile,
            others=(*self.others, *other.others),
        )

    @property
    def all(self) -> int:
        return self.inside + self.outside + self.unplaced


@dataclass(frozen=True, kw_only=True)
class Returned:
    """A line of a service's return: a subject, of all staff together or of one level, as at a day."""

    subject: str
    as_at: date
    in_scope: int
    trained: int
    level: str = ""


@dataclass(frozen=True, kw_only=True)
class Service(Row):
    """A commissioned service: whether its people are kept here, or what its latest returns say. The label is its name."""

    kind: str = "body"
    is_kept_here: bool = False
    asked: frozenset[str] = frozenset()  # the subjects it is asked about; none where it was never asked
    figures: tuple[Returned, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PostHeld(Period):
    """A Prevent-specific post is held since a day; the days its holder completed Prevent training. The label is the post's."""

    kind: str = "post"
    is_known: bool = False  # the holder is in the workforce kept here
    trained: tuple[date, ...] = ()

    def last(self, on: date) -> date | None:
        """When they last trained."""
        return max((day for day in self.trained if day <= on), default=None)


@dataclass(frozen=True, kw_only=True)
class MaterialRow(Period):
    """Written information for an audience; the days it was found current, or not."""

    kind: str = "material"
    audience: str
    says_how_to_refer: bool = False
    checks: tuple[tuple[date, bool], ...] = ()  # in the order they were made

    def checked(self, on: date) -> date | None:
        """The day it was last looked at, where it was found current then."""
        last = next((row for row in reversed(self.checks) if row[0] <= on), None)
        return last[0] if last and last[1] else None


@dataclass(frozen=True, kw_only=True)
class Told(Row):
    """An update to staff."""

    kind: str = "staff-update"


@dataclass(frozen=True, kw_only=True)
class ProgrammeRow(Period):
    """A programme of a kind; current unless its review is overdue."""

    kind: str = "programme"
    programme: str
    review_due: date | None = None

    def is_current(self, on: date) -> bool:
        """Whether it runs, and its review is not overdue."""
        return self.holds(on) and (self.review_due is None or on <= self.review_due)


@dataclass(frozen=True, kw_only=True)
class Inducted(Row):
    """Somebody new who delivers Prevent; when the adviser was met and when the induction was finished. The label is the post."""

    kind: str = "induction"
    met: tuple[date, ...] = ()
    finished: date | None = None


@dataclass(frozen=True, kw_only=True)
class Developed(Row):
    """Somebody who delivers Prevent (an opaque key) did something for their development."""

    kind: str = "development"
    person: str


@dataclass(frozen=True, kw_only=True)
class Delivers(Period):
    """Somebody (an opaque key) delivers Prevent: holds a Prevent-specific post, or sits on the Channel panel."""

    kind: str = "post"
    person: str


@dataclass(frozen=True, kw_only=True)
class ReachedRow(Row):
    """The education programme reached a setting of a type."""

    kind: str = "setting"
    setting: str
