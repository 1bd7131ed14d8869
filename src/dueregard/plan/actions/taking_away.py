"""The deed of taking a plan out of the house as a file: that it was done, by whom, is in the trail."""

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.plan import queries
from dueregard.plan.actions.recording import record


@deed
def take_plan_away(ref: str, *, by: Viewer, ending: str, marking: str, district: str = "") -> None:
    """Take a plan, or one district's part of it, out of the house, as a file with a marking."""
    by.must(Permission.PLAN_READ)
    part = {"district": district} if district else {}
    record("plan.plan.taken-away", queries.plans(by).get(ref=ref), by=by, ending=ending, marking=marking, **part)
