"""What a test of a page needs: the words a person would read, what a browser would send back, and a group that can meet."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory, UserFactory
from dueregard.organisations.models import Area, Person
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Group, Meeting, Seat
from dueregard.partnership.tests.stories import a_chair, a_group, a_seat, rows, the_lead_on


def today() -> date:
    """Pages read the real clock, so their tests tell their stories around it."""
    return timezone.localdate()


def words(response: HttpResponse) -> str:
    """What a person reads on a page, without its tags."""
    body = response.content.decode().split("<main", 1)[-1].split("</main>", 1)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


class _Fields(HTMLParser):
    """The fields of a page's forms that post, as a browser would send them back untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Any] = {}
        self.area = self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "textarea":
            self.area, self.found[name] = name, ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in given or self.select not in self.found):
            self.found[self.select] = given.get("value", "")
        elif tag == "input" and name and (kind not in {"radio", "checkbox"} or "checked" in given):
            self.found[name] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.found[self.area] += data.lstrip("\r\n") if not self.found[self.area] else data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "select":
            self.select = ""


def sent_back(response: HttpResponse, **typed: Any) -> dict[str, Any]:
    """What a browser would send if this and nothing else were typed into the page."""
    fields = _Fields()
    fields.feed(response.content.decode())
    return fields.found | typed


@dataclass
class World:
    """An area with a group, three seats with people, and somebody signed in who leads."""

    area: Area
    group: Group
    seats: dict[str, Seat]
    people: dict[str, str]

    def at(self, path: str) -> str:
        return f"/{self.area.slug}/partnership/{path}"

    def meeting(self, *, days: int = 0, planned: int = 30) -> Meeting:
        """A meeting so many days from now, planned so many days ago."""
        on = today() - timedelta(days=planned)
        return actions.plan_meeting(self.group.ref, by=the_lead_on(self.area, on), on=on, day=today() + timedelta(days=days))

    def item(self, meeting: Meeting, title: str = "Any other business", **more: Any) -> str:
        on = today() - timedelta(days=30)
        return actions.add_item(meeting.ref, by=the_lead_on(self.area, on), on=on, title=title, **more).ref


def a_world(name: str = "westmarch") -> World:
    """The council, the police and health at one table; the council's own member chairs."""
    area = AreaFactory(slug=name)
    group = a_group(area)
    seats = {sector: a_seat(group, sector) for sector in ("local-authority", "police", "health")}
    people = {}
    for sector, seat in seats.items():
        people[sector] = PersonFactory(area=area, body=seat.body, name=f"Member for {sector}", email=f"{sector}@example.org").ref
        on = seat.on
        actions.appoint(group.ref, by=the_lead_on(area, on), on=on, person=people[sector], role="member", seat=seat.ref)
    people["chair"] = PersonFactory(area=area, body=seats["local-authority"].body, name="Ines Chair").ref
    a_chair(group, person=people["chair"])
    return World(area, group, seats, people)


def signed_in(world: World, *roles: Role, cleared: bool = False, person: str = "") -> Client:
    """Somebody of the area with these roles, at their own browser."""
    client, user = Client(), UserFactory()
    who = rows(Person, world.area, ref=person)[0] if person else None
    for role in roles:
        MembershipFactory(user=user, area=world.area, role=role, person=who)
    if cleared:
        ClearanceFactory(user=user)
    client.force_login(user)
    return client


def stranger() -> Client:
    """The lead of the next council."""
    client, user = Client(), UserFactory()
    MembershipFactory(user=user, area=AreaFactory(slug="next-council"), role=Role.LEAD)
    client.force_login(user)
    return client
