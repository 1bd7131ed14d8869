"""Reads of written information and of updates to staff."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import in_window
from dueregard.organisations.queries.asked import Asked
from dueregard.training.models import Material, MaterialCheck, StaffUpdate
from dueregard.training.queries.withdrawn import standing
from dueregard.training.rules.programme import CHECK_MONTHS, Audience


def materials(viewer: Viewer) -> QuerySet[Material]:
    """Written information, by audience and title, what was taken down too."""
    return Material.objects.filter(area=viewer.area_id).select_related("ending", "document").order_by("audience", "title", "ref")


def materials_to_change(viewer: Viewer) -> QuerySet[Material]:
    """Written information, locked as it is fetched."""
    return Material.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def staff_updates(viewer: Viewer) -> QuerySet[StaffUpdate]:
    """What staff were told, newest first, what was withdrawn of it too."""
    return StaffUpdate.objects.filter(area=viewer.area_id).select_related("withdrawal").order_by("-on", "-ref")


def days_told(viewer: Viewer) -> list[date]:
    """The days on which staff were told something that counts today."""
    asked = Asked(viewer=viewer, on=viewer.today, known=viewer.today)
    return list(standing(asked, staff_updates(viewer)).values_list("on", flat=True))


@dataclass(frozen=True, kw_only=True)
class MaterialSeen:
    """An item of information as it stands on a day."""

    material: Material
    checks: tuple[MaterialCheck, ...]  # newest first
    ended: date | None
    is_fresh: bool  # found current within the year, and not found wrong since

    @property
    def last(self) -> MaterialCheck | None:
        """The last look at it."""
        return self.checks[0] if self.checks else None

    @property
    def is_wrong(self) -> bool:
        """What was last found: not right."""
        return self.last is not None and not self.last.is_current

    @property
    def is_due(self) -> bool:
        """There, and nobody has found it current for a year."""
        return self.ended is None and not self.is_fresh


def material_rows(viewer: Viewer, *, on: date, known: date | None = None) -> list[MaterialSeen]:
    """Every item placed by a day, by audience as the guidance lists them: two statements."""
    asked = Asked(viewer=viewer, on=on, known=known or viewer.today)
    checks: dict[Any, list[MaterialCheck]] = defaultdict(list)
    for row in asked.rows(MaterialCheck.objects.all()).order_by("-on", "-typed_at"):
        checks[row.material_id].append(row)
    order = {audience.value: place for place, audience in enumerate(Audience)}
    rows = [_seen(row, checks[row.pk], asked) for row in asked.rows(materials(viewer))]
    return sorted(rows, key=lambda row: (row.ended is not None, order[row.material.audience]))


def _seen(row: Material, checks: list[MaterialCheck], asked: Asked) -> MaterialSeen:
    ending = getattr(row, "ending", None)
    is_fresh = bool(checks) and checks[0].is_current and in_window(checks[0].on, until=asked.on, months=CHECK_MONTHS)
    ended = ending.on if ending is not None and asked.holds(ending.on, ending.typed_at) else None
    return MaterialSeen(material=row, checks=tuple(checks), ended=ended, is_fresh=is_fresh)
