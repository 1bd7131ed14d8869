"""What was worked out for the register, remembered until a deed is done in the area: the head of its trail says whether one was."""

from collections.abc import Hashable
from contextlib import AbstractContextManager

from dueregard.access.remembering import Remembered, remembering_while
from dueregard.access.viewer import Viewer
from dueregard.audit import queries as audit
from dueregard.basics.memory import Memory

REGISTERS = Memory(most=64)  # whole registers among them: a few thousand short lines each


def remembering(viewer: Viewer) -> AbstractContextManager[Remembered]:
    """Ask for what was worked out before from the very records there are now, for a reader who may know as much."""
    return remembering_while(lambda: _records(viewer))


def _records(viewer: Viewer) -> Hashable | None:
    """Which records there are, and whether the reader may know what is Official-Sensitive; None where there is no trail to tell by."""
    count, digest = audit.head(viewer)
    return (viewer.area_id, viewer.reads_sensitive, count, digest) if count else None
