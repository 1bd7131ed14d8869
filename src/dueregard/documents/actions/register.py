"""Deeds on a document as a whole."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries
from dueregard.documents.actions.recording import record
from dueregard.documents.models import Correction, Document, Ownership, Withdrawal
from dueregard.documents.rules import DocumentKind, why_no_reason, why_not_happen, why_not_put_right, why_not_withdraw
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import counter, given, ref_for
from dueregard.organisations.actions.editing import refuse_if_changed_since
from dueregard.privacy.marking import Marking


@deed
def register(
    *,
    by: Viewer,
    on: date,
    kind: str,
    title: str,
    owner: str | None = None,
    marking: str = Marking.OFFICIAL,
    ref: str | None = None,
    once: UUID | None = None,
) -> str:
    """Bring a document into the register and say which post owns it; its reference is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    if once and (made := Document.objects.filter(area=by.area_id, once=once).first()):
        return made.ref
    refuse_if(why_not_happen(on, today=by.today))
    kept = given.marked(marking, by=by)
    refuse_if(None if title.strip() else "Give the document’s title")
    wanted = given.choice(kind, DocumentKind, what="kind of document")
    named = ref_for(counter("DOC", kept), ref, by=by)
    document = Document.objects.create(**by.stamp, ref=named, once=once, kind=wanted, title=title.strip(), marking=kept, on=on)
    if owner:
        _own(document, owner, by=by, on=on)
    record("documents.document.registered", document, by=by, on=on, kind=kind)
    return document.ref


@deed
def hand_over(ref: str, *, by: Viewer, on: date, owner: str) -> None:
    """Say which post owns a document from a day on."""
    by.must(Permission.DOCUMENT_EDIT)
    document = queries.document_to_change(by).get(ref=ref)
    refuse_if(why_not_happen(on, today=by.today))
    post = _own(document, owner, by=by, on=on)
    record("documents.document.handed-over", document, by=by, on=on, owner=post)


def _own(document: Document, owner: str, *, by: Viewer, on: date) -> str:
    post = given.one(organisations.posts(by), owner, what="post")
    if document.ownerships.filter(on=on, typed_at=by.now).exists():
        raise Refused("Two owners cannot begin at the same moment")
    Ownership.objects.create(**by.stamp, document=document, post=post, on=on)
    return post.ref


@deed
def correct(ref: str, *, by: Viewer, on: date, because: str, title: str, marking: str, seen: int) -> None:
    """Put a document’s title or marking right; what it said before stays known."""
    by.must(Permission.DOCUMENT_EDIT)
    document = queries.document_to_change(by).get(ref=ref)
    refuse_if_changed_since(document, seen, by=by)
    refuse_if(why_no_reason(because) or why_not_happen(on, today=by.today))
    kept = given.marked(marking, by=by)
    last = document.corrections.order_by("-on").values_list("on", flat=True).first()
    refuse_if(why_not_put_right((title.strip(), marking), was=(document.title, document.marking), on=on, last=last))
    Correction.objects.create(
        **by.stamp,
        document=document,
        on=on,
        because=because.strip(),
        title_was=document.title,
        title=title.strip(),
        marking_was=document.marking,
        marking=kept,
    )
    document.title, document.marking, document.version = title.strip(), marking, document.version + 1
    document.save(update_fields=["title", "marking", "version"])
    record("documents.document.corrected", document, by=by, on=on)


@deed
def withdraw(ref: str, *, by: Viewer, on: date, because: str, seen: int, version: int | None = None) -> None:
    """Say that a document, or one version of it, no longer stands from a day on."""
    by.must(Permission.DOCUMENT_EDIT)
    document = queries.document_to_change(by).get(ref=ref)
    refuse_if_changed_since(document, seen, by=by)
    refuse_if(why_no_reason(because))
    of = queries.version_to_change(by).get(document=document, number=version) if version else None
    gone = Withdrawal.objects.filter(area=by.area_id, document=document, of=of).first()
    since = of.on if of else document.on
    refuse_if(why_not_withdraw(on, today=by.today, since=since, withdrawn_on=gone.on if gone else None))
    Withdrawal.objects.create(**by.stamp, document=document, of=of, on=on, because=because.strip())
    document.version += 1
    document.save(update_fields=["version"])
    record("documents.version.withdrawn" if of else "documents.document.withdrawn", document, by=by, on=on, number=version)
