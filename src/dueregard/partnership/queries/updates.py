"""Reads of what was said of actions: every update in its words."""

from collections import defaultdict
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import ActionUpdate
from dueregard.privacy.marking import readable


def updates_said(viewer: Viewer, among: Any = None) -> dict[str, list[str]]:
    """The words of every update there was by today, oldest first, by the action’s ref; `among` is the keys of the actions wanted."""
    rows = ActionUpdate.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, on__lte=viewer.today)
    rows = rows if among is None else rows.filter(action__in=among)
    found: dict[str, list[str]] = defaultdict(list)
    for ref, words in rows.order_by("on", "typed_at", "id").values_list("action__ref", "words"):
        found[ref].append(words)
    return found
