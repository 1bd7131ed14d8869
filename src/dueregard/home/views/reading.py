"""Today, the area's own page, what is due and what is loose."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission


@requires(Permission.SIGNED_IN)
def today(request: HttpRequest) -> HttpResponse:
    """What is due from me, over all my areas."""
    return render(request, "home/today.html", {})


@requires(Permission.AREA_READ)
def area(request: ViewerRequest) -> HttpResponse:
    """Where the area's eight sections stand."""
    return render(request, "home/area.html", {})


@requires(Permission.AREA_READ)
def loose_ends(request: ViewerRequest) -> HttpResponse:
    """Everything that is loose, worst first."""
    return render(request, "home/area.html", {})


@requires(Permission.AREA_READ)
def due(request: ViewerRequest) -> HttpResponse:
    """Everything that is due, late first."""
    return render(request, "home/area.html", {})
