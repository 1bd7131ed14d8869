"""Reads of risks: what each says, who owns it and how it scores on a day, as plain rows; one risk with its whole history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import Marking, readable
from dueregard.risk.models import CorporateReference, Risk, RiskOwner, RiskReview, RiskStep, RiskWording
from dueregard.risk.queries.matrix import Scales, scales
from dueregard.risk.queries.then import by_then
from dueregard.risk.rules.drivers import driver_words
from dueregard.risk.rules.matrix import Score
from dueregard.risk.rules.risks import Concerns, RiskKind, RiskStatus

IN_ORDER = ("on", "typed_at", "id")
SCORES = ("inherent", "residual", "target")
Some = Collection[UUID] | None  # these risks, or every one


def risks_seen(viewer: Viewer) -> QuerySet[Risk]:
    """The risks the viewer may see, open or closed, oldest first."""
    rows = Risk.objects.filter(readable(viewer), area=viewer.area_id).select_related("district", "continues")
    return rows.order_by("kind", "on", "ref")


def risk_to_change(viewer: Viewer) -> QuerySet[Risk]:
    """The risks the viewer may see, locked for a deed."""
    return Risk.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


@dataclass(frozen=True, kw_only=True)
class RiskRow:
    """A risk as it stood on a day."""

    pk: UUID
    ref: str
    kind: RiskKind
    concerns: Concerns
    marking: Marking
    on: date  # identified
    district: str
    title: str
    driver: str  # in words
    owner: str  # the body's name
    owner_body: UUID | None
    person: str
    person_id: UUID | None
    reference: str  # in the corporate register
    inherent: Score | None
    residual: Score | None
    target: Score | None
    last_review: date | None
    next_due: date | None
    status: RiskStatus
    closed: date | None
    version: int

    @property
    def is_open(self) -> bool:
        return self.status is RiskStatus.OPEN

    @property
    def is_above(self) -> bool:
        """Whether it stands above tolerance."""
        return self.is_open and self.residual is not None and self.residual.is_above

    @property
    def band(self) -> str:
        """The word for its residual score; empty where it has none."""
        return self.residual.band if self.residual else ""


def risks(viewer: Viewer, *, as_at: date, known: date | None = None, among: Some = None) -> list[RiskRow]:
    """The risks as they stood on a day, as known on another: all, or these; seven statements, however many there are."""
    asked = _Asked(viewer, as_at, known or max(viewer.today, as_at), among)
    fields = ("pk", "ref", "kind", "concerns", "marking", "on", "district__name", "version")
    found = by_then(Risk.objects.filter(readable(viewer), area=viewer.area_id), on=as_at, known=asked.known)
    found = found if among is None else found.filter(pk__in=among)
    worded = asked.last(RiskWording, "title", "driver")
    owned = asked.last(RiskOwner, "body_id", "body__name", "person_id", "person__name")
    referred = asked.last(CorporateReference, "reference")
    stepped = asked.last(RiskStep, "status", "on")
    reviewed = _reviewed(asked, scales(viewer))
    rows = []
    for pk, ref, kind, concerns, marking, on, district, version in found.order_by("kind", "on", "ref").values_list(*fields):
        title, driver = worded.get(pk, ("", ""))
        body_id, body, person_id, person = owned.get(pk, (None, "", None, ""))
        status, since = stepped.get(pk, (RiskStatus.OPEN, None))
        rows.append(
            RiskRow(
                pk=pk,
                ref=ref,
                kind=RiskKind(kind),
                concerns=Concerns(concerns),
                marking=Marking(marking),
                on=on,
                district=district or "",
                title=title or ref,
                driver=driver_words(driver) if driver else "",
                owner=body or "",
                owner_body=body_id,
                person=person or "",
                person_id=person_id,
                reference=referred.get(pk, ("",))[0],
                status=RiskStatus(status),
                closed=since if status == RiskStatus.CLOSED else None,
                version=version,
                **reviewed.get(pk, UNREVIEWED),
            )
        )
    return rows


@dataclass(frozen=True)
class _Asked:
    """As at which day, known on which, of which risks."""

    viewer: Viewer
    on: date
    known: date
    among: Some

    def rows(self, model: Any) -> Any:
        """The dated rows of these risks there were by then, oldest first."""
        found = model.objects.filter(readable(self.viewer, "risk__marking"), area=self.viewer.area_id)
        found = found if self.among is None else found.filter(risk__in=self.among)
        return by_then(found, on=self.on, known=self.known).order_by(*IN_ORDER)

    def last(self, model: Any, *fields: str) -> dict[UUID, tuple[Any, ...]]:
        """What the row dated last says, by risk."""
        return {row[0]: row[1:] for row in self.rows(model).values_list("risk_id", *fields)}


UNREVIEWED: dict[str, Any] = {**dict.fromkeys(SCORES), "last_review": None, "next_due": None}


def _reviewed(asked: _Asked, known: Scales) -> dict[UUID, dict[str, Any]]:
    """The scores each risk has on the day, each from the last review that gave it, and when it is next to be reviewed."""
    sides = [f"{score}_{side}" for score in SCORES for side in ("likelihood", "impact")]
    found: dict[UUID, dict[str, Any]] = {}
    for pk, matrix, on, next_due, *steps in asked.rows(RiskReview).values_list("risk_id", "matrix_id", "on", "next_due", *sides):
        so_far = found.setdefault(pk, dict(UNREVIEWED))
        so_far |= {"last_review": on, "next_due": next_due}
        for score, likelihood, impact in zip(SCORES, steps[::2], steps[1::2], strict=True):
            if likelihood is not None and impact is not None:
                so_far[score] = Score(likelihood, impact, known[matrix], on)
    return found


def status_of(risk: Risk, *, on: date | None = None) -> tuple[RiskStatus, date | None]:
    """Whether a risk is open, and since when if it was ever closed: by a day, or by now."""
    steps = risk.steps.filter(on__lte=on) if on else risk.steps.all()
    last = steps.order_by("-on", "-typed_at", "-id").first()
    return (RiskStatus(last.status), last.on) if last else (RiskStatus.OPEN, None)


def lineage(viewer: Viewer, wanted: Collection[UUID]) -> dict[UUID, set[UUID]]:
    """These risks, each with those it goes on from that the viewer may see: a risk keeps its identity."""
    rows = Risk.objects.filter(readable(viewer), readable(viewer, "continues__marking"), area=viewer.area_id, continues__isnull=False)
    before = dict(rows.values_list("pk", "continues_id"))
    found = {}
    for pk in wanted:
        line, one = {pk}, before.get(pk)
        while one is not None and one not in line:
            line.add(one)
            one = before.get(one)
        found[pk] = line
    return found
