"""What the forms of evaluations and projects offer to pick from."""

from dueregard.access.viewer import Viewer
from dueregard.partnership.queries import action_rows
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.queries.evaluations import completed_actions
from dueregard.plan.queries.plans import objectives

Choices = list[tuple[str, str]]
CUT = 90


def _cut(words: str) -> str:
    return words if len(words) <= CUT else f"{words[: CUT - 1]}…"


def completed_choices(viewer: Viewer) -> Choices:
    """The completed actions of the plans, those that wait to be evaluated first."""
    rows = completed_actions(viewer, as_at=viewer.today).completed
    return [(row.ref, f"{row.ref}: {_cut(row.what)}{' (evaluated before)' if row.is_evaluated else ''}") for row in rows]


def action_choices(viewer: Viewer, *, only_open: bool = False) -> Choices:
    """The actions the viewer may see that were not dropped: ref, and what is to be done."""
    rows = action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN if only_open else "")
    return [(row.ref, f"{row.ref}: {_cut(row.what)}") for row in rows if row.status is not ActionStatus.DROPPED]


def objective_choices(viewer: Viewer) -> Choices:
    """The objectives of plans that are not closed and that were not dropped: ref, and the plan they are of."""
    rows = objectives(viewer).filter(plan__closing__isnull=True, ending__isnull=True)
    return [(row.ref, f"{row.ref}: {_cut(row.title)} ({row.plan.ref})") for row in rows]
