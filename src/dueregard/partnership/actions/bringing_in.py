"""Deeds that bring last year's files in, through the same deeds as the pages: all of a file or nothing of it."""

from collections.abc import Sequence
from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused
from dueregard.partnership import queries
from dueregard.partnership.actions import actions, given, meetings, sittings
from dueregard.partnership.actions.recording import record
from dueregard.partnership.rules.bringing_in.acting import ActionSaid
from dueregard.partnership.rules.bringing_in.at_table import MeetingSaid
from dueregard.partnership.rules.decisions import ActionStatus


@deed
def bring_in_attendance(group: str, *, by: Viewer, said: Sequence[MeetingSaid], digest: str) -> int:
    """Record who came to last year's meetings as a sheet says: meetings not there yet are begun, and each is recorded as held."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = given.one(queries.groups(by), group, what="group")
    for one in said:
        try:
            _meeting(of.ref, one, by=by)
        except Refused as refusal:
            raise Refused(f"Meeting of {say(one.day)}: {refusal}. Nothing of the file is written") from refusal
    if said:
        record("partnership.attendance.brought-in", of, by=by, meetings=len(said), digest=digest)
    return len(said)


def _meeting(group: str, one: MeetingSaid, *, by: Viewer) -> None:
    ref = one.ref or meetings.write_up_meeting(group, by=by, on=one.day).ref
    came = [
        sittings.Came(presence=row.presence, seat=row.seat or None, person=row.person or None, body=row.body or None) for row in one.came
    ]
    if came:
        sittings.record_attendance(ref, by=by, came=came)
    if not one.took_place:
        sittings.record_held(ref, by=by, on=one.day)


@deed
def bring_in_actions(group: str, *, by: Viewer, said: Sequence[ActionSaid], digest: str) -> int:
    """Record the actions of a log, with the last word on each and whether it was done."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = given.one(queries.groups(by), group, what="group")
    for one in said:
        try:
            _action(of.ref, one, by=by)
        except Refused as refusal:
            raise Refused(f"Row {one.number}: {refusal}. Nothing of the file is written") from refusal
    if said:
        record("partnership.actions.brought-in", of, by=by, actions=len(said), digest=digest)
    return len(said)


def _action(group: str, one: ActionSaid, *, by: Viewer) -> None:
    ref = one.ref or _raised(group, one, by=by, on=one.on)
    if one.words or (one.rag and not one.ref):
        words = one.words or "As the action log said when it was brought in"
        actions.update_action(ref, by=by, on=one.day, words=words, rag=one.rag.value if one.rag else "")
    if one.ends is ActionStatus.DONE:
        actions.finish_action(ref, by=by, on=one.day)
    elif one.ends is ActionStatus.DROPPED:
        actions.drop_action(ref, by=by, on=one.day, because=one.words[:400] or "Dropped, as the action log said")


def _raised(group: str, one: ActionSaid, *, by: Viewer, on: date) -> str:
    return actions.raise_action(one.what, by=by, on=on, body=one.body, person=one.person or None, due=one.due, group=group).ref
