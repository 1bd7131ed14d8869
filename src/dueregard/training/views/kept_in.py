"""The document something is kept in, as a page shows it: only to those who may read it, and the page then carries its marking."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.documents import queries as documents
from dueregard.privacy.marking import highest


def kept_in(viewer: Viewer, document: Any) -> dict[str, Any]:
    """The document with this key and the marking of a page that shows it; none where there is none, or it is not for this viewer."""
    found = documents.documents(viewer).filter(pk=document).first() if document else None
    return {"document": found, "marking": highest([found.marking] if found else [])}
