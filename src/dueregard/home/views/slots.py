"""What home shows on lower pages: the way from a record to its golden thread."""

from collections.abc import Sequence

from django.template.loader import render_to_string

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer


def _thread(viewer: Viewer, kind: str, refs: Sequence[str]) -> str:
    if not viewer.may(Permission.RISK_READ):
        return ""
    return render_to_string("home/slot_thread.html", {"viewer": viewer, "kind": kind, "refs": refs})


def risk_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From a risk to its thread."""
    return _thread(viewer, "risk", refs)


def action_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From an action to its thread."""
    return _thread(viewer, "action", refs)


def decision_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From a decision to its thread."""
    return _thread(viewer, "decision", refs)


def source_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From a source to its thread."""
    return _thread(viewer, "source", refs)


def assessment_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From an assessment to its thread."""
    return _thread(viewer, "assessment", refs)


def evaluation_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From an evaluation to its thread."""
    return _thread(viewer, "evaluation", refs)


def plan_thread(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """From a plan to its thread."""
    return _thread(viewer, "plan", refs)
