"""Reads of what was said of actions: every update in its words."""

from collections import defaultdict
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import ActionUpdate
from dueregard.privacy.marking import readable


def updates_said(viewer: Viewer, among: Any) -> dict[str, list[str]]:
    """The words of every update of these actions there was by today, oldest first, by the action’s ref; `among` is their keys."""
    rows = ActionUpdate.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__in=among, on__lte=viewer.today)
    found: dict[str, list[str]] = defaultdict(list)
    for ref, words in rows.order_by("on", "typed_at", "id").values_list("action__ref", "words"):
        found[ref].append(words)
    return found
