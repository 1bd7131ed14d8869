"""What the plan shows of evaluations and projects on lower pages: of an action, of a risk, and before an action is closed."""

from collections.abc import Sequence

from django.template.loader import render_to_string

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.plan.queries.evaluations import completed_actions, evaluations_of_action, evaluations_of_risk
from dueregard.plan.queries.finishing import open_on
from dueregard.plan.queries.projects import projects_of_action
from dueregard.plan.views.evaluations import reviews_of


def action_evaluated(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """What came of an action: its evaluations, or the day by which it is to be evaluated; and the projects that deliver it."""
    if not viewer.may(Permission.PLAN_READ):
        return ""
    wanted, today = tuple(refs), viewer.today
    completed = next((row for row in completed_actions(viewer, as_at=today).completed if row.ref in wanted), None)
    shown = {
        "viewer": viewer,
        "rows": evaluations_of_action(viewer, wanted, as_at=today),
        "completed": completed,
        "projects": projects_of_action(viewer, wanted),
        "may_edit": viewer.may(Permission.PLAN_EDIT),
    }
    return render_to_string("plan/slot_action_evaluated.html", shown) if shown["rows"] or completed or shown["projects"] else ""


def risk_proposals(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """The scores that evaluations propose for a risk, and what became of each."""
    if not viewer.may(Permission.PLAN_READ):
        return ""
    rows = evaluations_of_risk(viewer, tuple(refs), as_at=viewer.today)
    shown = {"viewer": viewer, "rows": rows, "refs": refs, "reviews": reviews_of(viewer, rows)}
    return render_to_string("plan/slot_risk_proposals.html", shown) if rows else ""


def before_closing(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """What is still open on an action, said where somebody is about to close it."""
    if not viewer.may(Permission.PLAN_READ):
        return ""
    says = open_on(viewer, refs[0], as_at=viewer.today)
    return render_to_string("plan/slot_before_closing.html", {"viewer": viewer, "says": says}) if says else ""
