"""What the frame of every page needs, whoever is looking."""

from typing import Any

from django.http import HttpRequest

from dueregard.privacy.marking import Marking
from dueregard.ui.navigation import main_places


def frame(request: HttpRequest) -> dict[str, Any]:
    """The viewer, the main places, and the marking a page has unless it says otherwise."""
    viewer = getattr(request, "viewer", None)
    return {
        "viewer": viewer,
        "places": main_places(viewer) if viewer else (),
        "below": request.path.split("/")[2] if viewer and request.path.count("/") > 2 else "",
        "path": request.path,
        "marking": Marking.OFFICIAL,
        "as_at": None,
        "known_on": None,
        "form": None,
    }
