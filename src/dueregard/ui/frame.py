"""What the frame of every page needs, whoever is looking."""

from typing import Any

from django.http import HttpRequest

from dueregard.ui.navigation import main_places


def frame(request: HttpRequest) -> dict[str, Any]:
    """The viewer and the main places. What a page may say otherwise stands in pages.UNLESS_SAID, since these win over the page's own."""
    viewer = getattr(request, "viewer", None)
    return {
        "viewer": viewer,
        "places": main_places(viewer) if viewer else (),
        "below": request.path.split("/")[2] if viewer and request.path.count("/") > 2 else "",
        "path": request.path,
    }
