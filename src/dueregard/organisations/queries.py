"""Reads of areas, bodies, people and posts."""

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Area, Body, Person, Post


def area(viewer: Viewer) -> Area:
    """The viewer's own area."""
    return Area.objects.get(pk=viewer.area_id)


def bodies(viewer: Viewer) -> QuerySet[Body]:
    """The area's bodies, by name."""
    return Body.objects.filter(area=viewer.area_id).order_by("name")


def people(viewer: Viewer) -> QuerySet[Person]:
    """The area's people, by name, each with the body they belong to."""
    return Person.objects.filter(area=viewer.area_id).select_related("body").order_by("name")


def posts(viewer: Viewer) -> QuerySet[Post]:
    """The area's posts, by title, each with its body."""
    return Post.objects.filter(area=viewer.area_id).select_related("body").order_by("title")
