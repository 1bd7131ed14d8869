"""The deeds of taking a table of coverage or a session out of the house: that it was done, by whom, is in the trail."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.organisations import queries as organisations
from dueregard.training.queries.sessions import sessions


@deed
def take_coverage_away(*, by: Viewer, on: date, ending: str) -> None:
    """Take the committee's table of coverage as at a day out of the house."""
    by.must(Permission.TRAINING_READ)
    record("training.coverage.taken-away", organisations.area(by), by=by, on=on, ending=ending)


@deed
def take_session_away(ref: str, *, by: Viewer, ending: str) -> None:
    """Take a session out of the house as a calendar entry."""
    by.must(Permission.TRAINING_READ)
    record("training.session.taken-away", sessions(by).get(ref=ref), by=by, ending=ending)
