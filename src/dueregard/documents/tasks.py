"""What the worker does for the register: takes away bytes that no row holds."""

from collections.abc import Iterable

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.documents import actions


def sweep(viewers: Iterable[Viewer]) -> int:
    """Take away stray bytes, area by area; how many is given back."""
    swept = 0
    for viewer in viewers:
        with scope(viewer):
            swept += actions.sweep_strays(by=viewer)
    return swept
