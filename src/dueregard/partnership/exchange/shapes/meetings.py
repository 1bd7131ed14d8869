"""Meetings in an area file."""

from datetime import date, datetime

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.partnership.exchange.shapes.pieces import Clock, CoverIn, End, EndBecause, Typed
from dueregard.partnership.models import AgendaItem, Correction, Declaration, Meeting, MeetingDate, Minute, Paper, Reply


@held_in(MeetingDate)
class MovedIn(Dated):
    """A meeting was moved, on a day, to another."""

    day: date
    starts: Clock | None = None
    ends: Clock | None = None
    place: str = ""
    because: str = ""


class StepIn(Dated):
    """A meeting was planned, called or cleared."""

    done_by: str | None = None


class HeldIn(Dated):
    """A meeting took place, with who chaired and from when to when."""

    chaired_by: str | None = None
    started: Clock | None = None
    ended: Clock | None = None


class SatIn(Typed):
    """Who chaired and from when to when, put right."""

    chaired_by: str | None = None
    started: Clock | None = None
    ended: Clock | None = None


class ApprovedIn(Dated):
    """A later meeting approved the minutes."""

    at: str


@held_in(Reply)
class ReplyIn(Dated):
    """An answer to the invitation; `words` say who comes instead, where that person is not known here."""

    person: str
    answer: str
    substitute: str | None = None
    words: str = ""


class CameIn(Typed):
    """How a seat, a person or a body stood at the meeting."""

    seat: str | None = None
    person: str | None = None
    body: str | None = None
    presence: str = "present"


@held_in(Declaration)
class DeclarationIn(Typed):
    """An interest declared."""

    person: str
    words: str
    item: str | None = None


class StartIn(Typed):
    """When the meeting came to an item."""

    at: Clock


@held_in(Minute)
class MinuteIn(Typed):
    """What was said of an item, and what became of it."""

    words: str = ""
    outcome: str = "taken"
    marking: str | None = None


@held_in(Paper)
class PaperIn(Dated):
    """A version of a document went to an item."""

    ref: str
    version: str
    checks: list[CoverIn] = []


class TakesUpIn(Dated):
    """An action that the item takes up with others."""

    action: str


@held_in(AgendaItem)
class ItemIn(Dated):
    """An agenda item; its date is the day it was put on the agenda."""

    ref: str
    title: str
    kind: str = "other"
    position: int | None = None
    minutes_allotted: int | None = None
    presenter: str = ""
    marking: str = "official"
    terms: str | None = None
    action: str | None = None
    exchange: str | None = None
    minutes_of: str | None = None
    carried_from: str | None = None
    takes_up: list[TakesUpIn] = []
    starts: list[StartIn] = []
    minutes: list[MinuteIn] = []
    papers: list[PaperIn] = []
    withdrawn: End | None = None


@held_in(Correction)
class CorrectionIn(Dated):
    """The record put right after it was locked."""

    ref: str | None = None
    words: str
    item: str | None = None
    decision: str | None = None
    at_meeting: str | None = None
    marking: str = "official"


@held_in(Meeting, MeetingDate)
class MeetingIn(Strict):
    """A meeting. Without `planned` it was written up afterwards; `called_because` says it was called at once."""

    ref: str
    group: str
    called_because: str = ""
    day: date
    starts: Clock | None = None
    ends: Clock | None = None
    place: str = ""
    typed: datetime | None = None  # where it was never planned: when the record was begun
    planned: StepIn | None = None
    moved: list[MovedIn] = []
    called: StepIn | None = None
    replies: list[ReplyIn] = []
    items: list[ItemIn] = []
    attendance: list[CameIn] = []
    held: HeldIn | None = None
    sat: list[SatIn] = []
    declarations: list[DeclarationIn] = []
    cleared: StepIn | None = None
    approved: ApprovedIn | None = None
    corrections: list[CorrectionIn] = []
    cancelled: EndBecause | None = None

    @property
    def last_day(self) -> date:
        """The day it was down for in the end."""
        return self.moved[-1].day if self.moved else self.day
