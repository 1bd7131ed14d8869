"""Reads of the trail."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event, Head
from dueregard.audit.rules import GENESIS, Link

INSTALL = 0  # the chain of the install itself: sign-ins, new areas, accounts


def events(
    viewer: Viewer, *, verb: str = "", kind: str = "", ref: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[Event]:
    """The area's trail, newest first, filtered as the auditor asks."""
    wanted = Event.objects.filter(area_id=viewer.area_id)
    if verb:
        wanted = wanted.filter(verb__startswith=verb)
    if kind:
        wanted = wanted.filter(kind=kind)
    if ref:
        wanted = wanted.filter(ref__iexact=ref)
    if since:
        wanted = wanted.filter(at__gte=_start(since))
    if until:
        wanted = wanted.filter(at__lt=_start(until) + timedelta(days=1))
    return wanted.order_by("-number")


def _start(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


def head(viewer: Viewer) -> tuple[int, str]:
    """How many events the area's chain has, and the digest of the newest: what a return and a backup keep."""
    return Head.objects.filter(area_id=viewer.area_id).values_list("count", "digest").first() or (0, GENESIS)


def last_deed(viewer: Viewer, *, subject: str) -> Event | None:
    """The newest event about a record, so that a refusal can name who changed it and when."""
    return Event.objects.filter(area_id=viewer.area_id, subject=subject).order_by("-number").first()


def links(viewer: Viewer, *, area_id: int) -> Iterator[Link]:
    """A chain from its beginning, for verifying."""
    chain = Event.objects.filter(area_id=area_id).order_by("number")
    return (Link(event.number, event.previous, event.digest, as_written(event)) for event in chain)


def as_written(event: Event) -> dict[str, object]:
    """What the digest of an event covers."""
    return {
        "area": event.area_id,
        "number": event.number,
        "at": event.at,
        "user": event.user_id,
        "person": event.person_id,
        "machine": event.machine,
        "verb": event.verb,
        "kind": event.kind,
        "subject": event.subject,
        "ref": event.ref,
        "details": event.details,
    }
