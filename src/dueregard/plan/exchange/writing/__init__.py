"""Section 3 as a file says it, in a fixed order."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.plan.exchange.writing import evaluations, planned, plans, projects


def write(viewer: Viewer) -> dict[str, Any]:
    """Everything of section 3 that the viewer may see; registers without a row are left out."""
    parts = {
        "plans": plans.plans(viewer),
        "milestones": planned.milestones(viewer),
        "measures": planned.measures(viewer),
        "evaluations": evaluations.evaluations(viewer),
        "projects": projects.projects(viewer),
    }
    return {name: rows for name, rows in parts.items() if rows}


__all__ = ["write"]
