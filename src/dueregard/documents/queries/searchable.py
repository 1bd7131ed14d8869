"""What each document of the register says, for the index of words: its title, its kind and what its editions call themselves."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.documents.models import Document, Version
from dueregard.documents.rules import DocumentKind
from dueregard.search.actions import Says


def searchable(viewer: Viewer, thing: Model) -> list[Says]:
    """What a document says now, given it or anything that belongs to it; nothing for the rest."""
    document = _document(thing)
    if document is None:
        return []
    labels = Version.objects.filter(document=document).order_by("number").values_list("label", flat=True)
    return [
        Says(
            kind="document",
            ref=document.ref,
            title=document.title,
            texts=(DocumentKind(document.kind).label, *labels),
            on=document.on,
            marking=document.marking,
            permission=Permission.DOCUMENT_READ,
        )
    ]


def everything_searchable(viewer: Viewer) -> Iterator[Says]:
    """What every document of the area says, to make the index anew."""
    for document in Document.objects.filter(area=viewer.area_id).order_by("typed_at", "pk"):
        yield from searchable(viewer, document)


def _document(thing: Any) -> Document | None:
    if isinstance(thing, Document):
        return thing
    of = getattr(thing, "document", None) or getattr(getattr(thing, "of", None), "document", None)
    return of if isinstance(of, Document) else None
