"""What was worked out from an area's records, remembered until they change; the heads of the trail say whether they did (ADR 11)."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.db import transaction

from dueregard.access.deeds import is_doing
from dueregard.access.roles import Permission
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts.places import ever_counting
from dueregard.audit import queries as audit
from dueregard.basics.memory import Memory

T = TypeVar("T")

FACTS = Memory(most=64)  # all an area's rows as at a date: the large ones
ANSWERS = Memory(most=512)  # findings, loose ends, judgements: what pages ask for


class Remembered:
    """What was worked out before from the very records that count now, for a reader who may do and know as much."""

    def __init__(self, records: Hashable | None) -> None:
        self._records = records
        self.new: list[tuple[Memory, Hashable, Any]] = []

    def get(self, memory: Memory, what: Hashable, work: Callable[[], T]) -> T:
        """What is remembered; otherwise it is worked out now."""
        if self._records is None:
            return work()
        key = (self._records, what)
        found: T | None = memory.find(key)
        if found is None:
            found = work()
            self.new.append((memory, key, found))
        return found


@contextmanager
def remembering(viewer: Viewer) -> Iterator[Remembered]:
    """Ask for what was worked out before. Never within a deed, whose rows stand before its event does.

    What is new is kept once the transaction it was read in is committed, and only if nothing was recorded while it was worked out.
    """
    records = None if is_doing() or not settings.REMEMBER else _records(viewer)
    before = Remembered(records)
    yield before
    if before.new and _records(viewer) == records:
        transaction.on_commit(partial(_keep, before.new))


def _keep(new: list[tuple[Memory, Hashable, Any]]) -> None:
    for memory, key, found in new:
        memory.keep(key, found)


def _records(viewer: Viewer) -> Hashable | None:
    """Exactly which records count, and what the reader may do and know here; None where there is no trail to tell by."""
    count, digest = audit.head(viewer)
    if not count:
        return None
    said, others = ever_counting(viewer)
    heads = []
    for there in others:
        with scope(there):
            heads.append(audit.head(there))
    may = frozenset(permission for permission in Permission if viewer.may(permission))
    return viewer.area_id, viewer.area_name, may, viewer.reads_sensitive, count, digest, said, tuple(heads)
