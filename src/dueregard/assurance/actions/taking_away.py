"""The deed of taking a return out of the house: that it was done, by whom, is in the trail."""

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import queries
from dueregard.audit.actions import record


@deed
def take_return_away(ref: str, *, by: Viewer, ending: str, marking: str) -> None:
    """Take the return of a round out of the house, as a file with a marking."""
    by.must(Permission.ASSURANCE_READ)
    record("assurance.return.taken-away", queries.round_in_view(by, ref), by=by, ending=ending, marking=marking)
