"""Today, the area's own page, what is due and what is loose."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.scope import scope
from dueregard.accounts.queries import roles_held, viewer_from
from dueregard.home import queries
from dueregard.ui.as_at import AsAtForm


@requires(Permission.SIGNED_IN)
def today(request: Any) -> HttpResponse:
    """What is due from me, over all my areas, area by area so that no scope sees another's rows."""
    now = timezone.now()
    held = roles_held(request.user, on=timezone.localdate(now))
    areas = []
    for slug in dict.fromkeys(role.area for role in held):
        viewer = viewer_from(held, slug, now=now)
        if viewer and viewer.may(Permission.AREA_READ):
            with scope(viewer):
                areas.append(queries.today(viewer))
    if len(areas) == 1:
        request.viewer = areas[0].viewer  # one area: its places are in the navigation already
    reviewing = [role for role in held if role.round_ref]
    return render(request, "home/today.html", {"areas": areas, "reviewing": reviewing, "day": timezone.localdate(now)})


@requires(Permission.AREA_READ)
def area(request: ViewerRequest) -> HttpResponse:
    """Where the area's eight sections stand."""
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    stands = queries.area_stands(viewer, on=on, known=known)
    return render(request, "home/area.html", {"stands": stands, "form": form, "as_at": on, "known_on": known})


@requires(Permission.PARTNERSHIP_READ)
def loose_ends(request: ViewerRequest) -> HttpResponse:
    """Everything that is loose, worst first."""
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    rows = queries.loose_rows(viewer, on=on, known=known)
    return render(request, "home/loose_ends.html", {"rows": rows, "form": form, "as_at": on, "known_on": known})


@requires(Permission.PARTNERSHIP_READ)
def due(request: ViewerRequest) -> HttpResponse:
    """Everything that is due in the area in the year ahead, late first."""
    viewer = request.viewer
    groups = queries.due_groups(viewer, until=viewer.today + timedelta(days=366), mine=False)
    return render(request, "home/due.html", {"groups": groups})
