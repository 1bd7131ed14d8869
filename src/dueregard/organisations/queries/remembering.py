"""What pages read of one area's records, remembered until a deed is done there: the head of its trail says whether one was (ADR 11)."""

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from typing import TypeVar

from dueregard.access.remembering import Remembered, remembering_while
from dueregard.access.viewer import Viewer
from dueregard.audit import queries as audit
from dueregard.basics.memory import Memory

T = TypeVar("T")
READ = Memory(most=128)  # whole registers among it: a few thousand short lines each


def remembering(viewer: Viewer) -> AbstractContextManager[Remembered]:
    """Ask for what was worked out before from the very records there are now, for a reader who may know as much."""
    return remembering_while(lambda: _records(viewer))


def remembered(viewer: Viewer, what: Hashable, work: Callable[[], T]) -> T:
    """One thing that depends on the area's records, on how much of them may be known, and on what `what` says: the day, who is asking."""
    with remembering(viewer) as before:
        return before.get(READ, what, work)


def _records(viewer: Viewer) -> Hashable | None:
    """Which records there are, and whether the reader may know what is Official-Sensitive; None where there is no trail to tell by."""
    count, digest = audit.head(viewer)
    return (viewer.area_id, viewer.reads_sensitive, count, digest) if count else None
