"""Coverage remembered until the area's records change: the head of its trail says whether they did (ADR 11)."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.queries.remembering import remembered
from dueregard.training.queries.coverage import coverage_on
from dueregard.training.queries.ground import Ground
from dueregard.training.rules.coverage import Coverage


def coverage_at(viewer: Viewer, *, on: date, known: date) -> Coverage:
    """Coverage as at a date and known on a date, worked out once for as long as nothing is recorded: counts, the same for every reader."""
    return coverage_of(Ground(Asked(viewer=viewer, on=on, known=known)))


def coverage_of(ground: Ground) -> Coverage:
    """The same, where what it stands on is read for more than this."""
    asked = ground.asked
    return remembered(asked.viewer, ("coverage", asked.on, asked.known), lambda: coverage_on(ground))
