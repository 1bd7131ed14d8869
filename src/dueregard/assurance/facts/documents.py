"""The facts of the register of documents: each document by the newest version there was, of those the viewer may read."""

from datetime import date, timedelta

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.documents.indicators import DocumentFacts, Kept
from dueregard.documents.queries import VersionAt, versions_at


def gather(viewer: Viewer, *, on: date, known: date) -> DocumentFacts:
    """The documents as at a date and known on another, in a fixed number of statements."""
    with scope(viewer):
        newest = {version.ref: version for version in versions_at(viewer, on=on, known=known)}  # by number: the last stands
    return DocumentFacts(documents=tuple(_kept(version) for version in newest.values()))


def _kept(version: VersionAt) -> Kept:
    withdrawn = version.withdrawn_on
    return Kept(
        ref=version.ref,
        label=version.title,
        on=version.on,
        typed=version.typed,
        document_kind=version.kind,
        review_due=version.review_due,
        until=withdrawn - timedelta(days=1) if withdrawn else None,
    )
