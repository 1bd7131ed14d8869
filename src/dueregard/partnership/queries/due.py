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
        found += _of(row, viewer.today)
    return sorted((one for one in found if one.on <= until), key=lambda one: (one.on, one.says))


def _of(row: MeetingRow, today: date) -> list[Due]:
    what = f"the meeting of {say(row.day)}"
    if row.stage is MeetingStage.HELD:
        return [_meeting(row, row.day + timedelta(days=CLEAR_DAYS), f"Clear the minutes of {what}", f"{row.group_name}, held")]
    if row.stage not in {MeetingStage.PLANNED, MeetingStage.CALLED}:
        return []
    so_far = f"{row.group_name}, {row.stage.label.lower()}"
    if row.day < today:
        return [_meeting(row, row.day, f"Write up {what}, or say that it did not take place", so_far)]
    if row.stage is MeetingStage.PLANNED:
        return [_meeting(row, row.day - timedelta(days=CALL_DAYS), f"Call {what}", so_far)]
    return [_meeting(row, row.day, f"Hold and write up {what}", so_far)]


def _meeting(row: MeetingRow, on: date, says: str, why: str) -> Due:
    return Due(on=on, says=says, why=why, part="1 Partnership group", page="partnership:meeting", ref=row.ref)
