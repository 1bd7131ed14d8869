"""The numbers an area expects instead of ours, as at a date and known on a date."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import Expectation


@dataclass(frozen=True)
class ChangedNumber:
    """The area's own number for one line, since when and why."""

    value: int | float
    on: date
    because: str


def expectations(viewer: Viewer) -> QuerySet[Expectation]:
    """Every change of an expected number, newest first."""
    return Expectation.objects.filter(area=viewer.area_id).order_by("-on", "-typed_at", "framework", "line", "key")


def changed_numbers(viewer: Viewer, framework_id: str, *, on: date, known: date) -> dict[tuple[str, str], ChangedNumber]:
    """By line and number: what the area expected on a date, as was typed by another date."""
    after = timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))
    rows = expectations(viewer).filter(framework=framework_id, on__lte=on, typed_at__lt=after)
    return {
        (row.line, row.key): ChangedNumber(int(row.value) if row.value == int(row.value) else float(row.value), row.on, row.because)
        for row in reversed(rows)
    }
