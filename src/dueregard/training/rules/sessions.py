"""Sessions: where one stands, when it can be planned, held or cancelled, and who can be recorded as having come."""

from dataclasses import dataclass
from datetime import date, datetime, time

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say

RECORD_DAYS = 14  # ours: who came is recorded within two weeks of a session


class SessionStage(Choice):
    """How far a session has come."""

    PLANNED = "planned", "Planned"
    UNRECORDED = "unrecorded", "Not recorded yet"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


def stage_of(day: date, *, held_at: datetime | None, cancelled_at: datetime | None, today: date) -> SessionStage:
    """Where a session stands: of held and cancelled, what was typed last holds; past its day without a word it waits to be recorded."""
    if cancelled_at is not None and (held_at is None or cancelled_at > held_at):
        return SessionStage.CANCELLED
    if held_at is not None:
        return SessionStage.HELD
    return SessionStage.UNRECORDED if day < today else SessionStage.PLANNED


@dataclass(frozen=True, kw_only=True)
class Slot:
    """When and where a session is to take place."""

    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""


def why_not_slot(slot: Slot) -> str | None:
    """The reason a session cannot be set for these times; None if it can."""
    if slot.ends is not None and slot.starts is None:
        return "Say when it begins, too"
    if slot.starts is not None and slot.ends is not None and slot.ends <= slot.starts:
        return "A session cannot end before it begins: check the two times"
    return None


def why_not_move(stage: SessionStage, *, now: Slot, to: Slot, today: date) -> str | None:
    """The reason a session cannot be moved; None if it can."""
    if stage is SessionStage.HELD:
        return "It was held already: put right when that was"
    if stage is SessionStage.CANCELLED:
        return "It was cancelled: plan another like it"
    if to.day < today:
        return f"{say(to.day)} has passed: a session moves to a day that is still to come"
    return "It is set for then and there already: give another day, time or place" if to == now else why_not_slot(to)


def why_not_plan(day: date, *, offered: date, ended: date | None, places: int | None) -> str | None:
    """The reason a session of a course cannot be planned for a day; None if it can."""
    if day < offered:
        return f"The course is offered since {say(offered)}, after that day"
    if ended is not None and ended <= day:
        return f"The course is no longer offered since {say(ended)}"
    return "A session has at least one place; leave it empty where there is no limit" if places == 0 else None


def why_not_hold(on: date, *, today: date, held_on: date | None, attended: int, came: int | None) -> str | None:
    """The reason a session cannot be recorded as held on a day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet: record it when it has happened"
    if attended and held_on is not None and held_on != on:
        return f"People are recorded as having come on {say(held_on)}, and completed the course that day: withdraw them first"
    if came is not None and came < attended:
        return f"{attended} are recorded one by one already: the number cannot be lower"
    return None


def why_not_cancel(*, stage: SessionStage, attended: int, has_answers: bool) -> str | None:
    """The reason a session cannot be recorded as cancelled; None if it can."""
    if stage is SessionStage.CANCELLED:
        return "It is cancelled already"
    if attended:
        return "People are recorded as having come: withdraw them first"
    return "What people answered at it is recorded: withdraw that first" if has_answers else None


def why_not_record(stage: SessionStage) -> str | None:
    """The reason nothing can be recorded of those who came; None if it can."""
    if stage is SessionStage.HELD:
        return None
    return "It was cancelled: nobody came" if stage is SessionStage.CANCELLED else "Record first that it was held"


@dataclass(frozen=True, kw_only=True)
class Comer:
    """Somebody who may have come: since when they work here, until when, and whether they stand in the record already."""

    joined: date
    left: date | None
    is_there: bool


class NotTaken(Choice):
    """Why a line of an attendance list is not taken, in words that name nobody."""

    NO_KEY = "no-key", "The line says neither employee number nor e-mail"
    UNKNOWN = "unknown-person", "Nobody with this employee number or e-mail is in the workforce kept here"
    SHARED_EMAIL = "shared-email", "Several people have this e-mail: give the employee number"
    SHARED_NUMBER = "shared-number", "Several people have this employee number: say whose people they are, or give the e-mail"
    DISAGREE = "disagree", "The employee number is one person’s and the e-mail another’s"
    JOINED_LATER = "joined-later", "They joined after the day of the session"
    LEFT_BEFORE = "left-before", "They had left before the day of the session"
    THERE = "there", "They are recorded at this session already"
    TWICE = "twice", "Another line is about the same person"
    STAYED_AWAY = "stayed-away", "The list says that they did not come"


def why_not_come(comer: Comer, *, day: date) -> NotTaken | None:
    """The reason somebody cannot be recorded at a session of a day; None if they can."""
    if comer.is_there:
        return NotTaken.THERE
    if comer.joined > day:
        return NotTaken.JOINED_LATER
    return NotTaken.LEFT_BEFORE if comer.left is not None and comer.left < day else None


def why_not_give(*, has_person: bool, has_body: bool, is_there: bool) -> str | None:
    """The reason nobody can be named as giving a session; None if they can."""
    if not has_person and not has_body:
        return "Choose a person who gives it, or a body it is joint with"
    return "This is there already" if is_there else None
