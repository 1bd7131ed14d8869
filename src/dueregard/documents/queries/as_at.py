"""How versions and clauses stood on a day, as known on a day: what facts are filled from."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.documents.models import Approval, Clause, Correction, ReviewDue, Signatory, Version, Withdrawal
from dueregard.privacy.marking import readable


@dataclass(frozen=True, kw_only=True)
class ClauseAt:
    """A clause as somebody read it: `on` the day it was read, `typed` the day that was typed. `reader` is an opaque key."""

    ref: str  # its document's
    number: int  # its version's
    place: str
    covers: str
    reader: UUID | None
    on: date
    typed: date


@dataclass(frozen=True, kw_only=True)
class VersionAt:
    """A version as it stood; `on` is the day it was received or made. Of what came after, only what had happened and was known."""

    document_id: UUID
    version_id: UUID
    ref: str
    number: int
    label: str
    kind: str
    title: str
    marking: str
    on: date
    typed: date
    covers_from: date | None
    covers_to: date | None
    approved_on: date | None
    approved_typed: date | None
    minute: str
    decision: str
    review_due: date | None
    review_typed: date | None
    withdrawn_on: date | None
    signed_by: tuple[str, ...]  # refs of bodies
    clauses: tuple[ClauseAt, ...]


def versions_at(viewer: Viewer, *, on: date, known: date, kind: str = "") -> list[VersionAt]:
    """Every version that had been received by a day and typed by another, with what had happened to it; by reference and number."""
    rows = _by_then(Version, viewer, on, known, "document__marking").select_related("document").order_by("document__ref", "number")
    rows = rows.filter(document__kind=kind) if kind else rows
    seen = _Seen(viewer, on, known)
    return [seen.version(row) for row in rows]


def clauses_at(viewer: Viewer, *, on: date, known: date) -> list[ClauseAt]:
    """Every clause that had been read by a day and typed by another, by reference, version and place."""
    rows = _by_then(Clause, viewer, on, known, "of__document__marking").select_related("of__document")
    return [_clause(row) for row in rows.order_by("of__document__ref", "of__number", "place", "covers", "on")]


def _clause(row: Clause) -> ClauseAt:
    return ClauseAt(
        ref=row.of.document.ref,
        number=row.of.number,
        place=row.place,
        covers=row.covers,
        reader=row.read_by_id,
        on=row.on,
        typed=_day(row.typed_at),
    )


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def _by_then(model: Any, viewer: Viewer, on: date, known: date, marking: str) -> QuerySet[Any]:
    after = timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))
    rows: QuerySet[Any] = model.objects.filter(readable(viewer, marking), area=viewer.area_id, on__lte=on, typed_at__lt=after)
    return rows


class _Seen:
    """Everything that had happened to any version by then, fetched once, by version or document."""

    def __init__(self, viewer: Viewer, on: date, known: date) -> None:
        def by_then(model: Any, marking: str = "of__document__marking") -> QuerySet[Any]:
            return _by_then(model, viewer, on, known, marking)

        self.on, self.known = on, known
        self.approvals: dict[UUID, Approval] = {row.of_id: row for row in by_then(Approval)}
        self.reviews: dict[UUID, ReviewDue] = {row.of_id: row for row in by_then(ReviewDue).order_by("on", "typed_at", "id")}
        self.signed: dict[UUID, list[str]] = defaultdict(list)
        for of_id, body in by_then(Signatory).order_by("body__ref").values_list("of_id", "body__ref"):
            self.signed[of_id].append(body)
        self.clauses: dict[UUID, list[ClauseAt]] = defaultdict(list)
        for row in by_then(Clause).select_related("of__document").order_by("place", "covers", "on"):
            self.clauses[row.of_id].append(_clause(row))
        self.withdrawn: dict[UUID, date] = {}
        for document_id, of_id, day in by_then(Withdrawal, "document__marking").order_by("-on").values_list("document_id", "of_id", "on"):
            self.withdrawn[of_id or document_id] = day
        # a title given while Official-Sensitive stays with those who could read it then
        all_of_them = Correction.objects.filter(readable(viewer, "marking_was"), area=viewer.area_id)
        later = all_of_them.exclude(pk__in=by_then(Correction, "document__marking").values("pk"))
        self.titles: dict[UUID, str] = {row.document_id: row.title_was for row in later.order_by("-on", "-typed_at", "-id")}

    def version(self, row: Version) -> VersionAt:
        approval, review = self.approvals.get(row.pk), self.reviews.get(row.pk)
        ends = [day for day in (self.withdrawn.get(row.pk), self.withdrawn.get(row.document_id)) if day]
        return VersionAt(
            document_id=row.document_id,
            version_id=row.pk,
            ref=row.document.ref,
            number=row.number,
            label=row.label,
            kind=row.document.kind,
            title=self.titles.get(row.document_id, row.document.title),
            marking=row.document.marking,
            on=row.on,
            typed=_day(row.typed_at),
            covers_from=row.covers_from,
            covers_to=row.covers_to,
            approved_on=approval.on if approval else None,
            approved_typed=_day(approval.typed_at) if approval else None,
            minute=approval.minute if approval else "",
            decision=approval.decision if approval else "",
            review_due=review.due if review else None,
            review_typed=_day(review.typed_at) if review else None,
            withdrawn_on=min(ends, default=None),
            signed_by=tuple(self.signed[row.pk]),
            clauses=tuple(self.clauses[row.pk]),
        )
