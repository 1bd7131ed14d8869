"""Links by which somebody answers without an account: which there are, and whom one lets in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import AnswerLink
from dueregard.accounts.rules import LinkState, digest_of, link_state
from dueregard.organisations.models import Area


@dataclass(frozen=True, kw_only=True)
class Answering:
    """A link that somebody opened: how it stands, whose it is, and the viewer it makes of them."""

    state: LinkState
    purpose: str
    person: str
    body: str
    until: date
    viewer: Viewer


def answer_links(viewer: Viewer) -> QuerySet[AnswerLink]:
    """The area's links, newest first, each with whose it is and whether it was revoked."""
    return AnswerLink.objects.filter(area=viewer.area_id).select_related("person", "body", "ending").order_by("-typed_at", "-ref")


def answer_link_to_change(viewer: Viewer) -> QuerySet[AnswerLink]:
    """The area's links, locked as they are fetched."""
    return AnswerLink.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def state_of_link(link: AnswerLink, *, on: date) -> LinkState:
    """How a link stands on a day."""
    return link_state(until=link.until, revoked_on=link.ending.on if hasattr(link, "ending") else None, on=on)


def answering(slug: str, secret: str, *, now: datetime) -> Answering | None:
    """Whom a secret lets in, in the area its address names; None for one that is not known there."""
    area = Area.objects.filter(slug=slug).first()
    if area is None:
        return None
    nobody = Viewer(area=area.slug, area_id=area.pk, area_name=area.name, now=now)
    with scope(nobody):
        link = answer_links(nobody).filter(secret_digest=digest_of(secret)).first()
    if link is None:
        return None
    viewer = Viewer(
        area=area.slug,
        area_id=area.pk,
        area_name=area.name,
        now=now,
        person_id=link.person_id,
        label=f"{link.person.name}, by a link",
        roles=frozenset({Role.ANSWERER}),
        link_id=link.pk,
        is_invented=area.is_invented,
    )
    state = state_of_link(link, on=timezone.localtime(now).date())
    return Answering(state=state, purpose=link.purpose, person=link.person.name, body=link.body.name, until=link.until, viewer=viewer)
