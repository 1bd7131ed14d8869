"""Invented partnerships for tests, made through the same deeds as the pages: a group, its seats, its meetings."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import Model

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.audit.models import Event
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import BodyFactory, PersonFactory, PostFactory
from dueregard.partnership import actions
from dueregard.partnership.models import AgendaItem, Decision, Group, Meeting, Seat

BEGAN = date(2024, 1, 8)
SECTORS = ("local-authority", "police", "education", "health", "probation")
YES = actions.Answers(
    mindful=True,
    mindful_because="The profile of May names it",
    proportionate=True,
    proportionate_because="Two schools, no names",
    reduces=True,
    reduces_because="Parents asked for it",
)


def the_lead_on(area: Area, day: date = TODAY) -> Viewer:
    """The lead at work on a day: what happens that day is typed that day, at noon."""
    return a_viewer(area, Role.LEAD, cleared=True, now=datetime.combine(day, time(12), UTC))


def the_chair_on(area: Area, day: date = TODAY) -> Viewer:
    """The chair at work on a day."""
    return a_viewer(area, Role.CHAIR, cleared=True, now=datetime.combine(day, time(12), UTC))


def a_group(area: Area, *functions: str, name: str = "Prevent partnership group", on: date = BEGAN) -> Group:
    """A group that oversees Prevent, unless it is said what else it does."""
    return actions.found_group(name, by=the_lead_on(area, on), on=on, functions=functions or ("oversight",))


def a_person(area: Area, **more: Any) -> str:
    """Somebody of a body of the area: their ref."""
    return str(PersonFactory(area=area, **more).ref)


def a_body(area: Area, **more: Any) -> str:
    """A body of the area: its ref."""
    return str(BodyFactory(area=area, **more).ref)


def a_post(area: Area, **more: Any) -> str:
    """A post of the area: its ref."""
    return str(PostFactory(area=area, **more).ref)


def a_seat(group: Group, sector: str = "police", *, on: date = BEGAN, body: str | None = None) -> Seat:
    """A sector's seat on a group."""
    given = body or a_body(group.area)
    return actions.open_seat(group.ref, by=the_lead_on(group.area, on), on=on, kind="sector", sector=sector, body=given)


def seats_of_all(group: Group, *, on: date = BEGAN) -> list[Seat]:
    """A seat of each sector that must have one."""
    return [a_seat(group, sector, on=on) for sector in SECTORS]


def a_chair(group: Group, *, on: date = BEGAN, person: str | None = None, **more: Any) -> str:
    """Somebody chairs the group: the membership's ref."""
    who = person or a_person(group.area)
    return actions.appoint(group.ref, by=the_lead_on(group.area, on), on=on, person=who, role="chair", **more).ref


def a_planned_meeting(group: Group, day: date = TODAY, *, on: date | None = None) -> Meeting:
    """A meeting planned three weeks ahead."""
    planned = on or day - timedelta(days=21)
    return actions.plan_meeting(
        group.ref, by=the_lead_on(group.area, planned), on=planned, day=day, starts=time(10), ends=time(12), place="Council house"
    )


def an_item(meeting: Meeting, title: str = "Any other business", *, on: date, **more: Any) -> AgendaItem:
    """Something on a meeting's agenda."""
    return actions.add_item(meeting.ref, by=the_lead_on(meeting.area, on), on=on, title=title, **more)


def a_held_meeting(group: Group, day: date, *, came: list[Seat], item: str = "Any other business") -> tuple[Meeting, AgendaItem]:
    """A meeting that was planned, held and written up on its day, with one item that says something."""
    meeting = a_planned_meeting(group, day)
    lead = the_lead_on(group.area, day)
    there = [actions.Came(seat=seat.ref, presence="present") for seat in came]
    actions.record_attendance(meeting.ref, by=lead, came=there)
    actions.record_held(meeting.ref, by=lead, on=day)
    put = an_item(meeting, item, on=day)
    actions.write_minute(put.ref, by=lead, words="It was talked about")
    return meeting, put


def a_cleared_meeting(group: Group, day: date, *, came: list[Seat]) -> tuple[Meeting, AgendaItem]:
    """A held meeting whose minutes the chair cleared a week later."""
    meeting, item = a_held_meeting(group, day, came=came)
    later = day + timedelta(days=7)
    actions.clear_minutes(meeting.ref, by=the_chair_on(group.area, later), on=later)
    return meeting, item


def a_decision(item: AgendaItem, *, on: date, kind: str = "delivery", **more: Any) -> Decision:
    """Something was decided at an item, on the day of its meeting."""
    lead = the_lead_on(item.area, on)
    return actions.record_decision(item.ref, by=lead, on=on, words="Pay for two workshops", kind=kind, **more)


@contextmanager
def inside(area: Area) -> Iterator[None]:
    """Look at an area's rows in a test, also where row-level security keeps them."""
    with scope(the_lead_on(area)):
        yield


def rows(model: type[Model], area: Area, **wanted: Any) -> list[Any]:
    """The rows of a table in an area, in the order they were typed."""
    with inside(area):
        return list(model._default_manager.filter(area=area, **wanted).order_by("typed_at", "id"))


def trail(area: Area) -> list[str]:
    """What the trail of an area says was done, in order."""
    with inside(area):
        return list(Event.objects.filter(area_id=area.pk).order_by("number").values_list("verb", flat=True))
