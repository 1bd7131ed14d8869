"""What was worked out for the register, remembered until a deed is done in the area: the head of its trail says whether one was."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.db import transaction

from dueregard.access.deeds import is_doing
from dueregard.access.viewer import Viewer
from dueregard.audit import queries as audit
from dueregard.basics.memory import Memory

T = TypeVar("T")
ANSWERS = Memory(most=64)  # whole registers among them: a few thousand short lines each


class Remembered:
    """What was worked out before from the very records there are now, for a reader who may know as much."""

    def __init__(self, records: Hashable | None) -> None:
        self.records = records
        self.new: list[tuple[Hashable, Any]] = []

    def get(self, what: Hashable, work: Callable[[], T]) -> T:
        """What is remembered; otherwise it is worked out now."""
        if self.records is None:
            return work()
        key = (self.records, what)
        found: T | None = ANSWERS.find(key)
        if found is None:
            found = work()
            self.new.append((key, found))
        return found


@contextmanager
def remembering(viewer: Viewer) -> Iterator[Remembered]:
    """Ask for what was worked out before. Never within a deed, whose rows stand before its event does.

    What is new is kept once the transaction it was read in is committed, and only if nothing was recorded while it was worked out.
    """
    kept = Remembered(None if is_doing() or not settings.REMEMBER else _records(viewer))
    yield kept
    if kept.new and _records(viewer) == kept.records:
        transaction.on_commit(partial(_keep, kept.new))


def _keep(new: list[tuple[Hashable, Any]]) -> None:
    for key, found in new:
        ANSWERS.keep(key, found)


def _records(viewer: Viewer) -> Hashable | None:
    """Which records there are, and whether the reader may know what is Official-Sensitive; None where there is no trail to tell by."""
    count, digest = audit.head(viewer)
    return (viewer.area_id, viewer.reads_sensitive, count, digest) if count else None
