"""What is still open on an action when somebody closes it: milestones, measures never read, no review at a meeting."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries as partnership
from dueregard.plan.models import Measure, Milestone, PlannedAction
from dueregard.plan.queries.plans import OLDEST
from dueregard.plan.rules.evaluations import left_open
from dueregard.privacy.marking import readable


def open_on(viewer: Viewer, ref: str, *, as_at: date) -> list[str]:
    """What is still open on an action, in words; nothing of one the viewer cannot see, and no review asked of one in no plan."""
    action = partnership.actions(viewer).filter(ref=ref).first()
    if action is None:
        return []
    steps = Milestone.objects.filter(area=viewer.area_id, action=action, on__lte=as_at, reached__isnull=True).order_by("due", *OLDEST)
    measures = Measure.objects.filter(area=viewer.area_id, action=action, on__lte=as_at, readings__isnull=True).order_by(*OLDEST)
    in_plan = PlannedAction.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id, action=action).exists()
    [row] = partnership.action_rows(viewer, as_at=as_at, among=[action.pk])
    return left_open(
        milestones=list(steps.values_list("words", flat=True)),
        measures=list(measures.values_list("words", flat=True)),
        is_reviewed=not in_plan or row.last_review is not None,
    )
