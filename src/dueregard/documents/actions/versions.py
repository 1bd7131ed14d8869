"""Deeds on the versions of a document."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries
from dueregard.documents.actions.recording import record
from dueregard.documents.models import Approval, Clause, ReviewDue, Signatory, Version
from dueregard.documents.rules import (
    ClauseTopic,
    why_not_approve,
    why_not_cover,
    why_not_happen,
    why_not_receive,
    why_not_review,
    why_not_sign,
)
from dueregard.organisations.actions import given


@deed
def add_version(
    ref: str,
    *,
    by: Viewer,
    on: date,
    label: str = "",
    covers_from: date | None = None,
    covers_to: date | None = None,
    review_due: date | None = None,
    number: int | None = None,
    once: UUID | None = None,
) -> int:
    """Add an edition that was received or made on a day, with the period it covers; its number is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    document = queries.document_to_change(by).get(ref=ref)
    if once and (made := document.versions.filter(once=once).first()):
        return made.number
    refuse_if(queries.why_gone(by, document=document, on=on))
    refuse_if(why_not_receive(on, today=by.today) or why_not_cover(covers_from, covers_to=covers_to))
    newest = document.versions.order_by("-number").values_list("number", flat=True).first() or 0
    if number is not None and document.versions.filter(number=number).exists():
        raise Refused(f"{ref} already has a version {number}")
    version = Version.objects.create(
        **by.stamp,
        document=document,
        number=number or newest + 1,
        label=label.strip(),
        covers_from=covers_from,
        covers_to=covers_to,
        on=on,
        once=once,
    )
    if review_due:
        _review(version, by=by, on=on, due=review_due)
    record("documents.version.added", document, by=by, on=on, number=version.number)
    return version.number


@deed
def approve_version(ref: str, *, by: Viewer, on: date, version: int, minute: str = "", decision: str = "") -> None:
    """Record that a version was approved, with the minute and the decision in words."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _to_change(by, ref, version, on)
    approval = Approval.objects.filter(of=of).first()
    refuse_if(why_not_approve(on, today=by.today, received=of.on, approved_on=approval.on if approval else None))
    Approval.objects.create(**by.stamp, of=of, on=on, minute=minute.strip(), decision=decision.strip())
    record("documents.version.approved", of.document, by=by, on=on, number=version)


@deed
def set_review_due(ref: str, *, by: Viewer, on: date, version: int, due: date) -> None:
    """Settle when a version is next to be reviewed; what was settled before stays known."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _to_change(by, ref, version, on)
    refuse_if(why_not_happen(on, today=by.today))
    _review(of, by=by, on=on, due=due)
    record("documents.version.review-set", of.document, by=by, on=on, number=version, due=due)


def _review(version: Version, *, by: Viewer, on: date, due: date) -> None:
    refuse_if(why_not_review(due, on=on))
    if version.reviews_due.filter(on=on, typed_at=by.now).exists():
        raise Refused("Two reviews cannot be settled at the same moment")
    ReviewDue.objects.create(**by.stamp, of=version, on=on, due=due)


@deed
def sign(ref: str, *, by: Viewer, on: date, version: int, body: str) -> None:
    """Record that a body signed a version of an information-sharing agreement."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _to_change(by, ref, version, on)
    signer = given.body(body, by=by)
    signed_by = set(of.signatories.values_list("body__ref", flat=True))
    refuse_if(why_not_sign(of.document.kind, on=on, today=by.today, received=of.on, body=signer.ref, signed_by=signed_by))
    Signatory.objects.create(**by.stamp, of=of, body=signer, on=on)
    record("documents.version.signed", of.document, by=by, on=on, number=version, body=signer.ref)


@deed
def read_clause(ref: str, *, by: Viewer, on: date, version: int, place: str, covers: str, read_by: str | None = None) -> None:
    """Record that somebody read, at a place in a version, that it covers something."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _to_change(by, ref, version, on)
    reader = given.person_or_none(read_by, by=by)
    refuse_if(why_not_happen(on, today=by.today))
    topic = given.choice(covers, ClauseTopic, what="clause")
    refuse_if(None if place.strip() else "Give the place in the document, such as paragraph 4.2")
    if of.clauses.filter(place=place.strip(), covers=topic, on=on).exists():
        raise Refused("This clause is already recorded")
    Clause.objects.create(**by.stamp, of=of, place=place.strip(), covers=topic, on=on, read_by=reader)
    record("documents.clause.read", of.document, by=by, on=on, number=version, covers=covers)


def _to_change(by: Viewer, ref: str, version: int, on: date) -> Version:
    """The version, locked; refused if it or its document had been withdrawn by the day."""
    of = queries.version_to_change(by).get(document__ref=ref, number=version)
    refuse_if(queries.why_gone(by, version=of, on=on))
    return of
