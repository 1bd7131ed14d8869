"""Reading the trail in tests."""

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.audit.models import Event
from dueregard.audit.queries import INSTALL


def deeds_of(viewer: Viewer) -> list[str]:
    """What the trail of the viewer's area says was done, in order."""
    with scope(viewer):
        return list(Event.objects.filter(area_id=viewer.area_id).order_by("number").values_list("verb", flat=True))


def newest_of(viewer: Viewer) -> Event:
    """The newest event of the viewer's area."""
    with scope(viewer):
        return Event.objects.filter(area_id=viewer.area_id).order_by("-number")[0]


def install_deeds() -> list[str]:
    """What the install's own trail says, in order."""
    return list(Event.objects.filter(area_id=INSTALL).order_by("number").values_list("verb", flat=True))


def install_text() -> str:
    """Everything the install's own trail holds, as text to look for what must not be there."""
    return str(list(Event.objects.filter(area_id=INSTALL).values()))
