"""How versions and clauses stood on a day, as known on a day: what facts are filled from."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Q, QuerySet, Value
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import day_of
from dueregard.documents.models import Clause, Correction, ReviewDue, Signatory, Version, Withdrawal
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


def versions_at(viewer: Viewer, *, on: date, known: date, kind: str = "", only: Collection[UUID] | None = None) -> list[VersionAt]:
    """Every version (`only` these) received by a day and typed by another, with what had happened to it; by reference and number."""
    fields = ("pk", "number", "label", "on", "typed_at", "covers_from", "covers_to", "document_id")
    of_document = tuple(f"document__{name}" for name in ("ref", "kind", "title", "marking"))
    approved = tuple(f"approval__{name}" for name in ("on", "typed_at", "minute", "decision"))
    rows = _by_then(Version, viewer, on, known, "document__marking").order_by("document__ref", "number")
    rows = rows.filter(document__kind=kind) if kind else rows
    rows = rows if only is None else rows.filter(pk__in=only)
    found = list(rows.values_list(*fields, *of_document, *approved, named=True))
    if not found:
        return []
    seen = _Seen(viewer, on, known, None if only is None else {row.pk for row in found} | {row.document_id for row in found})
    return [seen.version(row) for row in found]


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
        typed=day_of(row.typed_at),
    )


def _by_then(model: Any, viewer: Viewer, on: date, known: date, marking: str) -> QuerySet[Any]:
    after = timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))
    rows: QuerySet[Any] = model.objects.filter(readable(viewer, marking), area=viewer.area_id, on__lte=on, typed_at__lt=after)
    return rows


class _Seen:
    """Everything that had happened to any version by then, by version or document: two statements."""

    def __init__(self, viewer: Viewer, on: date, known: date, only: Collection[UUID] | None) -> None:
        self.after = timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))
        self.viewer, self.on, self.only = viewer, on, only
        self.reviews: dict[UUID, Any] = {}
        self.signed: dict[UUID, list[str]] = defaultdict(list)
        self.withdrawn: dict[UUID, date] = {}
        self.titles: dict[UUID, str] = {}
        for row in self._happened():
            self._note(row)
        self.clauses: dict[UUID, list[ClauseAt]] = defaultdict(list)
        clauses = self._of(Clause.objects.filter(on__lte=on, typed_at__lt=self.after).select_related("of__document"), "of")
        for clause in clauses.order_by("place", "covers", "on"):
            self.clauses[clause.of_id].append(_clause(clause))

    def _of(self, rows: QuerySet[Any], to: str) -> QuerySet[Any]:
        rows = rows.filter(area=self.viewer.area_id)
        return rows if self.only is None else rows.filter(**{f"{to}__in": self.only})

    def _happened(self) -> list[Any]:
        """Reviews, signatures, withdrawals and corrections in one statement, since a version has few of each; oldest first."""

        def told(what: str, model: Any, *, to: str, day: str = "on", says: Any = None, where: Q | None = None) -> Any:
            rows = self._of(model.objects.filter(where or Q()), to.removesuffix("_id"))
            says = says or Value("", output_field=CharField())
            rows = rows.annotate(what=Value(what, output_field=CharField()), about=F(to), day=F(day), says=says)
            return rows.values_list("what", "about", "on", "typed_at", "id", "day", "says", named=True)

        # a title given while Official-Sensitive stays with those who could read it then
        corrected = told("corrected", Correction, to="document_id", says=F("title_was"), where=readable(self.viewer, "marking_was"))
        union = corrected.union(
            told("review", ReviewDue, to="of_id", day="due"),
            told("signed", Signatory, to="of_id", says=F("body__ref")),
            told("withdrawn", Withdrawal, to="of_id", where=Q(of__isnull=False)),
            told("withdrawn", Withdrawal, to="document_id", where=Q(of__isnull=True)),
            all=True,
        )
        return list(union.order_by("on", "typed_at", "id"))

    def _note(self, row: Any) -> None:
        is_by_then = row.on <= self.on and row.typed_at < self.after
        if row.what == "corrected" and not is_by_then:
            self.titles.setdefault(row.about, row.says)  # as it stood before the first correction that came later
        elif row.what == "review" and is_by_then:
            self.reviews[row.about] = row
        elif row.what == "signed" and is_by_then:
            self.signed[row.about].append(row.says)
        elif row.what == "withdrawn" and is_by_then:
            self.withdrawn[row.about] = row.on

    def version(self, row: Any) -> VersionAt:
        review = self.reviews.get(row.pk)
        is_approved = row.approval__on is not None and row.approval__on <= self.on and row.approval__typed_at < self.after
        ends = [day for day in (self.withdrawn.get(row.pk), self.withdrawn.get(row.document_id)) if day]
        return VersionAt(
            document_id=row.document_id,
            version_id=row.pk,
            ref=row.document__ref,
            number=row.number,
            label=row.label,
            kind=row.document__kind,
            title=self.titles.get(row.document_id, row.document__title),
            marking=row.document__marking,
            on=row.on,
            typed=day_of(row.typed_at),
            covers_from=row.covers_from,
            covers_to=row.covers_to,
            approved_on=row.approval__on if is_approved else None,
            approved_typed=day_of(row.approval__typed_at) if is_approved else None,
            minute=row.approval__minute if is_approved else "",
            decision=row.approval__decision if is_approved else "",
            review_due=review.day if review else None,
            review_typed=day_of(review.typed_at) if review else None,
            withdrawn_on=min(ends, default=None),
            signed_by=tuple(sorted(self.signed[row.pk])),
            clauses=tuple(self.clauses[row.pk]),
        )
