"""What a meeting's calendar entry says: Meeting, when, where and the page's address, and nothing of what it is about. Pure Python."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

LONDON = ZoneInfo("Europe/London")
# When the clocks last changed their rule; from then on each year's last Sundays, as the Summer Time Order has it.
CLOCKS = (
    (TimezoneDaylight, "BST", datetime(1981, 3, 29, 1), 3, timedelta(), timedelta(hours=1)),
    (TimezoneStandard, "GMT", datetime(1996, 10, 27, 2), 10, timedelta(hours=1), timedelta()),
)


def invitation_calendar(
    ref: str,
    *,
    area: str,
    times_set: int,
    day: date,
    starts: time | None,
    ends: time | None,
    place: str,
    address: str,
    is_cancelled: bool,
    made_at: datetime,
    summary: str = "Meeting",
) -> str:
    """The calendar entry of a meeting, or of what else is on a day.

    Its UID stays the same; each new day, and a cancelling, takes its SEQUENCE further.
    """
    entry = Event()
    entry.add("uid", f"{area}-{ref}@due-regard.invalid")
    entry.add("sequence", times_set - 1 + is_cancelled)
    entry.add("dtstamp", made_at.astimezone(UTC))
    entry.add("summary", summary)
    for name, moment in _when(day, starts, ends).items():
        entry.add(name, moment)
    if place:
        entry.add("location", place)
    entry.add("url", address)
    entry.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    entry.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Due Regard//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if starts:
        calendar.add_component(_clock())
    calendar.add_component(entry)
    return str(calendar.to_ical().decode())


def _when(day: date, starts: time | None, ends: time | None) -> dict[str, date | datetime]:
    """From when to when; a meeting without a time has its whole day."""
    if starts is None:
        return {"dtstart": day, "dtend": day + timedelta(days=1)}
    last = {"dtend": datetime.combine(day, ends, LONDON)} if ends else {}
    return {"dtstart": datetime.combine(day, starts, LONDON), **last}


def _clock() -> Timezone:
    """Europe/London, spelt out, since not every calendar knows it by name."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    for kind, name, since, month, before, after in CLOCKS:
        change = kind()
        change.add("dtstart", since)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        change.add("tzname", name)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        zone.add_component(change)
    return zone
