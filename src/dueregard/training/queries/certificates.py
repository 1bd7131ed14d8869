"""Reads of certificates: files that show completions."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.training.models import Certificate


def certificates(viewer: Viewer) -> QuerySet[Certificate]:
    """The area’s certificates, oldest first."""
    rows = Certificate.objects.filter(area=viewer.area_id)
    return rows.select_related("completion__learner", "completion__course").order_by("on", "typed_at", "id")


def certificates_to_change(viewer: Viewer) -> QuerySet[Certificate]:
    """The area’s certificates, locked for a deed."""
    return Certificate.objects.filter(area=viewer.area_id).select_related("completion").select_for_update(of=("self",))


def certificates_of(viewer: Viewer, completions: Iterable[int]) -> dict[int, list[Certificate]]:
    """The certificates of these completions, by completion."""
    found: dict[int, list[Certificate]] = defaultdict(list)
    for row in certificates(viewer).filter(completion__in=list(completions)):
        found[row.completion_id].append(row)
    return found


def certificate_paths(viewer: Viewer) -> set[str]:
    """Where the bytes of certificates lie: what the sweep leaves alone."""
    return set(Certificate.objects.filter(area=viewer.area_id).exclude(path="").values_list("path", flat=True))
