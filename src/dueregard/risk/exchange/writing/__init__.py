"""Section 2 as a file says it, in a fixed order."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.risk.exchange.writing import assessments, risks, sources


def write(viewer: Viewer) -> dict[str, Any]:
    """Everything of section 2 that the viewer may see; registers without a row are left out."""
    parts = {
        "matrices": risks.matrices(viewer),
        "sources": sources.sources(viewer),
        "contributions": sources.contributions(viewer),
        "requests": sources.requests(viewer),
        "risks": risks.risks(viewer),
        "assessments": assessments.assessments(viewer),
    }
    return {name: rows for name, rows in parts.items() if rows}


__all__ = ["write"]
