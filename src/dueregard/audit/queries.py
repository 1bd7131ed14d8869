"""Reads of the trail."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event, Head, kind_words
from dueregard.audit.rules import GENESIS, Link, first_broken, is_about, why_cut
from dueregard.privacy.marking import readable

BATCH = 1000
INSTALL = 0  # the chain of the install itself: sign-ins, new areas, accounts


def events(
    viewer: Viewer,
    *,
    verb: str = "",
    kind: str = "",
    ref: str = "",
    who: str = "",
    since: date | None = None,
    until: date | None = None,
) -> QuerySet[Event]:
    """The area's trail, newest first, without what tells of something the viewer may not read, filtered as the auditor asks.

    `who` is a user's number, or the operator or the worker.
    """
    wanted = {"at__gte": _start(since) if since else None, "at__lt": _start(until + timedelta(days=1)) if until else None}
    found = Event.objects.filter(readable(viewer), **{field: value for field, value in wanted.items() if value}, area_id=viewer.area_id)
    if about := {field: value for field, value in (("kind", kind), ("ref__iexact", ref.strip())) if value}:
        found = found.filter(Q(**about) | Q(pk__in=[event.pk for event in about_many(viewer, kind=kind, ref=ref.strip())]))
    for word in verb.split():
        found = found.filter(verb__icontains=word)
    if who.strip():
        found = found.filter(user_id=int(who)) if who.strip().isdecimal() else found.filter(machine=who.strip().lower())
    return found.order_by("-number")


def kinds(viewer: Viewer) -> list[tuple[str, str]]:
    """The kinds of record that the area's trail speaks of, each with its words."""
    there = Event.objects.filter(readable(viewer), area_id=viewer.area_id).order_by("kind").values_list("kind", flat=True).distinct()
    return [(kind, kind_words(kind)) for kind in there]


def _start(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))


def head(viewer: Viewer) -> tuple[int, str]:
    """How many events the area's chain has, and the digest of the newest: what a return and a backup keep."""
    return Head.objects.filter(area_id=viewer.area_id).values_list("count", "digest").first() or (0, GENESIS)


def about_many(viewer: Viewer, *, kind: str, ref: str, after: int = 0) -> list[Event]:
    """The events about many records at once that are about this one too, newest first: a sheet brought in is one event (ADR 13)."""
    rows = Event.objects.filter(area_id=viewer.area_id, number__gt=after, details__has_key="made").order_by("-number")
    return [event for event in rows if is_about(event.details, kind=kind, ref=ref)]


def last_deed(viewer: Viewer, *, subject: str, kind: str, ref: str) -> Event | None:
    """The newest event about a record, by itself or among many, so that a refusal can name who changed it and when."""
    alone = Event.objects.filter(area_id=viewer.area_id, subject=subject).order_by("-number").first()
    among = about_many(viewer, kind=kind, ref=ref, after=alone.number if alone else 0)
    return among[0] if among else alone


def links(viewer: Viewer, *, area_id: int) -> Iterator[Link]:
    """A chain from its beginning, for verifying, a few at a time however long it is."""
    after = 0
    while batch := list(Event.objects.filter(area_id=area_id, number__gt=after).order_by("number")[:BATCH]):
        yield from (Link(event.number, event.previous, event.digest, event.as_written()) for event in batch)
        after = batch[-1].number


def verify(viewer: Viewer) -> str | None:
    """The first place where the area's chain does not hold, in words; None if it holds from its beginning to its head."""
    count, newest = head(viewer)  # read first: what is added meanwhile comes after it
    return first_broken(links(viewer, area_id=viewer.area_id)) or verify_against(viewer, count=count, head=newest)


def verify_against(viewer: Viewer, *, count: int, head: str) -> str | None:
    """Why the chain does not contain the one whose count and head were kept elsewhere; None if it does."""
    here = Event.objects.filter(area_id=viewer.area_id)
    known = here.filter(number=count).values_list("digest", flat=True).first() if count else GENESIS
    return why_cut(count=here.count(), head=head, known_count=count, digest_at_known=known, known_head=head)
