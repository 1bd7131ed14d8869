"""Which group a page is about: the one its address names, the only one there is, or one to choose."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest
from dueregard.partnership import queries
from dueregard.partnership.queries.tables import active_groups
from dueregard.partnership.views.section import show


def group_of(request: ViewerRequest, ref: str) -> Any:
    """The group a page is about; there is no such page for another area's."""
    return get_object_or_404(queries.groups(request.viewer), ref=ref)


def which_group(request: ViewerRequest, page: str, *, title: str) -> HttpResponse:
    """A page that is about a group, opened without one: the only group there is, or a list to choose from."""
    viewer = request.viewer
    rows = active_groups(viewer, on=viewer.today)
    if len(rows) == 1:
        return redirect(page, area=viewer.area, ref=rows[0].ref)
    return show(request, "which_group", {"title": title, "rows": rows, "page": page})
