"""The files of versions, and which bytes are held."""

from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.documents.models import File
from dueregard.privacy.marking import readable


def files(viewer: Viewer) -> QuerySet[File]:
    """The files of the versions the viewer may read, each with its version and document."""
    rows = File.objects.filter(readable(viewer, "of__document__marking"), area=viewer.area_id)
    return rows.select_related("of__document").order_by("of__document__ref", "of__number", "number")


def file_to_send(viewer: Viewer, pk: UUID) -> File:
    """One file the viewer may read."""
    return files(viewer).get(pk=pk)


def held_paths(viewer: Viewer) -> set[str]:
    """Where the bytes of the area's files are kept, whatever their marking: what the sweep leaves alone."""
    return set(File.objects.filter(area=viewer.area_id).exclude(path="").values_list("path", flat=True))
