"""The register as it stands today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.due import Due
from dueregard.documents.models import (
    Approval,
    Clause,
    Correction,
    Document,
    File,
    Link,
    Ownership,
    Removal,
    ReviewDue,
    Signatory,
    Version,
    Withdrawal,
)
from dueregard.documents.rules import SOON_DAYS, State, why_not_add
from dueregard.privacy.marking import readable

NEWEST = ("-on", "-typed_at", "-id")


def documents(viewer: Viewer) -> QuerySet[Any]:
    """What the viewer may read, by title, each with its owner's post, the version that holds, its approval, review and withdrawal."""
    today = viewer.today
    owner = Ownership.objects.filter(document=OuterRef("pk"), on__lte=today).order_by(*NEWEST)
    standing = Version.objects.filter(document=OuterRef("pk"), withdrawal=None).order_by("-number")
    holds = Coalesce(Subquery(standing.exclude(approval=None).values("pk")[:1]), Subquery(standing.values("pk")[:1]))
    review = ReviewDue.objects.filter(of=OuterRef("holds")).order_by(*NEWEST)
    withdrawn = Withdrawal.objects.filter(document=OuterRef("pk"), of=None)
    return (
        Document.objects.filter(readable(viewer), area=viewer.area_id)
        .annotate(holds=holds)
        .annotate(
            owner=Subquery(owner.values("post__title")[:1]),
            number=Subquery(Version.objects.filter(pk=OuterRef("holds")).values("number")[:1]),
            label=Subquery(Version.objects.filter(pk=OuterRef("holds")).values("label")[:1]),
            received=Subquery(Version.objects.filter(pk=OuterRef("holds")).values("on")[:1]),
            approved_on=Subquery(Approval.objects.filter(of=OuterRef("holds")).values("on")[:1]),
            review_due=Subquery(review.values("due")[:1]),
            withdrawn_on=Subquery(withdrawn.values("on")[:1]),
        )
        .order_by("title", "ref")
    )


def filtered(viewer: Viewer, *, kind: str = "", state: str = "", words: str = "") -> QuerySet[Any]:
    """The register as the list's filters ask for it; withdrawn documents only where they are asked for."""
    wanted = documents(viewer)
    if kind:
        wanted = wanted.filter(kind=kind)
    if words:
        wanted = wanted.filter(Q(title__icontains=words) | Q(ref__iexact=words))
    today = viewer.today
    of_state: dict[str, Q] = {
        State.IN_FORCE: Q(approved_on__isnull=False),
        State.PAST_REVIEW: Q(review_due__lt=today),
        State.DUE_SOON: Q(review_due__gte=today, review_due__lte=today + timedelta(days=SOON_DAYS)),
        State.NO_REVIEW: Q(review_due__isnull=True),
    }
    return wanted.filter(of_state.get(state, Q()), withdrawn_on__isnull=state != State.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Glance:
    """The register in a few words: how many documents stand, how many are past their review, the first few to look at."""

    all: int
    past: int
    soon: tuple[Any, ...]  # ref, title and review_due, the longest overdue first


def at_a_glance(viewer: Viewer) -> Glance:
    """The documents that the viewer may read and that stand, in one statement."""
    rows = list(filtered(viewer).order_by().values_list("ref", "title", "review_due", named=True))
    until = viewer.today + timedelta(days=SOON_DAYS)
    soon = sorted((row for row in rows if row.review_due and row.review_due <= until), key=lambda row: (row.review_due, row.ref))
    return Glance(all=len(rows), past=sum(row.review_due < viewer.today for row in soon), soon=tuple(soon[:5]))


def document_to_change(viewer: Viewer) -> QuerySet[Document]:
    """The documents the viewer may read, locked for a deed."""
    return Document.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def versions(viewer: Viewer) -> QuerySet[Version]:
    """Every version of every document the viewer may read, newest first, each with its document: where other apps look one up."""
    rows = Version.objects.filter(readable(viewer, "document__marking"), area=viewer.area_id)
    return rows.select_related("document", "approval", "withdrawal").order_by("document__title", "document__ref", "-number")


def version_to_change(viewer: Viewer) -> QuerySet[Version]:
    """The versions the viewer may read, locked for a deed, each with its document, approval and withdrawal."""
    rows = Version.objects.filter(readable(viewer, "document__marking"), area=viewer.area_id)
    return rows.select_related("document", "approval", "withdrawal").select_for_update(of=("self",))


def why_gone(viewer: Viewer, *, on: date, document: Document | None = None, version: Version | None = None) -> str | None:
    """The reason a document, or a version of one, takes nothing new on a day: it had been withdrawn."""
    rows = Withdrawal.objects.filter(area=viewer.area_id, on__lte=on)
    whole = rows.filter(document=version.document if version else document, of=None).first()
    if whole:
        return why_not_add(whole.on, what="document")
    alone = rows.filter(of=version).first() if version else None
    return why_not_add(alone.on if alone else None, what="version")


def links(viewer: Viewer) -> QuerySet[Link]:
    """The links of versions the viewer may read."""
    return Link.objects.filter(readable(viewer, "of__document__marking"), area=viewer.area_id).select_related("of__document")


def document_pages(viewer: Viewer) -> QuerySet[Any]:
    """Documents with everything a page or a file says of each, in a fixed number of queries."""
    reviews = ReviewDue.objects.order_by(*NEWEST)
    version_rows = Version.objects.select_related("approval", "withdrawal").order_by("-number")
    version_rows = version_rows.prefetch_related(
        Prefetch("reviews_due", reviews),
        Prefetch("signatories", Signatory.objects.select_related("body").order_by("on", "body__name", "body__ref")),
        Prefetch("clauses", Clause.objects.select_related("read_by").order_by("place", "covers", "on")),
        Prefetch("files", File.objects.order_by("number")),
        Prefetch("links", Link.objects.order_by("on", "address")),
        Prefetch("removals", Removal.objects.order_by(*NEWEST)),
    )
    # What a document was called while it was Official-Sensitive stays with those who could read it then.
    corrections = Correction.objects.filter(readable(viewer, "marking_was")).order_by(*NEWEST)
    return documents(viewer).prefetch_related(
        Prefetch("versions", version_rows),
        Prefetch("corrections", corrections),
        Prefetch("ownerships", Ownership.objects.select_related("post").order_by(*NEWEST)),
        "withdrawals",
    )


def due(viewer: Viewer, *, until: date) -> Sequence[Due]:
    """The reviews due by a day, the ones past it included, for Today and reminders."""
    rows = documents(viewer).filter(withdrawn_on=None, review_due__lte=until).order_by("review_due", "ref")
    return [
        Due(
            on=row.review_due,
            says=f"Review {row.ref} {row.title}",
            why=f"{row.get_kind_display()}, review due {say(row.review_due)}{f', owned by {row.owner}' if row.owner else ''}",
            part="Documents",
            page="documents:document",
            ref=row.ref,
        )
        for row in rows
    ]
