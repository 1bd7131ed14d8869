"""What is due in section 1: actions, and meetings to call, write up, clear and approve."""

from datetime import date, timedelta

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.due import Due
from dueregard.partnership.queries.actions import actions_due
from dueregard.partnership.queries.meetings import MeetingRow, meeting_rows
from dueregard.partnership.rules.meetings import MeetingStage

CALL_DAYS = 14  # ours: a planned meeting is called two weeks ahead
CLEAR_DAYS = 14  # ours: minutes are cleared within two weeks


def due(viewer: Viewer, *, until: date) -> list[Due]:
    """Everything of section 1 that is due by a day, the late included, earliest first."""
    found = actions_due(viewer, until=until)
    for row in meeting_rows(viewer):
        found += _of(row)
    return sorted((one for one in found if one.on <= until), key=lambda one: (one.on, one.says))


def _of(row: MeetingRow) -> list[Due]:
    what = f"the meeting of {say(row.day)}"
    if row.stage is MeetingStage.PLANNED:
        return [_meeting(row, row.day - timedelta(days=CALL_DAYS), f"Call {what}", f"{row.group_name}, planned")]
    if row.stage is MeetingStage.CALLED:
        return [_meeting(row, row.day, f"Hold and write up {what}", f"{row.group_name}, called")]
    if row.stage is MeetingStage.HELD:
        return [_meeting(row, row.day + timedelta(days=CLEAR_DAYS), f"Clear the minutes of {what}", f"{row.group_name}, held")]
    return []


def _meeting(row: MeetingRow, on: date, says: str, why: str) -> Due:
    return Due(on=on, says=says, why=why, part="1 Partnership group", page="partnership:meeting", ref=row.ref)
