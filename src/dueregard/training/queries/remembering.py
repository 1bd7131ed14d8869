"""Coverage remembered until the area's records change: the head of its trail says whether they did (ADR 11)."""

from collections.abc import Hashable
from datetime import date
from functools import partial

from django.conf import settings
from django.db import transaction

from dueregard.access.deeds import is_doing
from dueregard.access.viewer import Viewer
from dueregard.audit import queries as audit
from dueregard.basics.memory import Memory
from dueregard.training.queries.coverage import coverage
from dueregard.training.rules.coverage import Coverage

COVERAGE = Memory(most=48)  # counts alone, the same for every reader: a trend asks for eight days at once


def coverage_at(viewer: Viewer, *, on: date, known: date) -> Coverage:
    """Coverage as at a date and known on a date, worked out once for as long as nothing is recorded."""
    head = _head(viewer)
    if head is None:
        return coverage(viewer, on=on, known=known)
    key: Hashable = (viewer.area_id, head, on, known, known < viewer.today)
    found: Coverage | None = COVERAGE.find(key)
    if found is None:
        found = coverage(viewer, on=on, known=known)
        if _head(viewer) == head:
            transaction.on_commit(partial(COVERAGE.keep, key, found))
    return found


def _head(viewer: Viewer) -> Hashable | None:
    """The head of the area's chain; none within a deed, and where there is no trail to tell by."""
    if is_doing() or not settings.REMEMBER:
        return None
    count, digest = audit.head(viewer)
    return (count, digest) if count else None
