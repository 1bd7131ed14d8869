"""The deed on the matrix: setting the scale risks are scored on from a day."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given, next_ref
from dueregard.risk.actions.recording import record
from dueregard.risk.models import Matrix
from dueregard.risk.queries.matrix import scale_on, scales
from dueregard.risk.rules.matrix import Scale, why_not_set


@deed
def set_matrix(scale: Scale, *, by: Viewer, on: date, because: str) -> Matrix:
    """Set the matrix risks are scored on from a day, with the reason; scores given before stay on the matrix of their day."""
    by.must(Permission.RISK_EDIT)
    given.happened(on, by=by)
    next_ref("MATRIX", by=by)  # its lock lets one through at a time: a matrix has no row to lock, and no reference
    set_on = [known.on for known in scales(by).values() if known.on is not None]
    refuse_if(why_not_set(scale, on=on, last=max(set_on, default=None)))
    if scale.is_alike(scale_on(by, as_at=on)):
        raise Refused("This is the matrix in force already")
    matrix = Matrix.objects.create(
        **by.stamp,
        size=scale.size,
        likelihood=[word.strip() for word in scale.likelihood],
        impact=[word.strip() for word in scale.impact],
        bands=[{"words": band.words.strip(), "from": band.since} for band in scale.bands],
        tolerance=scale.tolerance,
        on=on,
        because=given.words(because, ask="Say why the area scores on this matrix"),
    )
    record("risk.matrix.set", matrix, by=by, on=on, size=scale.size)
    return matrix
