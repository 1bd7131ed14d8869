"""Words and rules about meetings: kinds, stages, the moves between them, attendance, minutes. Pure Python."""

from collections.abc import Mapping
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class MeetingKind(Choice):
    """Whether a meeting belongs to the cadence or was called at once."""

    ORDINARY = "ordinary", "Ordinary"
    EXTRAORDINARY = "extraordinary", "Extraordinary, called at once"


class MeetingStage(Choice):
    """How far a meeting has come."""

    PLANNED = "planned", "Planned"
    CALLED = "called", "Called"
    HELD = "held", "Held"
    CLEARED = "cleared", "Minutes cleared"
    APPROVED = "approved", "Minutes approved"
    CANCELLED = "cancelled", "Cancelled"


MOVES: Mapping[MeetingStage, frozenset[MeetingStage]] = {
    MeetingStage.PLANNED: frozenset({MeetingStage.CALLED, MeetingStage.HELD, MeetingStage.CANCELLED}),
    MeetingStage.CALLED: frozenset({MeetingStage.HELD, MeetingStage.CANCELLED}),
    MeetingStage.HELD: frozenset({MeetingStage.CLEARED}),
    MeetingStage.CLEARED: frozenset({MeetingStage.APPROVED}),
    MeetingStage.APPROVED: frozenset(),
    MeetingStage.CANCELLED: frozenset(),
}

TOOK_PLACE = frozenset({MeetingStage.HELD, MeetingStage.CLEARED, MeetingStage.APPROVED})
LOCKED = frozenset({MeetingStage.CLEARED, MeetingStage.APPROVED})


class Presence(Choice):
    """How a seat stood at one meeting."""

    PRESENT = "present", "Present"
    SUBSTITUTE = "substitute", "Sent a substitute"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Absent"


ATTENDED = frozenset({Presence.PRESENT, Presence.SUBSTITUTE})


class ItemKind(Choice):
    """What an agenda item takes up, where a record is behind it."""

    MINUTES = "minutes", "Minutes of the last meeting"
    TERMS = "terms", "Terms of reference"
    RISK = "risk", "Risk assessment"
    PLAN = "plan", "Partnership plan"
    ACTION = "action", "An action"
    EXCHANGE = "exchange", "What a community organisation said"
    REPORT = "report", "A report or paper"
    OTHER = "other", "Something else"


def _why_not_move(stage: MeetingStage, to: MeetingStage, verb: str) -> str | None:
    if to not in MOVES[stage]:
        return f"The meeting is {stage.label.lower()}, so it cannot be {verb}"
    return None


def why_not_plan(*, date_of_meeting: date, on: date) -> str | None:
    """The reason a meeting cannot be planned for this day: it is already past, so it is recorded as held instead."""
    if date_of_meeting < on:
        return f"{say(date_of_meeting)} is already past. Record the meeting as held instead"
    return None


def why_not_call(stage: MeetingStage, *, date_of_meeting: date, on: date) -> str | None:
    """The reason a meeting cannot be called."""
    if on > date_of_meeting:
        return f"The meeting was to be on {say(date_of_meeting)}, so it cannot be called on {say(on)}"
    return _why_not_move(stage, MeetingStage.CALLED, "called")


def why_not_move_date(stage: MeetingStage, *, to: date, on: date) -> str | None:
    """The reason a meeting cannot be moved to another day."""
    if stage not in {MeetingStage.PLANNED, MeetingStage.CALLED}:
        return f"The meeting is {stage.label.lower()}, so its date cannot be moved"
    return why_not_plan(date_of_meeting=to, on=on)


def why_not_hold(stage: MeetingStage, *, date_of_meeting: date, today: date, attended: int) -> str | None:
    """The reason a meeting cannot be recorded as held: it has not happened, or nobody is recorded as having been there."""
    if date_of_meeting > today:
        return f"The meeting is on {say(date_of_meeting)}. It can be recorded as held from that day"
    if attended == 0:
        return "Record who was there first"
    return _why_not_move(stage, MeetingStage.HELD, "recorded as held")


def why_not_clear(stage: MeetingStage, *, held: date | None, on: date, unfinished: int = 0) -> str | None:
    """The reason the chair cannot clear the minutes: not held, or a delivery decision still without its check or its reason."""
    if stage is not MeetingStage.HELD or held is None:
        return _why_not_move(stage, MeetingStage.CLEARED, "cleared") or "The meeting has not been recorded as held"
    if on < held:
        return f"The minutes cannot be cleared on {say(on)}: the meeting was held on {say(held)}"
    if unfinished:
        return f"Finish the minutes first: {unfinished} of its items {'says' if unfinished == 1 else 'say'} nothing yet"
    return None


def why_not_approve(stage: MeetingStage, *, held: date, cleared: date | None, at_meeting_on: date) -> str | None:
    """The reason a later meeting cannot approve these minutes as a correct record."""
    if stage is not MeetingStage.CLEARED or cleared is None:
        return _why_not_move(stage, MeetingStage.APPROVED, "approved") or "The chair has not cleared the minutes yet"
    if at_meeting_on <= held:
        return f"Only a later meeting can approve these minutes: this one was held on {say(held)}"
    if at_meeting_on < cleared:
        return f"The minutes were cleared on {say(cleared)}, after the meeting of {say(at_meeting_on)}"
    return None


def why_not_cancel(stage: MeetingStage, *, because: str) -> str | None:
    """The reason a meeting cannot be cancelled: it took place, or nobody said why not."""
    if not because.strip():
        return "Say why the meeting did not take place"
    return _why_not_move(stage, MeetingStage.CANCELLED, "cancelled")


def why_not_change_minutes(stage: MeetingStage) -> str | None:
    """The reason the record of a meeting cannot be changed: it is locked, and is put right beside the record."""
    if stage in LOCKED:
        return "The chair has cleared these minutes, so they are locked. Record a correction beside them, dated today"
    if stage is MeetingStage.CANCELLED:
        return "The meeting was cancelled, so there is nothing to write up"
    return None


def why_not_change_agenda(stage: MeetingStage) -> str | None:
    """The reason the agenda cannot be changed: the meeting has been cleared or did not take place."""
    return why_not_change_minutes(stage)


def why_not_attend(person: str, *, seat: str, seats_taken: Mapping[str, str]) -> str | None:
    """The reason somebody cannot be recorded in this seat: they already sit in another at this meeting."""
    taken = seats_taken.get(person)
    if taken is not None and taken != seat:
        return "This person is already recorded in another seat at this meeting. One person counts for one seat"
    return None
