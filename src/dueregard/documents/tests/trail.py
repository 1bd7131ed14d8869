"""Reading the trail in tests."""

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event


def deeds_of(viewer: Viewer) -> list[str]:
    """What the trail of the viewer's area says was done, in order."""
    with scope(viewer):
        return list(Event.objects.filter(area_id=viewer.area_id).order_by("number").values_list("verb", flat=True))
