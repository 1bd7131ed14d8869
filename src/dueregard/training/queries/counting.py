"""What of all that came with files counts: rows of an import that was done by a day and not withdrawn by it."""

from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.training.models import Import

Rows = TypeVar("Rows", bound=Model)


def uncounted_imports(viewer: Viewer, *, on: date, known: date) -> list[int]:
    """The imports of which nothing counts as at a day, as far as was known on another: not done by then, or withdrawn by then."""
    not_done = Q(done_at=None) | Q(done_at__date__gt=known)
    withdrawn = Q(withdrawal__on__lte=on, withdrawal__typed_at__date__lte=known)
    return list(Import.objects.filter(not_done | withdrawn, area=viewer.area_id).order_by("pk").values_list("pk", flat=True))


def that_count(rows: QuerySet[Rows], viewer: Viewer, *, on: date, known: date) -> QuerySet[Rows]:
    """Of rows that may have come with an import: those typed by hand, and those of imports that count. One statement of its own."""
    uncounted = uncounted_imports(viewer, on=on, known=known)
    dated = rows.filter(on__lte=on, typed_at__date__lte=known)
    return dated.filter(Q(came_with=None) | ~Q(came_with__in=uncounted)) if uncounted else dated
