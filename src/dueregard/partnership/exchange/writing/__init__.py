"""Section 1 as a file says it, in a fixed order."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.exchange.writing import decisions, groups, meetings, registers


def write(viewer: Viewer) -> dict[str, Any]:
    """Everything of section 1 that the viewer may see; registers without a row are left out."""
    parts = {
        "groups": groups.groups(viewer),
        "meetings": meetings.meetings(viewer),
        "decisions": decisions.decisions(viewer),
        "actions": decisions.actions(viewer),
        "exchanges": registers.exchanges(viewer),
        "links": registers.links(viewer),
        "nil_returns": registers.nil_returns(viewer),
        "briefings": registers.briefings(viewer),
        "involvements": registers.involvements(viewer),
        "marked": registers.marked_texts(viewer),
        "redacted": registers.redacted_texts(viewer),
    }
    return {name: rows for name, rows in parts.items() if rows}


__all__ = ["write"]
