"""A council's section 2 as tests need it: sources of each kind, an edition in force, a draft, and somebody at a browser."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Model
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory, UserFactory
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.audit.models import Event
from dueregard.organisations.models import Area, Person
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory
from dueregard.risk import actions
from dueregard.risk.models import Paragraph
from dueregard.risk.tests.factories import RiskFactory

JANUARY, MARCH, JUNE = date(2026, 1, 12), date(2026, 3, 4), date(2026, 6, 3)


def at_work(area: Area, day: date = TODAY, *roles: Role, cleared: bool = True) -> Viewer:
    """Somebody at work on a day, the lead unless it is said who: what happens that day is typed that day, at noon."""
    return a_viewer(area, *(roles or (Role.LEAD,)), cleared=cleared, now=datetime.combine(day, time(12), UTC))


@dataclass(frozen=True)
class World:
    """The refs of what is there."""

    area: Area
    body: str
    person: str  # of the body, the author of the draft
    other: str  # somebody else of it
    post: str
    profile: str
    level: str
    series: str
    trend: str
    in_force: str
    draft: str
    paragraph: Any  # of the draft
    request: str

    def at(self, path: str = "") -> str:
        return f"/{self.area.slug}/risk/{path}"


def a_world(area: Area | None = None) -> World:
    """Sources of each kind, an edition approved in January, and a draft of June, all made through the deeds."""
    area = area or AreaFactory(slug="westmarch")
    body = BodyFactory(area=area, name="Westmarch Council")
    person, other = (PersonFactory(area=area, body=body, name=name).ref for name in ("Ada Author", "Omar Officer"))
    post = PostFactory(area=area, body=body).ref
    lead = at_work(area, JANUARY)
    profile = actions.receive_profile("2025", by=lead, on=JANUARY, dated=date(2025, 9, 1), held_at="With the police", custodian=post)
    level = actions.name_source("National threat level", by=lead, on=JANUARY, kind="threat-level", level="substantial")
    series = actions.name_source("Reports of hate crime", by=lead, on=JANUARY, kind="data")
    trend = actions.name_source("Leaflets", by=lead, on=JANUARY, kind="trend", words="Seen at two venues", body=body.ref)
    first = _an_edition(area, JANUARY, author=person, approver=other, sources=[profile.ref, trend.ref])
    draft = actions.draft_assessment("Second assessment", by=at_work(area, JUNE), on=JUNE, follows=first, done_by=person)
    return World(
        area=area,
        body=body.ref,
        person=person,
        other=other,
        post=post,
        profile=profile.ref,
        level=level.ref,
        series=series.ref,
        trend=trend.ref,
        in_force=first,
        draft=draft.ref,
        paragraph=rows(Paragraph, area, assessment=draft)[0].pk,
        request=actions.request_profile("A newer edition?", by=at_work(area, JUNE), on=JUNE).ref,
    )


def _an_edition(area: Area, day: date, *, author: str, approver: str, sources: list[str]) -> str:
    lead = at_work(area, day)
    edition = actions.draft_assessment("First assessment", by=lead, on=day, done_by=author)
    actions.write_paragraph(edition.ref, by=lead, on=day, words="Halls are let without being looked into.", heading="Venues")
    actions.rest_on(edition.ref, by=lead, on=day, sources=sources)
    risk = RiskFactory(area=area, on=day, worded=True, scored=True)
    actions.place_risks(edition.ref, by=lead, on=day, risks=[risk.ref])
    actions.submit_assessment(edition.ref, by=lead, on=day, done_by=author)
    actions.approve_assessment(edition.ref, by=lead, on=day, done_by=approver, minute="Board, minute 4")
    return edition.ref


def rows(model: type[Model], area: Area, **wanted: Any) -> list[Any]:
    """The rows of a table in an area."""
    with inside(area):
        return list(model._default_manager.filter(area=area, **wanted))


def inside(area: Area) -> Any:
    """The scope in which an area's rows can be read."""
    return scope(at_work(area))


def trail(area: Area) -> list[str]:
    """The verbs of the area's trail, oldest first."""
    with inside(area):
        return list(Event.objects.filter(area_id=area.pk).order_by("number").values_list("verb", flat=True))


def signed_in(area: Area, *roles: Role, cleared: bool = False, person: str = "") -> Client:
    """Somebody of the area with these roles, the lead unless it is said who, at their own browser."""
    client, user = Client(), UserFactory()
    who = rows(Person, area, ref=person)[0] if person else None
    for role in roles or (Role.LEAD,):
        MembershipFactory(user=user, area=area, role=role, person=who)
    if cleared:
        ClearanceFactory(user=user)
    client.force_login(user)
    return client


def today() -> date:
    """Pages read the real clock."""
    return timezone.localdate()
