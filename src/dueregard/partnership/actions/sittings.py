"""Deeds on meetings as they take place and after: attendance, held, interests, cleared, approved, put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter, given
from dueregard.partnership import queries
from dueregard.partnership.actions.meetings import step
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Attendance, Correction, Declaration, Meeting, MeetingHeld, Seat
from dueregard.partnership.queries.holding import holding
from dueregard.partnership.rules import meetings as rules
from dueregard.privacy.marking import highest


@dataclass(frozen=True, kw_only=True)
class Came:
    """How one seat, or one person or body without a seat, stood at a meeting: refs."""

    presence: str
    seat: str | None = None
    person: str | None = None
    body: str | None = None


@deed
def record_attendance(ref: str, *, by: Viewer, came: Sequence[Came], seen: int | None = None) -> None:
    """Record who came to a meeting and who did not, many at once; what was typed last holds, until the minutes are cleared."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    refuse_if(rules.why_not_change_minutes(state.stage))
    day = given.happened(state.day, by=by)
    if not came:
        raise Refused("Record at least one seat or person")
    given.change(meeting, by=by, seen=seen)
    fresh = [_attendance(row, meeting, by=by, day=day) for row in came]
    _refuse_two_seats(fresh, queries.attendance_of(by, meeting))
    Attendance.objects.bulk_create(fresh)
    record("partnership.attendance.recorded", meeting, by=by, on=day, rows=len(fresh))


def _attendance(row: Came, meeting: Meeting, *, by: Viewer, day: date) -> Attendance:
    if not (row.seat or row.person or row.body):
        raise Refused("Say whose attendance this is: a seat, a person or a body")
    seats = Seat.objects.filter(holding(day), area=by.area_id, group=meeting.group_id)
    return Attendance(
        **by.stamp,
        meeting=meeting,
        seat=given.one(seats, row.seat, what="seat of this group on that day") if row.seat else None,
        person=given.person_or_none(row.person, by=by),
        body=given.body_or_none(row.body, by=by),
        presence=given.choice(row.presence, rules.Presence, what="attendance"),
        on=day,
    )


def _refuse_two_seats(fresh: Sequence[Attendance], before: Sequence[Attendance]) -> None:
    """Refuse one person in two seats, or the same seat or person named twice."""
    keys = [str(row.seat_id) if row.seat_id else f"{row.person_id} {row.body_id}" for row in fresh]
    if len(set(keys)) < len(keys):
        raise Refused("One seat or person is named twice. Name each once")
    replaced = set(keys)
    taken = {str(row.person_id): str(row.seat_id or "") for row in before if row.person_id and str(row.seat_id) not in replaced}
    for row in fresh:
        if row.person_id and rules.Presence(row.presence) in rules.ATTENDED:
            refuse_if(rules.why_not_attend(str(row.person_id), seat=str(row.seat_id or ""), seats_taken=taken))
            taken[str(row.person_id)] = str(row.seat_id or "")


def _sat(meeting: Meeting, *, by: Viewer, chaired_by: str | None, started: time | None, ended: time | None) -> None:
    if started and ended and ended <= started:
        raise Refused("A meeting cannot end before it starts")
    chair = given.person_or_none(chaired_by, by=by)
    MeetingHeld.objects.create(**by.stamp, meeting=meeting, chaired_by=chair, started=started, ended=ended)


@deed
def record_held(
    ref: str,
    *,
    by: Viewer,
    on: date,
    chaired_by: str | None = None,
    started: time | None = None,
    ended: time | None = None,
    seen: int | None = None,
) -> None:
    """Record that a meeting took place on its day, who actually chaired and from when to when. Attendance comes first."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    if on != state.day and state.stage not in rules.LOCKED:
        raise Refused(f"The meeting is down for {say(state.day)}. If it was on {say(on)}, move it to that day first")
    attended = queries.came(queries.attendance_of(by, meeting))
    refuse_if(rules.why_not_hold(state.stage, date_of_meeting=state.day, today=by.today, attended=attended))
    given.change(meeting, by=by, seen=seen)
    step(meeting, rules.MeetingStage.HELD, by=by, on=on)
    _sat(meeting, by=by, chaired_by=chaired_by, started=started, ended=ended)
    record("partnership.meeting.held", meeting, by=by, on=on, attended=attended)


@deed
def correct_sitting(
    ref: str,
    *,
    by: Viewer,
    chaired_by: str | None = None,
    started: time | None = None,
    ended: time | None = None,
    seen: int | None = None,
) -> None:
    """Put right who chaired a held meeting and from when to when it sat, until its minutes are cleared."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    stage = queries.state_of(meeting).stage
    refuse_if(rules.why_not_change_minutes(stage) or (None if stage in rules.TOOK_PLACE else "Record the meeting as held first"))
    given.change(meeting, by=by, seen=seen)
    _sat(meeting, by=by, chaired_by=chaired_by, started=started, ended=ended)
    record("partnership.meeting.sitting-corrected", meeting, by=by)


@deed
def declare_interest(ref: str, *, by: Viewer, person: str, words: str, item: str | None = None) -> None:
    """Record an interest somebody declared at a meeting, or in one of its items."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    refuse_if(rules.why_not_change_minutes(state.stage))
    about = given.one(queries.items(by).filter(meeting=meeting), item, what="item of this meeting") if item else None
    text = given.words(words, ask="Say what the interest is")
    who, day = given.person(person, by=by), given.happened(state.day, by=by)
    Declaration.objects.create(**by.stamp, meeting=meeting, item=about, person=who, words=text, on=day)
    record("partnership.interest.declared", meeting, by=by, on=day)


@deed
def clear_minutes(ref: str, *, by: Viewer, on: date, done_by: str | None = None, seen: int | None = None) -> None:
    """Clear the minutes as chair, which locks the record of the meeting."""
    by.must(Permission.MINUTES_CLEAR)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    unfinished = queries.items_without_minutes(by, meeting=ref)
    held = state.on(rules.MeetingStage.HELD)
    refuse_if(rules.why_not_clear(state.stage, held=held, on=given.happened(on, by=by), unfinished=unfinished))
    given.change(meeting, by=by, seen=seen)
    step(meeting, rules.MeetingStage.CLEARED, by=by, on=on, done_by=given.person_or_none(done_by, by=by))
    record("partnership.minutes.cleared", meeting, by=by, on=on)


@deed
def approve_minutes(ref: str, *, by: Viewer, at_meeting: str, corrections: Sequence[str] = (), seen: int | None = None) -> None:
    """Record that a later meeting approved the minutes as a correct record, or with these corrections."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    later = given.one(queries.meetings(by).filter(group=meeting.group_id), at_meeting, what="meeting of this group")
    state, then = queries.state_of(meeting), queries.state_of(later)
    refuse_if(
        rules.why_not_approve(
            state.stage,
            held=state.on(rules.MeetingStage.HELD) or state.day,
            cleared=state.on(rules.MeetingStage.CLEARED),
            at_meeting_on=then.day,
        )
    )
    on = given.happened(then.day, by=by)
    if then.stage is rules.MeetingStage.CANCELLED:
        raise Refused("The later meeting was cancelled, so it approved nothing")
    given.change(meeting, by=by, seen=seen)
    for text in corrections:
        _correct(meeting, by=by, on=on, words=text, at_meeting=later, ref=None, once=None)
    step(meeting, rules.MeetingStage.APPROVED, by=by, on=on, at_meeting=later)
    record("partnership.minutes.approved", meeting, by=by, on=on, corrections=len(corrections))


def _correct(
    meeting: Meeting, *, by: Viewer, on: date, words: str, ref: str | None, once: UUID | None, marking: str = "official", **more: Any
) -> Correction:
    kept = highest((marking, *(about.marking for about in (more.get("item"), more.get("decision")) if about)))
    first, before = given.new(Correction, counter("K", kept), by=by, ref=ref, once=once)
    if before:
        return before
    text = given.words(words, ask="Say what the record should say")
    return Correction.objects.create(**first, meeting=meeting, words=text, on=on, marking=kept, **more)


@deed
def correct_after_clearing(
    ref: str,
    *,
    by: Viewer,
    on: date,
    words: str,
    item: str | None = None,
    decision: str | None = None,
    at_meeting: str | None = None,
    marking: str = "official",
    correction_ref: str | None = None,
    once: UUID | None = None,
) -> Correction:
    """Put the locked record of a meeting right: beside it, dated, pointing to what it corrects."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    cleared = state.on(rules.MeetingStage.CLEARED)
    if state.stage not in rules.LOCKED or cleared is None:
        raise Refused("The minutes are not cleared yet, so change them themselves")
    if given.happened(on, by=by) < cleared:
        raise Refused(f"The minutes were cleared on {say(cleared)}; a correction beside them is dated then or later")
    correction = _correct(
        meeting,
        by=by,
        on=on,
        words=words,
        ref=correction_ref,
        once=once,
        marking=given.marked(marking, by=by),
        item=given.one(queries.items(by).filter(meeting=meeting), item, what="item of this meeting") if item else None,
        decision=given.one(queries.decisions(by).filter(meeting=meeting), decision, what="decision of this meeting") if decision else None,
        at_meeting=given.one(queries.meetings(by).filter(group=meeting.group_id), at_meeting, what="meeting") if at_meeting else None,
    )
    record("partnership.minutes.corrected", correction, by=by, on=on)
    return correction
