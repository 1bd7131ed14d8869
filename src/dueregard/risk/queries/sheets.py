"""Reads of the register as a sheet carries it: what each risk says now, and the controls in place."""

from collections import defaultdict

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import readable
from dueregard.risk.models import Control, RiskWording
from dueregard.risk.queries.risks import IN_ORDER
from dueregard.risk.rules.risks import Wording

WORDED = ("title", "cause", "event", "effect", "influence", "narratives", "methods", "targets", "environment", "setting", "driver")


def wordings_now(viewer: Viewer) -> dict[str, Wording]:
    """What each risk the viewer may see says today, by its ref; one statement."""
    rows = RiskWording.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, on__lte=viewer.today)
    found = rows.order_by(*IN_ORDER).values_list("risk__ref", *WORDED)
    return {ref: Wording(**dict(zip(WORDED, said, strict=True))) for ref, *said in found}


def controls_now(viewer: Viewer) -> dict[str, list[str]]:
    """The controls in place today of each risk the viewer may see, by its ref; one statement."""
    rows = Control.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, on__lte=viewer.today, ending__isnull=True)
    found: dict[str, list[str]] = defaultdict(list)
    for ref, words in rows.order_by(*IN_ORDER).values_list("risk__ref", "words"):
        found[ref].append(words)
    return found
