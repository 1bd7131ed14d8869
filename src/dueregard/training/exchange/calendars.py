"""A session as a calendar file, which leaves the house: that it did is noted in the trail."""

from dueregard.access.viewer import Viewer
from dueregard.training.actions.taking_away import take_session_away
from dueregard.training.queries.calendars import session_calendar


def session_file(viewer: Viewer, ref: str) -> bytes:
    """The calendar file of a session."""
    content = session_calendar(viewer, session=ref).encode()
    take_session_away(ref, by=viewer, ending="ics")
    return content
