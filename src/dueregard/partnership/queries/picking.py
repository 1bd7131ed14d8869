"""What the forms of section 1 offer to pick from: items still open for minutes, meetings, checks made before."""

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.guidance.queries import threat_checks
from dueregard.partnership.queries.agenda import items
from dueregard.partnership.queries.meetings import meeting_rows
from dueregard.partnership.rules.meetings import LOCKED, MeetingStage


def open_item_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The items at which something can still be minuted, latest meeting first: the day has come, and the minutes are not cleared."""
    shut = LOCKED | {MeetingStage.CANCELLED}
    open_now = {row.ref: row for row in meeting_rows(viewer) if row.stage not in shut and row.day <= viewer.today}
    found = list(items(viewer).filter(meeting__ref__in=open_now))
    order = list(open_now)
    found.sort(key=lambda item: (order.index(item.meeting.ref), item.position))
    return [(item.ref, f"{say(open_now[item.meeting.ref].day)}, item {item.position}: {item.title}") for item in found]


def past_meeting_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The meetings whose day has come and that were not cancelled, latest first: ref, day and group."""
    rows = (row for row in meeting_rows(viewer) if row.day <= viewer.today and row.stage is not MeetingStage.CANCELLED)
    return [(row.ref, f"{say(row.day)}, {row.group_name}") for row in rows]


def check_choices(viewer: Viewer) -> list[tuple[str, str]]:
    """The Security Threat Checks made before: ref and day."""
    return [(check.ref, f"{check.ref}, made on {say(check.on)}") for check in threat_checks(viewer)]
