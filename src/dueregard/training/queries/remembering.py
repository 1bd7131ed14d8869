"""Coverage remembered until the area's records change: the head of its trail says whether they did (ADR 11)."""

from datetime import date
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.queries.remembering import remembered
from dueregard.partnership import queries as partnership
from dueregard.training.queries.coverage import coverage_on
from dueregard.training.queries.ground import Ground
from dueregard.training.rules.coverage import Coverage
from dueregard.training.rules.expected import Expected
from dueregard.training.rules.tables import Sight, sight


def coverage_at(viewer: Viewer, *, on: date, known: date) -> Coverage:
    """Coverage as at a date and known on a date, worked out once for as long as nothing is recorded: counts, the same for every reader."""
    return coverage_of(Ground(Asked(viewer=viewer, on=on, known=known)))


def coverage_of(ground: Ground) -> Coverage:
    """The same, where what it stands on is read for more than this."""
    asked = ground.asked
    return remembered(asked.viewer, ("coverage", asked.on, asked.known), lambda: coverage_on(ground))


def table_of(ground: Ground, coverage: Coverage) -> Sight:
    """The table of coverage as whoever may not see names sees it: what its page shows them, and what findings may tell beside it."""
    asked = ground.asked
    if not coverage.cells:
        return _table(coverage, {})
    return remembered(asked.viewer, ("table of coverage", asked.on, asked.known), lambda: _table(coverage, sectors_at(asked)))


def _table(coverage: Coverage, sectors: dict[UUID, str]) -> Sight:
    taught = sorted({subject for cell in coverage.cells.values() for subject in cell.subjects})
    return sight(coverage, columns=taught, sectors=sectors, expected=Expected(), names=False)


def sectors_at(asked: Asked) -> dict[UUID, str]:
    """The sector of each body that has a seat on a group."""
    return {row.body_id: row.sector for row in partnership.seats(asked.viewer, on=asked.on) if row.sector}
