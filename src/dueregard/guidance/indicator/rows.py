"""Rows that findings of more than one section read: each carries the day it happened (`on`) and the day it was typed (`typed`)."""

from dataclasses import dataclass, field
from datetime import date

from dueregard.guidance.indicator.found import Fact


@dataclass(frozen=True, kw_only=True)
class Row(Fact):
    """One record; `of` names the area it belongs to where that is another one (a joint, regional or preceding area)."""

    of: str = ""


@dataclass(frozen=True, kw_only=True)
class Period(Row):
    """Something that holds from a day (`on`) up to and including its last day (`until`), known only once that was typed."""

    until: date | None = None
    until_typed: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it held on the day."""
        return self.on <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, kw_only=True)
class Area:
    """The area asked about, and the day its register began."""

    name: str
    began: date


@dataclass(frozen=True, kw_only=True)
class Check(Row):
    """A Security Threat Check that covers something: its own, or its paper's, project's, plan's or decision's."""

    kind: str = "threat-check"
    covers: str = "decision"
    unanswered: tuple[int, ...] = ()  # questions without an answer, or without a reason
    noes_unexplained: tuple[int, ...] = ()  # questions answered no, without "we go ahead because"
    wording: str = ""  # a digest of the reasons, so that the same words used again can be seen

    @property
    def is_whole(self) -> bool:
        """Whether every question is answered with a reason, and every no says why it went ahead."""
        return not (self.unanswered or self.noes_unexplained)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """Something said on a day of the record it belongs to."""

    on: date
    typed: date | None = None


@dataclass(frozen=True, kw_only=True)
class Due(Dated):
    """An action was given a due date on a day; whether the group agreed it at an item of a meeting."""

    due: date
    is_agreed: bool = False


@dataclass(frozen=True, kw_only=True)
class Start(Dated):
    """An action was said, on a day, to begin on a day."""

    start: date


@dataclass(frozen=True, kw_only=True)
class Answers(Dated):
    """An action answers a risk from a day up to and including its last day."""

    risk: str
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it answered it on the day."""
        return self.on <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, kw_only=True)
class Action(Period):
    """The one Action. `until` is the day it was done or dropped; due dates, starts, risks and checks are dated rows."""

    kind: str = "action"
    group: str = ""
    owner: str = ""  # the body that owns it, by name
    owner_ref: str = ""
    is_dropped: bool = False
    dues: tuple[Due, ...] = ()
    starts: tuple[Start, ...] = ()
    risks: tuple[Answers, ...] = ()
    checks: tuple[Check, ...] = ()
    reviews: tuple[date, ...] = ()  # days of the meetings that reviewed it
    updates: tuple[date, ...] = ()

    def is_open(self, on: date) -> bool:
        """Whether it had been raised by the day and was neither done nor dropped by then."""
        return self.on <= on and (self.until is None or self.until > on)

    def due(self, on: date) -> date | None:
        """The due date as last set by this day."""
        return _last(self.dues, on)

    def agreed_due(self, on: date) -> date | None:
        """The due date by this day that counts: as first set, or as the group agreed it since."""
        known = sorted((row for row in self.dues if row.on <= on), key=lambda row: (row.on, row.typed or row.on, row.due))
        return _last([*known[:1], *(row for row in known[1:] if row.is_agreed)], on)

    def times_moved(self, on: date) -> int:
        """How often it was given another due date by this day."""
        return max(sum(row.on <= on for row in self.dues) - 1, 0)

    def has_start(self, on: date) -> bool:
        """Whether somebody had said by this day when it begins."""
        return any(row.on <= on for row in self.starts)

    def answers(self, on: date) -> frozenset[str]:
        """The risks it answered on the day, by ref."""
        return frozenset(row.risk for row in self.risks if row.holds(on))

    def looked_at(self, since: date, on: date) -> bool:
        """Whether it was reviewed or updated between these days, both included."""
        return any(since <= day <= on for day in (*self.reviews, *self.updates))


def _last(dues: "tuple[Due, ...] | list[Due]", on: date) -> date | None:
    known = [row for row in dues if row.on <= on]
    return max(known, key=lambda row: (row.on, row.typed or row.on, row.due)).due if known else None


@dataclass(frozen=True, kw_only=True)
class Listed(Dated):
    """Something stood on the agenda of a meeting since a day: of which kind, about which record."""

    about_kind: str
    about_ref: str = ""


@dataclass(frozen=True, kw_only=True)
class Met(Row):
    """An ordinary meeting that was held and counts: for which groups, what was on its agenda, which seats and districts were there."""

    kind: str = "meeting"
    groups: frozenset[str] = field(default_factory=frozenset)
    listed: tuple[Listed, ...] = ()
    came: frozenset[str] = field(default_factory=frozenset)
