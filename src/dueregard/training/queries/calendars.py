"""A session as a calendar entry."""

from django.conf import settings

from dueregard.access.viewer import Viewer
from dueregard.partnership.rules.calendars import invitation_calendar
from dueregard.training.queries.sessions import as_row, moves, sessions
from dueregard.ui.places import address_of

SUMMARY = "Training"  # and no more: neither the course nor for whom it is


def session_calendar(viewer: Viewer, *, session: str) -> str:
    """The calendar entry of a session as it stands, with the address of its page; it names neither course nor people."""
    row = as_row(viewer, sessions(viewer).get(ref=session))
    slot, is_held = row.slot, row.is_held
    return invitation_calendar(
        session,
        area=viewer.area,
        times_set=1 + moves(viewer, row.session).count(),
        day=row.day,
        starts=None if is_held and row.day != slot.day else slot.starts,
        ends=None if is_held and row.day != slot.day else slot.ends,
        place=slot.place,
        address=f"{settings.ADDRESS}{address_of('session', session, area=viewer.area) or f'/{viewer.area}/'}",
        is_cancelled=row.is_cancelled,
        made_at=viewer.now,
        summary=SUMMARY,
    )
