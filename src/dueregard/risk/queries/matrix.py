"""Reads of the matrix: which one was in force on a day, and every one the area has set."""

from datetime import date
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.risk.models import Matrix
from dueregard.risk.queries.then import by_then
from dueregard.risk.rules.matrix import DEFAULT, Band, Scale

Scales = dict[UUID | None, Scale]  # by the key of the row; none: the five by five


def scales(viewer: Viewer) -> Scales:
    """Every matrix of the area by its key, and the five by five: what old scores are shown with."""
    rows = Matrix.objects.filter(area=viewer.area_id).order_by("on", "typed_at", "id")
    found: Scales = {None: DEFAULT}
    for pk, size, likelihood, impact, bands, tolerance, on, because in rows.values_list(*FIELDS):
        found[pk] = Scale(
            size=size,
            likelihood=tuple(likelihood),
            impact=tuple(impact),
            bands=tuple(Band(words=band["words"], since=band["from"]) for band in bands),
            tolerance=tolerance,
            on=on,
            because=because,
        )
    return found


FIELDS = ("pk", "size", "likelihood", "impact", "bands", "tolerance", "on", "because")


def matrix_on(viewer: Viewer, *, as_at: date, known: date | None = None) -> Matrix | None:
    """The matrix the area had set by a day; none where it uses the five by five."""
    rows = by_then(Matrix.objects.filter(area=viewer.area_id), on=as_at, known=known or max(viewer.today, as_at))
    return rows.order_by("-on", "-typed_at", "-id").first()


def scale_on(viewer: Viewer, *, as_at: date, known: date | None = None) -> Scale:
    """The matrix in force on a day, the five by five where the area has set none."""
    row = matrix_on(viewer, as_at=as_at, known=known)
    return scales(viewer)[row.pk if row else None]


def matrices(viewer: Viewer) -> list[Scale]:
    """Every matrix the area has set, newest first."""
    return [scale for pk, scale in scales(viewer).items() if pk is not None][::-1]
