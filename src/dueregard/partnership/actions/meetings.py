"""Deeds on meetings before they are held: planning, calling, moving, cancelling, answering."""

from datetime import date, time
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions import invitations
from dueregard.partnership.actions.groups import active
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Meeting, MeetingDate, MeetingStep, Reply
from dueregard.partnership.rules import agenda as agenda_rules
from dueregard.partnership.rules import meetings as rules


def step(meeting: Meeting, stage: rules.MeetingStage, *, by: Viewer, on: date, **more: object) -> None:
    """Take a meeting a stage further; never to a day before the stage it has reached."""
    last = queries.state_of(meeting).last_step
    if last is not None and on < last:
        raise Refused(f"The record of this meeting goes up to {say(last)} already, so it cannot be {stage.label.lower()} on {say(on)}")
    MeetingStep.objects.create(**by.stamp, meeting=meeting, stage=stage, on=on, **more)


def _times(starts: time | None, ends: time | None) -> dict[str, time | None]:
    if starts and ends and ends <= starts:
        raise Refused("A meeting cannot end before it starts")
    return {"starts": starts, "ends": ends}


@deed
def plan_meeting(
    group: str,
    *,
    by: Viewer,
    on: date,
    day: date,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Meeting:
    """Set the day of an ordinary meeting that is to come."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Meeting, "M", by=by, ref=ref, once=once)
    if before:
        return before
    of = queries.groups_to_change(by).get(ref=group)
    active(of, on=given.happened(on, by=by))
    refuse_if(rules.why_not_plan(date_of_meeting=day, on=on))
    meeting = Meeting.objects.create(**first, group=of, kind=rules.MeetingKind.ORDINARY)
    MeetingDate.objects.create(**by.stamp, meeting=meeting, on=on, day=day, place=place.strip(), **_times(starts, ends))
    step(meeting, rules.MeetingStage.PLANNED, by=by, on=on)
    record("partnership.meeting.planned", meeting, by=by, on=on, day=day)
    return meeting


@deed
def write_up_meeting(
    group: str,
    *,
    by: Viewer,
    on: date,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    called_because: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Meeting:
    """Begin the record of a meeting that took place on a day and was never planned here; with why, if it was called at once."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Meeting, "M", by=by, ref=ref, once=once)
    if before:
        return before
    of = queries.groups_to_change(by).get(ref=group)
    active(of, on=given.happened(on, by=by))
    because = called_because.strip()
    kind = rules.MeetingKind.EXTRAORDINARY if because else rules.MeetingKind.ORDINARY
    meeting = Meeting.objects.create(**first, group=of, kind=kind, called_because=because)
    MeetingDate.objects.create(**by.stamp, meeting=meeting, on=on, day=on, place=place.strip(), **_times(starts, ends))
    record("partnership.meeting.written-up", meeting, by=by, on=on)
    return meeting


@deed
def call_at_once(
    group: str,
    *,
    by: Viewer,
    on: date,
    day: date,
    because: str,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Meeting:
    """Call an extraordinary meeting at once, with why; it counts for nothing but being called."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Meeting, "M", by=by, ref=ref, once=once)
    if before:
        return before
    of = queries.groups_to_change(by).get(ref=group)
    active(of, on=given.happened(on, by=by))
    refuse_if(rules.why_not_plan(date_of_meeting=day, on=on))
    why = given.words(because, ask="Say why the meeting is called at once")
    meeting = Meeting.objects.create(**first, group=of, kind=rules.MeetingKind.EXTRAORDINARY, called_because=why)
    MeetingDate.objects.create(**by.stamp, meeting=meeting, on=on, day=day, place=place.strip(), **_times(starts, ends))
    step(meeting, rules.MeetingStage.PLANNED, by=by, on=on)
    step(queries.meetings(by).get(pk=meeting.pk), rules.MeetingStage.CALLED, by=by, on=on)
    invitations.invite(meeting, by=by, day=day)
    record("partnership.meeting.called-at-once", meeting, by=by, on=on, day=day)
    return meeting


@deed
def call_meeting(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> None:
    """Call a planned meeting: everybody on the group is asked to it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    refuse_if(rules.why_not_call(state.stage, date_of_meeting=state.day, on=given.happened(on, by=by)))
    given.change(meeting, by=by, seen=seen)
    step(meeting, rules.MeetingStage.CALLED, by=by, on=on)
    invitations.invite(meeting, by=by, day=state.day)
    record("partnership.meeting.called", meeting, by=by, on=on)


@deed
def move_meeting(
    ref: str,
    *,
    by: Viewer,
    on: date,
    day: date,
    starts: time | None = None,
    ends: time | None = None,
    place: str = "",
    because: str = "",
    seen: int | None = None,
) -> None:
    """Move a meeting to another day, time or place; whoever was asked to it is told."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    refuse_if(rules.why_not_move_date(state.stage, to=day, on=given.happened(on, by=by)))
    given.change(meeting, by=by, seen=seen)
    MeetingDate.objects.create(
        **by.stamp, meeting=meeting, on=on, day=day, place=place.strip(), because=because.strip(), **_times(starts, ends)
    )
    if state.stage is rules.MeetingStage.CALLED:
        invitations.tell_moved(meeting, by=by, before=state.day, day=day)
    record("partnership.meeting.moved", meeting, by=by, on=on, day=day)


@deed
def cancel_meeting(ref: str, *, by: Viewer, on: date, because: str, seen: int | None = None) -> None:
    """Cancel a meeting that will not take place, with why; whoever was asked to it is told."""
    by.must(Permission.PARTNERSHIP_EDIT)
    meeting = queries.meetings_to_change(by).get(ref=ref)
    state = queries.state_of(meeting)
    refuse_if(rules.why_not_cancel(state.stage, because=because))
    given.change(meeting, by=by, seen=seen)
    step(meeting, rules.MeetingStage.CANCELLED, by=by, on=given.happened(on, by=by), because=because.strip())
    if state.stage is rules.MeetingStage.CALLED:
        invitations.tell_cancelled(meeting, by=by, day=state.day)
    record("partnership.meeting.cancelled", meeting, by=by, on=on)


@deed
def reply(ref: str, *, by: Viewer, on: date, person: str, answer: str, substitute: str | None = None, words: str = "") -> None:
    """Record how somebody answered the invitation; the last answer holds."""
    by.must_any((Permission.PARTNERSHIP_EDIT, Permission.ACTION_UPDATE))
    meeting = queries.meetings_to_change(by).get(ref=ref)
    refuse_if(agenda_rules.why_not_reply(queries.state_of(meeting).stage))
    who = given.person(person, by=by)
    if not by.may(Permission.PARTNERSHIP_EDIT) and by.person_id != who.pk:
        raise Refused("You can answer for yourself only. Ask whoever calls the meeting to record anybody else’s answer")
    answered = given.choice(answer, agenda_rules.ReplyAnswer, what="answer")
    Reply.objects.create(
        **by.stamp,
        meeting=meeting,
        person=who,
        answer=answered,
        substitute=given.person_or_none(substitute, by=by),
        words=words.strip(),
        by_link_id=by.link_id,
        on=given.happened(on, by=by),
    )
    record("partnership.meeting.replied", meeting, by=by, on=on, answer=answered)
