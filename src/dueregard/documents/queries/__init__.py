"""Reads of the register: its documents and versions now, what a page shows, files, and how all of it stood on a day."""

from dueregard.documents.queries.as_at import ClauseAt, VersionAt, clauses_at, versions_at
from dueregard.documents.queries.files import file_to_send, files, held_paths
from dueregard.documents.queries.history import Happened, history
from dueregard.documents.queries.picking import pickable, picked
from dueregard.documents.queries.register import (
    Glance,
    at_a_glance,
    document_pages,
    document_to_change,
    documents,
    due,
    filtered,
    links,
    version_to_change,
    versions,
    why_gone,
)

__all__ = [
    "ClauseAt",
    "Glance",
    "Happened",
    "VersionAt",
    "at_a_glance",
    "clauses_at",
    "document_pages",
    "document_to_change",
    "documents",
    "due",
    "file_to_send",
    "files",
    "filtered",
    "held_paths",
    "history",
    "links",
    "pickable",
    "picked",
    "version_to_change",
    "versions",
    "versions_at",
    "why_gone",
]
