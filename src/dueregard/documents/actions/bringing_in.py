"""Deeds that bring a document in with its first version, a further version with its file, or take one already held."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions.files import attach_file, attach_link
from dueregard.documents.actions.register import register
from dueregard.documents.actions.versions import add_version
from dueregard.documents.rules import DocumentKind
from dueregard.privacy.marking import Marking


@deed
def bring_in(
    *,
    by: Viewer,
    on: date,
    kind: str,
    title: str,
    received: date,
    owner: str = "",
    marking: str = Marking.OFFICIAL,
    label: str = "",
    covers_from: date | None = None,
    covers_to: date | None = None,
    review_due: date | None = None,
    file: tuple[bytes, str] | None = None,
    once: UUID | None = None,
) -> str:
    """Register a document with its first version and, where given, the bytes and the name of its file; its reference is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    before = once and queries.documents(by).filter(once=once).first()
    if before:
        return str(before.ref)
    ref = register(by=by, on=on, kind=kind, title=title, owner=owner, marking=marking, once=once)
    number = add_version(
        ref, by=by, on=received, label=label, covers_from=covers_from, covers_to=covers_to, review_due=review_due, once=once
    )
    if file:
        attach_file(ref, by=by, on=on, version=number, content=file[0], name=file[1])
    return ref


@deed
def bring_in_version(
    ref: str,
    *,
    by: Viewer,
    on: date,
    received: date,
    label: str = "",
    covers_from: date | None = None,
    covers_to: date | None = None,
    review_due: date | None = None,
    file: tuple[bytes, str] | None = None,
    address: str = "",
    once: UUID | None = None,
) -> int:
    """Add a version with, where given, its file and a link to it; its number is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    before = once and queries.versions(by).filter(document__ref=ref, once=once).first()
    if before:
        return int(before.number)
    number = add_version(
        ref, by=by, on=received, label=label, covers_from=covers_from, covers_to=covers_to, review_due=review_due, once=once
    )
    if file:
        attach_file(ref, by=by, on=on, version=number, content=file[0], name=file[1])
    if address:
        attach_link(ref, by=by, on=on, version=number, address=address)
    return number


@deed
def take(
    held: str,
    *,
    by: Viewer,
    on: date,
    title: str = "",
    received: date | None = None,
    file: tuple[bytes, str] | None = None,
    kind: str = DocumentKind.EVIDENCE,
    marking: str = Marking.OFFICIAL,
    once: UUID | None = None,
) -> str:
    """The version a form picked, such as DOC-4/2; only where none was picked, a new document from the file brought along."""
    if held:
        version = queries.picked(by, held)
        return f"{version.document.ref}/{version.number}"
    if file is None:
        raise Refused("Choose a document already held, or bring a file in")
    ref = bring_in(by=by, on=on, kind=kind, title=title, received=received or on, marking=marking, file=file, once=once)
    return f"{ref}/1"
