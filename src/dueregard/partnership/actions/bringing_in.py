"""Deeds that bring last year's files in, through the same deeds as the pages: all of a file or nothing of it."""

from collections.abc import Sequence

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions import meetings, sittings
from dueregard.partnership.actions.recording import record, record_many
from dueregard.partnership.actions.several import tell_actions
from dueregard.partnership.rules.bringing_in.at_table import MeetingSaid
from dueregard.partnership.rules.bringing_in.said import ActionSaid

LOG = "As the action log said when it was brought in"


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
    told = tell_actions(said, by=by, group=of, source=LOG)
    if said:
        among = [one.among for one in told]
        record_many("partnership.actions.brought-in", of, by=by, kind="partnership.action", among=among, digest=digest)
    return len(said)
