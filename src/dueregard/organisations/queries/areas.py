"""Reads of the area itself."""

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Area, AreaStanding
from dueregard.organisations.rules import Standing


def area(viewer: Viewer) -> Area:
    """The viewer's own area."""
    return Area.objects.get(pk=viewer.area_id)


def areas(viewer: Viewer | None = None) -> QuerySet[Area]:
    """Every area of the install, by name. Only accounts.queries.areas asks, which says who may be shown which."""
    return Area.objects.order_by("name")


def standings(viewer: Viewer) -> QuerySet[AreaStanding]:
    """What has been said of the area as a whole, newest first. The tier is Official-Sensitive: only those who may read that see it."""
    said = AreaStanding.objects.filter(area=viewer.area_id).order_by("-on", "-typed_at")
    return said if viewer.reads_sensitive else said.exclude(standing=Standing.TIER)


def area_called(viewer: Viewer, slug: str) -> Area | None:
    """Another area by its short name: for those with a role in both, and for the operator. Anybody else learns nothing from asking."""
    reaches = viewer.machine == "operator" or slug == viewer.area or slug in dict(viewer.other_areas)
    return Area.objects.filter(slug=slug).first() if reaches else None
