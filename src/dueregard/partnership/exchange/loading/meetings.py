"""The deeds that make a file's meetings: their dates, agendas, attendance and minutes, and in the end their clearing."""

from collections.abc import Iterator
from datetime import date

from dueregard.basics.part import FileDeed
from dueregard.partnership import actions
from dueregard.partnership.exchange.loading.asked import At
from dueregard.partnership.exchange.shapes.meetings import ItemIn, MeetingIn


def dates(meetings: list[MeetingIn], at: At) -> Iterator[FileDeed]:
    """Meetings planned, called, moved, answered; or begun as a record afterwards."""
    for index, meeting in enumerate(meetings):
        here = at / index
        yield _begun(meeting, here)
        for place, moved in enumerate(meeting.moved):
            given = {"day": moved.day, "starts": moved.starts, "ends": moved.ends, "place": moved.place, "because": moved.because}
            yield here.after("moved", place).do(moved, actions.move_meeting, meeting.ref, on=moved.date, **given)
        if meeting.called and not (meeting.called_because and meeting.planned):
            yield (here / "called").do(meeting.called, actions.call_meeting, meeting.ref, on=meeting.called.date)
        for place, reply in enumerate(meeting.replies):
            answer = {"person": reply.person, "answer": reply.answer, "substitute": reply.substitute, "words": reply.words}
            yield (here / "replies" / place).do(reply, actions.reply, meeting.ref, on=reply.date, **answer)


def _begun(meeting: MeetingIn, at: At) -> FileDeed:
    given = {"starts": meeting.starts, "ends": meeting.ends, "place": meeting.place, "ref": meeting.ref}
    because, planned = meeting.called_because, meeting.planned
    if planned is None:
        act = actions.write_up_meeting
        return at.deed(meeting.day, meeting.typed, act, meeting.group, on=meeting.day, called_because=because, **given)
    if because:
        act_now = actions.call_at_once
        return (at / "planned").do(planned, act_now, meeting.group, on=planned.date, day=meeting.day, because=because, **given)
    return (at / "planned").do(planned, actions.plan_meeting, meeting.group, on=planned.date, day=meeting.day, **given)


def agendas(meetings: list[MeetingIn], at: At, *, raised: dict[str, date], after: bool) -> Iterator[FileDeed]:
    """Items put on agendas; those that take up an action raised that very day come after it (`raised`: when each action was)."""
    for index, meeting in enumerate(meetings):
        for place, item in enumerate(meeting.items):
            here = at / index / "items" / place
            if (item.action is not None and raised.get(item.action) == item.date) is after:
                yield _item(meeting, item, place, here)
                yield from _papers(item, here)
                if item.withdrawn:
                    yield (here / "withdrawn").do(item.withdrawn, actions.withdraw_item, item.ref, on=item.withdrawn.date)


def _item(meeting: MeetingIn, item: ItemIn, place: int, here: At) -> FileDeed:
    given = item.model_dump(exclude={"date", "typed", "takes_up", "starts", "minutes", "papers", "withdrawn", "position"})
    return here.do(item, actions.add_item, meeting.ref, on=item.date, position=item.position or place + 1, **given)


def _papers(item: ItemIn, here: At) -> Iterator[FileDeed]:
    for place, paper in enumerate(item.papers):
        at = here / "papers" / place
        yield at.do(paper, actions.add_paper, item.ref, on=paper.date, version=paper.version, ref=paper.ref)
        for number, check in enumerate(paper.checks):
            yield (at / "checks" / number).do(check, actions.check_paper, paper.ref, on=check.date, check=check.check)


def sittings(meetings: list[MeetingIn], at: At) -> Iterator[FileDeed]:
    """Who came, that it was held, who chaired and what was declared."""
    for index, meeting in enumerate(meetings):
        here, day = at / index, meeting.last_day
        yield from _attendance(meeting, here)
        if held := meeting.held:
            given = {"chaired_by": held.chaired_by, "started": held.started, "ended": held.ended}
            yield (here / "held").do(held, actions.record_held, meeting.ref, on=held.date, **given)
        for place, sat in enumerate(meeting.sat):
            put_right = {"chaired_by": sat.chaired_by, "started": sat.started, "ended": sat.ended}
            yield here.after("sat", place).deed(day, sat.typed, actions.correct_sitting, meeting.ref, **put_right)
        for place, declared in enumerate(meeting.declarations):
            said = {"person": declared.person, "words": declared.words, "item": declared.item}
            yield (here / "declarations" / place).deed(day, declared.typed, actions.declare_interest, meeting.ref, **said)


def _attendance(meeting: MeetingIn, here: At) -> Iterator[FileDeed]:
    """Rows that were typed together are one deed."""
    together: dict[object, list[int]] = {}
    for place, row in enumerate(meeting.attendance):
        together.setdefault(row.typed, []).append(place)
    for typed, places in together.items():
        rows = [meeting.attendance[place] for place in places]
        came = [actions.Came(seat=row.seat, person=row.person, body=row.body, presence=row.presence) for row in rows]
        at = here / "attendance" / places[0] if typed else here / "attendance"
        yield at.deed(meeting.last_day, rows[0].typed, actions.record_attendance, meeting.ref, came=came)


def taken_up(meetings: list[MeetingIn], at: At) -> Iterator[FileDeed]:
    """The actions that items take up together, once they are raised."""
    for index, meeting in enumerate(meetings):
        for place, item in enumerate(meeting.items):
            for number, row in enumerate(item.takes_up):
                here = (at / index / "items" / place).apart("takes_up", number)
                yield here.do(row, actions.take_up, item.ref, on=row.date, actions=[row.action])


def minutes(meetings: list[MeetingIn], at: At) -> Iterator[FileDeed]:
    """When the meeting came to each item, and what was written of it."""
    for index, meeting in enumerate(meetings):
        for place, item in enumerate(meeting.items):
            here = at / index / "items" / place
            for number, start in enumerate(item.starts):
                yield (here / "starts" / number).deed(meeting.last_day, start.typed, actions.start_item, item.ref, at=start.at)
            for number, minute in enumerate(item.minutes):
                given = {"words": minute.words, "outcome": minute.outcome, "marking": minute.marking}
                yield (here / "minutes" / number).deed(meeting.last_day, minute.typed, actions.write_minute, item.ref, **given)


def closings(meetings: list[MeetingIn], at: At) -> Iterator[FileDeed]:
    """Minutes cleared, approved and put right, meetings cancelled: after everything else of the day."""
    for index, meeting in enumerate(meetings):
        here = at / index
        if cleared := meeting.cleared:
            yield (here / "cleared").do(cleared, actions.clear_minutes, meeting.ref, on=cleared.date, done_by=cleared.done_by)
        for place, row in enumerate(meeting.corrections):
            given = row.model_dump(exclude={"date", "typed", "ref"})
            act = actions.correct_after_clearing
            yield (here / "corrections" / place).do(row, act, meeting.ref, on=row.date, correction_ref=row.ref, **given)
        if approved := meeting.approved:
            yield (here / "approved").do(approved, actions.approve_minutes, meeting.ref, at_meeting=approved.at)
        if gone := meeting.cancelled:
            yield (here / "cancelled").do(gone, actions.cancel_meeting, meeting.ref, on=gone.date, because=gone.because)
