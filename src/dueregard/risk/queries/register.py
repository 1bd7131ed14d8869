"""Reads of the register: every risk with its two scores in few columns, remembered until a deed is done; and those asked for."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, IntegerField, Value, When
from django.db.models.functions import Cast

from dueregard.access.remembering import Remembered
from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.remembering import READ
from dueregard.privacy.marking import Marking, readable
from dueregard.risk.models import Risk, RiskOwner, RiskReview, RiskStep, RiskWording
from dueregard.risk.queries.matrix import Scales, matrix_on, scales
from dueregard.risk.queries.risk_pages import TEXTS
from dueregard.risk.queries.risks import IN_ORDER
from dueregard.risk.queries.then import by_then
from dueregard.risk.rules.matrix import Score
from dueregard.risk.rules.register import Line, Register, in_order
from dueregard.risk.rules.risks import RiskStatus

AREA_WIDE = "area"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which risks are asked for."""

    kind: str = ""
    owner: str = ""  # ref of a body
    district: str = ""  # ref of a body, or AREA_WIDE
    driver: str = ""
    status: str = RiskStatus.OPEN.value  # or "all"
    above: bool = False
    text: str = ""
    likelihood: int | None = None
    impact: int | None = None


EVERY = Wanted()


def register(viewer: Viewer, kept: Remembered, *, as_at: date, known: date, then: date, wanted: Wanted = EVERY) -> Register:
    """The risks asked for as they stood on a day, compared with an earlier one; a fixed number of statements."""
    whole = kept.get(READ, ("register", as_at, known, then), lambda: _worked_out(viewer, as_at=as_at, known=known, then=then))
    among = _narrowed(viewer, wanted, as_at=as_at, known=known)
    found = (line for line in whole.lines if _is_wanted(line, wanted))
    return replace(whole, lines=tuple(line for line in found if among is None or line.key in among))


def _worked_out(viewer: Viewer, *, as_at: date, known: date, then: date) -> Register:
    known_scales, matrix = scales(viewer), matrix_on(viewer, as_at=as_at, known=known)
    scale = known_scales[matrix.pk if matrix else None]
    steps = by_then(RiskStep.objects.filter(area=viewer.area_id), on=as_at, known=known).order_by(*IN_ORDER)
    status = dict(steps.annotate(key=_key("risk_id")).values_list("key", "status"))
    before, now = _scored(viewer, known_scales, as_at=as_at, known_on=known, then=then)
    rows = by_then(Risk.objects.filter(readable(viewer), area=viewer.area_id), on=as_at, known=known).annotate(key=_key("id"))
    lines = [
        Line(key, ref, kind, marking == Marking.SENSITIVE, district or "", status.get(key, "open"), before.get(key), now.get(key))
        for key, ref, kind, marking, district in rows.values_list("key", "ref", "kind", "marking", "district__ref")
    ]
    return Register(scale=scale, then=then, lines=in_order(lines, scale=scale))


def _key(field: str) -> Cast:
    """A row's key as the database writes it: making thousands of UUIDs of them costs more than reading them."""
    return Cast(field, CharField())


def _scored(viewer: Viewer, known: Scales, *, as_at: date, known_on: date, then: date) -> tuple[dict[str, Score], dict[str, Score]]:
    """The residual score each risk had then, and has now, in one statement."""
    rows = RiskReview.objects.filter(area=viewer.area_id, residual_likelihood__isnull=False, residual_impact__isnull=False)
    rows = by_then(rows, on=as_at, known=known_on).order_by(*IN_ORDER)
    was = Case(When(on__lte=then, then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = rows.annotate(key=_key("risk_id"), was=was, on_matrix=_key("matrix_id"))
    scales_by_key = {_written(pk): scale for pk, scale in known.items()}
    before: dict[str, Score] = {}
    now: dict[str, Score] = {}
    made: dict[tuple[Any, ...], Score] = {}  # there are few different scores, and many risks
    for key, matrix, likelihood, impact, is_before in rows.values_list("key", "on_matrix", "residual_likelihood", "residual_impact", "was"):
        of = (matrix, likelihood, impact)
        score = made.get(of)
        if score is None:
            score = made[of] = Score(likelihood or 0, impact or 0, scales_by_key[_hex(matrix)])
        now[key] = score
        if is_before:
            before[key] = score
    return before, now


def _written(pk: UUID | None) -> str:
    return pk.hex if pk else ""


def _hex(key: str | None) -> str:
    """A key as text without the dashes one of the two databases writes it with."""
    return key.replace("-", "") if key else ""


def _is_wanted(line: Line, wanted: Wanted) -> bool:
    if wanted.status != "all" and line.status != wanted.status:
        return False
    if (wanted.kind and line.kind != wanted.kind) or (wanted.above and not line.is_above):
        return False
    if wanted.district and line.district != ("" if wanted.district == AREA_WIDE else wanted.district):
        return False
    if wanted.likelihood is None or wanted.impact is None:
        return True
    return line.now is not None and (line.now.likelihood, line.now.impact) == (wanted.likelihood, wanted.impact)


def _narrowed(viewer: Viewer, wanted: Wanted, *, as_at: date, known: date) -> set[str] | None:
    """The risks that have what only their dated rows say: owner, driver, words; None where none of these is asked."""
    asked = [found for keep in (_owned, _driven, _saying) if (found := keep(viewer, wanted, as_at, known)) is not None]
    return set.intersection(*asked) if asked else None


def _last(viewer: Viewer, model: Any, as_at: date, known: date, *fields: str) -> dict[str, Any]:
    found = by_then(model.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id), on=as_at, known=known)
    return {row[0]: row[1:] for row in found.order_by(*IN_ORDER).annotate(key=_key("risk_id")).values_list("key", *fields)}


def _owned(viewer: Viewer, wanted: Wanted, as_at: date, known: date) -> set[str] | None:
    if not wanted.owner:
        return None
    return {key for key, (body,) in _last(viewer, RiskOwner, as_at, known, "body__ref").items() if body == wanted.owner}


def _driven(viewer: Viewer, wanted: Wanted, as_at: date, known: date) -> set[str] | None:
    if not wanted.driver:
        return None
    return {key for key, (driver,) in _last(viewer, RiskWording, as_at, known, "driver").items() if driver == wanted.driver}


def _saying(viewer: Viewer, wanted: Wanted, as_at: date, known: date) -> set[str] | None:
    """The risks whose words on the day hold the text, or whose reference is it."""
    text = wanted.text.strip().casefold()
    if not text:
        return None
    last = _last(viewer, RiskWording, as_at, known, "risk__ref", "title", *TEXTS)
    return {key for key, (ref, *said) in last.items() if text == ref.casefold() or any(text in words.casefold() for words in said)}


def called(viewer: Viewer, refs: Collection[str], *, as_at: date, known: date) -> dict[str, str]:
    """What these risks are called on a day, by ref."""
    found = by_then(RiskWording.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id), on=as_at, known=known)
    return dict(found.filter(risk__ref__in=refs).order_by(*IN_ORDER).values_list("risk__ref", "title"))
