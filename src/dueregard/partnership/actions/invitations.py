"""Whom a meeting's mails go to: everybody on the group who has an address. One key for each meeting, day and person."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.dispatch.actions import call_off, enqueue
from dueregard.dispatch.rules import MessageKind
from dueregard.partnership import queries
from dueregard.partnership.models import Meeting
from dueregard.partnership.queries.calendars import meeting_calendar
from dueregard.ui.places import address_of

REMIND_DAYS = 7  # ours: a reminder goes a week before


def _asked(meeting: Meeting, *, by: Viewer, day: date) -> list[tuple[str, str]]:
    """The people on the group on the day of the meeting who have an address: ref and address, each once. An area file asks nobody."""
    if by.machine == "operator":
        return []
    rows = queries.memberships(by, on=min(day, by.today)).filter(group=meeting.group_id).exclude(person__email="")
    return sorted(set(rows.values_list("person__ref", "person__email")))


def _tell(meeting: Meeting, kind: MessageKind, *, by: Viewer, day: date) -> None:
    asked = _asked(meeting, by=by, day=day)
    if not asked:
        return
    page = address_of("meeting", meeting.ref, area=by.area) or f"/{by.area}/"
    entry = meeting_calendar(by, meeting=meeting.ref)
    for person, email in asked:
        key = f"meeting-{kind.value}:{meeting.ref}:{day}:{person}:{meeting.version}"
        enqueue(key, by=by, kind=kind, to=email, page=page, calendar=entry)


def _remind(meeting: Meeting, *, by: Viewer, day: date) -> None:
    at = timezone.make_aware(datetime.combine(day - timedelta(days=REMIND_DAYS), time(8)))
    asked = _asked(meeting, by=by, day=day) if at > by.now else []
    if not asked:
        return
    page = address_of("meeting", meeting.ref, area=by.area) or f"/{by.area}/"
    for person, email in asked:
        enqueue(_reminder(meeting, day, person), by=by, kind=MessageKind.REMINDER, to=email, page=page, due_at=at)


def _reminder(meeting: Meeting, day: date, person: str) -> str:
    return f"meeting-reminder:{meeting.ref}:{day}:{person}"


def _forget(meeting: Meeting, *, by: Viewer, day: date) -> None:
    for person, _ in _asked(meeting, by=by, day=day):
        call_off(_reminder(meeting, day, person), by=by)


def invite(meeting: Meeting, *, by: Viewer, day: date) -> None:
    """Ask everybody on the group to the meeting, and remind them before it."""
    _tell(meeting, MessageKind.CALLED, by=by, day=day)
    _remind(meeting, by=by, day=day)


def tell_moved(meeting: Meeting, *, by: Viewer, before: date, day: date) -> None:
    """Tell whoever was asked that the meeting has moved; the old reminder is called off."""
    _forget(meeting, by=by, day=before)
    _tell(meeting, MessageKind.MOVED, by=by, day=day)
    _remind(meeting, by=by, day=day)


def tell_cancelled(meeting: Meeting, *, by: Viewer, day: date) -> None:
    """Tell whoever was asked that the meeting will not take place."""
    _forget(meeting, by=by, day=day)
    _tell(meeting, MessageKind.CANCELLED, by=by, day=day)
