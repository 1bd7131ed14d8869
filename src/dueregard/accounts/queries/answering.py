"""Links by which somebody answers without an account."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.accounts.models import AnswerLink
from dueregard.accounts.rules import LinkState, link_state


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
