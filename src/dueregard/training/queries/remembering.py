"""Coverage remembered until the area's records change: the head of its trail says whether they did (ADR 11)."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.remembering import remembered
from dueregard.training.queries.coverage import coverage
from dueregard.training.rules.coverage import Coverage


def coverage_at(viewer: Viewer, *, on: date, known: date) -> Coverage:
    """Coverage as at a date and known on a date, worked out once for as long as nothing is recorded: counts, the same for every reader."""
    return remembered(viewer, ("coverage", on, known), lambda: coverage(viewer, on=on, known=known))
