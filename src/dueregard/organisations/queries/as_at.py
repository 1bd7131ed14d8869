"""What findings ask of an area as at a day: the rows that had happened by then and had been typed by another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, Q, QuerySet, Value
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.organisations.models import AreaStanding, Body, PostHolding, Serving, Succession
from dueregard.organisations.rules import BodyKind, Standing


def _end_of(day: date) -> datetime:
    """The moment a day is over: what was typed before it was known on that day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def _happened(on: date, known: date) -> Q:
    """Rows that had happened by one day and been typed by another."""
    return Q(on__lte=on, typed_at__lt=_end_of(known))


def _lasting(on: date, known: date) -> Q:
    """Rows that held on a day: begun by then, and not known to have ended before it."""
    return _happened(on, known) & ~Q(ending__isnull=False, ending__on__lt=on, ending__typed_at__lt=_end_of(known))


def decided(viewer: Viewer, *, standings: Sequence[str]) -> QuerySet[AreaStanding]:
    """Every time these were said of the area, oldest first. For findings: pages show `standings`, which keep the tier from most."""
    return AreaStanding.objects.filter(area=viewer.area_id, standing__in=standings).order_by("on", "typed_at")


def _value_at(viewer: Viewer, standing: str, *, on: date, known: date) -> str | None:
    said = decided(viewer, standings=[standing]).filter(_happened(on, known)).order_by("-on", "-typed_at")
    return said.values_list("value", flat=True).first()


def tier_at(viewer: Viewer, *, on: date, known: date) -> str | None:
    """The tier in force on a day; None where none had been recorded. For findings: it is Official-Sensitive, so pages show `standings`."""
    return _value_at(viewer, Standing.TIER, on=on, known=known)


def has_prison_at(viewer: Viewer, *, on: date, known: date) -> bool | None:
    """Whether there was a prison in the area on a day; None where nobody had said."""
    value = _value_at(viewer, Standing.PRISON, on=on, known=known)
    return None if value is None else value == "yes"


def is_funded_at(viewer: Viewer, *, on: date, known: date) -> bool | None:
    """Whether the area was funded for Prevent on a day; None where nobody had said."""
    value = _value_at(viewer, Standing.FUNDED, on=on, known=known)
    return None if value is None else value == "yes"


def districts(viewer: Viewer) -> QuerySet[Body]:
    """Every district council the area has ever had, with its ending where it closed, by name."""
    return Body.objects.filter(area=viewer.area_id, kind=BodyKind.DISTRICT).select_related("ending").order_by("name")


def districts_at(viewer: Viewer, *, on: date, known: date) -> QuerySet[Body]:
    """The district councils of the area on a day, by name."""
    return districts(viewer).filter(_lasting(on, known))


def holdings(viewer: Viewer, *, kinds: Sequence[str] = ()) -> QuerySet[PostHolding]:
    """Every holding of a post of these kinds (of any, if none is named), oldest first, with post, body, person and ending."""
    found = PostHolding.objects.filter(area=viewer.area_id)
    if kinds:
        found = found.filter(post__kind__in=kinds)
    return found.select_related("post", "post__body", "person", "ending").order_by("on", "typed_at")


def post_holders_at(viewer: Viewer, *, kind: str, on: date, known: date) -> QuerySet[PostHolding]:
    """Who held posts of a kind on a day, oldest first."""
    return holdings(viewer, kinds=[kind]).filter(_lasting(on, known))


@dataclass(frozen=True, kw_only=True)
class Other:
    """Another area this one has to do with: served by, serving, taken over from or by; since when, until when, and what part of it."""

    slug: str
    area_id: int
    name: str
    on: date
    typed_at: datetime
    until: date | None = None
    until_typed_at: datetime | None = None
    share: str = ""
    is_before: bool = False  # this one took over from it


def _others(rows: QuerySet[Serving], side: str) -> tuple[Other, ...]:
    fields = ("on", "typed_at", "ending__on", "ending__typed_at", f"{side}__slug", f"{side}__pk", f"{side}__name")
    return tuple(
        Other(slug=slug, area_id=pk, name=name, on=on, typed_at=typed_at, until=until, until_typed_at=until_typed_at)
        for on, typed_at, until, until_typed_at, slug, pk, name in rows.order_by("on", f"{side}__name").values_list(*fields)
    )


def servers(viewer: Viewer) -> tuple[Other, ...]:
    """Every arrangement that serves or served this area, oldest first."""
    return _others(Serving.objects.filter(served=viewer.area_id), "server")


def counting(viewer: Viewer) -> tuple[Other, ...]:
    """Every area whose records count here or ever did, as all that was ever said of that: those that serve it, then those before it."""

    def said(rows: QuerySet[Any], side: str, *until: Any, is_before: bool) -> Any:
        came = rows.annotate(is_before=Value(is_before, output_field=BooleanField()))
        return came.values_list("is_before", "on", f"{side}__name", f"{side}__slug", f"{side}__pk", "typed_at", *until)

    never = (Value(None, output_field=DateField()), Value(None, output_field=DateTimeField()))
    serving = said(Serving.objects.filter(served=viewer.area_id), "server", "ending__on", "ending__typed_at", is_before=False)
    before = said(Succession.objects.filter(successor=viewer.area_id), "predecessor", *never, is_before=True)
    return tuple(
        Other(
            slug=slug, area_id=pk, name=name, on=on, typed_at=typed_at, until=until, until_typed_at=until_typed, is_before=bool(is_before)
        )
        for is_before, on, name, slug, pk, typed_at, until, until_typed in sorted(serving.union(before, all=True), key=lambda row: row[:4])
    )


def serves(viewer: Viewer) -> tuple[Other, ...]:
    """Every area that this one serves or served, oldest first."""
    return _others(Serving.objects.filter(server=viewer.area_id), "served")


def served_by(viewer: Viewer, *, on: date, known: date) -> tuple[Other, ...]:
    """The arrangements that served this area on a day: what they held counts in its findings."""
    return _others(Serving.objects.filter(_lasting(on, known), served=viewer.area_id), "server")


def _succession(rows: QuerySet[Succession], side: str) -> tuple[Other, ...]:
    fields = ("on", "typed_at", "share", f"{side}__slug", f"{side}__pk", f"{side}__name")
    return tuple(
        Other(slug=slug, area_id=pk, name=name, on=on, typed_at=typed_at, share=share)
        for on, typed_at, share, slug, pk, name in rows.order_by("on", f"{side}__name").values_list(*fields)
    )


def all_predecessors(viewer: Viewer) -> tuple[Other, ...]:
    """Every area this one takes over from, oldest first."""
    return _succession(Succession.objects.filter(successor=viewer.area_id), "predecessor")


def successors(viewer: Viewer) -> tuple[Other, ...]:
    """The areas that take over from this one."""
    return _succession(Succession.objects.filter(predecessor=viewer.area_id), "successor")
