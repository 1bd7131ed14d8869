"""A meeting as a calendar entry."""

from django.conf import settings

from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.meetings import meetings, state_of
from dueregard.partnership.rules.calendars import invitation_calendar
from dueregard.partnership.rules.meetings import MeetingStage
from dueregard.ui.places import address_of


def meeting_calendar(viewer: Viewer, *, meeting: str) -> str:
    """The calendar entry of a meeting as it stands, with the address of its page."""
    found = meetings(viewer).get(ref=meeting)
    state = state_of(found)
    page = address_of("meeting", meeting, area=viewer.area) or f"/{viewer.area}/"
    return invitation_calendar(
        meeting,
        area=viewer.area,
        times_set=len(found.dates.all()),
        day=state.day,
        starts=state.starts,
        ends=state.ends,
        place=state.place,
        address=f"{settings.ADDRESS}{page}",
        is_cancelled=state.stage is MeetingStage.CANCELLED,
        made_at=viewer.now,
    )
