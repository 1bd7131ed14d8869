"""What was worked out from an area's records, remembered for as long as the records it was worked out from are the very same (ADR 11)."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection, transaction

from dueregard.access.deeds import is_doing
from dueregard.basics.memory import Memory

T = TypeVar("T")


class Remembered:
    """What was worked out before from these records. Of what is new, it notes where to keep it."""

    def __init__(self, records: Hashable | None) -> None:
        self._records = records
        self.new: list[tuple[Memory, Hashable, Any]] = []

    def get(self, memory: Memory, what: Hashable, work: Callable[[], T]) -> T:
        """What is remembered; otherwise it is worked out now."""
        if self._records is None:
            return work()
        key = (self._records, what)
        found: T | None = memory.find(key) or _about_to_be_kept(memory, key)
        if found is None:
            found = work()
            self.new.append((memory, key, found))
        return found


@contextmanager
def remembering_while(records: Callable[[], Hashable | None]) -> Iterator[Remembered]:
    """Ask for what was worked out before, from exactly these records and for a reader who may know as much; None where that cannot be told.

    Never within a deed, whose rows stand before its event does. What is new is kept once the transaction it was read in is
    committed, and only if nothing was recorded while it was worked out.
    """
    first = None if is_doing() or not settings.REMEMBER else records()
    before = Remembered(first)
    yield before
    if before.new and records() == first:
        transaction.on_commit(partial(_keep, before.new))


def _about_to_be_kept(memory: Memory, key: Hashable) -> Any:
    """What this very transaction worked out, and keeps once it is committed: a page may ask for it twice."""
    waiting = (each for _, each, *_ in connection.run_on_commit if isinstance(each, partial) and each.func is _keep)
    return next((found for each in waiting for place, known, found in each.args[0] if place is memory and known == key), None)


def _keep(new: list[tuple[Memory, Hashable, Any]]) -> None:
    for memory, key, found in new:
        memory.keep(key, found)
