"""Reads of when actions start and of the lines of the guidance they are meant to further."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import ActionLine, ActionStart
from dueregard.privacy.marking import readable

OLDEST = ("on", "typed_at", "id")


def starts_of(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> dict[str, date]:
    """When these actions begin, as said last by a day, by their refs."""
    rows = ActionStart.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__in=actions, on__lte=on)
    return dict(rows.order_by(*OLDEST).values_list("action__ref", "start"))


def lines_of(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> dict[str, list[tuple[str, str]]]:
    """Which lines these actions are meant to further by a day, by their refs: framework and line."""
    rows = ActionLine.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__in=actions, on__lte=on)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for ref, framework, line in rows.order_by(*OLDEST).values_list("action__ref", "framework", "line"):
        if (framework, line) not in found[ref]:
            found[ref].append((framework, line))
    return found
