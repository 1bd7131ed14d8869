"""The register as its page shows it: every risk with its two scores in few columns, what was asked for, and the rows of one page."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, listed, months_before, say
from dueregard.privacy.marking import Marking, readable
from dueregard.risk.models import Risk, RiskOwner, RiskReview, RiskStep, RiskWording
from dueregard.risk.queries.matrix import Scales, matrix_on, scales
from dueregard.risk.queries.risk_pages import TEXTS
from dueregard.risk.queries.risks import IN_ORDER
from dueregard.risk.queries.then import by_then
from dueregard.risk.rules.matrix import Scale, Score
from dueregard.risk.rules.risks import Direction, RiskKind, RiskStatus, direction

COMPARED_MONTHS = 3  # ours: where the assessment was never looked at before, the register is compared with a quarter earlier
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


@dataclass(frozen=True)
class Line:
    """A risk of the register with where it stood then and stands now."""

    pk: UUID
    ref: str
    kind: RiskKind
    marking: str
    status: RiskStatus
    then: Score | None
    now: Score | None

    @property
    def is_above(self) -> bool:
        return self.status is RiskStatus.OPEN and self.now is not None and self.now.is_above

    @property
    def direction(self) -> Direction:
        return direction(self.then, self.now)


@dataclass(frozen=True, kw_only=True)
class Register:
    """The risks asked for, situational before corporate, highest first, on the matrix in force."""

    scale: Scale
    then: date
    lines: tuple[Line, ...]

    @cached_property
    def above(self) -> list[Line]:
        """Those above tolerance, highest first."""
        return sorted((line for line in self.lines if line.is_above), key=lambda line: -(line.now.product if line.now else 0))

    @cached_property
    def drawn(self) -> list[Line]:
        """Those the heat map can show: open, and scored on the matrix in force."""
        return [line for line in self.lines if line.status is RiskStatus.OPEN and _on(line.now, self.scale)]

    @property
    def elsewhere(self) -> int:
        """How many open risks are scored on another matrix: not converted, so not drawn."""
        return sum(line.status is RiskStatus.OPEN and line.now is not None and not _on(line.now, self.scale) for line in self.lines)

    @property
    def unscored(self) -> int:
        """How many open risks have no residual score."""
        return sum(line.status is RiskStatus.OPEN and line.now is None for line in self.lines)

    @property
    def marking(self) -> Marking:
        """As sensitive as the most sensitive risk in it."""
        return Marking.SENSITIVE if any(line.marking == Marking.SENSITIVE for line in self.lines) else Marking.OFFICIAL

    @property
    def sentence(self) -> str:
        """How the register stands, in numbers."""
        numbers = [(kind, sum(line.kind is kind for line in self.lines)) for kind in RiskKind]
        kinds = [f"{number} {kind.value}" for kind, number in numbers if number]
        above = len(self.above)
        tolerated = f"{above or 'None'} {'is' if above < 2 else 'are'} above tolerance"
        return f"{counted(len(self.lines), 'risk')}: {listed(kinds)}. {tolerated}" if self.lines else "No risk"

    @property
    def travel(self) -> str:
        """Which way they went since then."""
        ways = [(way, sum(line.direction is way for line in self.drawn)) for way in _WAYS]
        said = [f"{number} {'is' if number == 1 else 'are'} {way.label.lower()}" for way, number in ways if number]
        return f"Since {say(self.then)}, {listed(said)}" if said else ""


_WAYS = (Direction.WORSE, Direction.SAME, Direction.BETTER, Direction.NEW)


def _on(score: Score | None, scale: Scale) -> bool:
    return score is not None and score.scale.is_alike(scale)


def compared_with(looked_at: Iterable[date], *, as_at: date) -> date:
    """The day the register is compared with unless another is asked for: the last on which the assessment was looked at before."""
    return max((day for day in looked_at if day < as_at), default=months_before(as_at, COMPARED_MONTHS))


def register(viewer: Viewer, *, as_at: date, known: date, then: date, wanted: Wanted = EVERY) -> Register:
    """The risks asked for as they stood on a day, compared with an earlier one; a fixed number of statements."""
    known_scales, matrix = scales(viewer), matrix_on(viewer, as_at=as_at, known=known)
    scale = known_scales[matrix.pk if matrix else None]
    rows = by_then(Risk.objects.filter(readable(viewer), area=viewer.area_id), on=as_at, known=known)
    rows = rows.filter(kind=wanted.kind) if wanted.kind else rows
    if wanted.district:
        rows = rows.filter(district__isnull=True) if wanted.district == AREA_WIDE else rows.filter(district__ref=wanted.district)
    among = _narrowed(viewer, wanted, as_at=as_at, known=known)
    steps = by_then(RiskStep.objects.filter(area=viewer.area_id), on=as_at, known=known).order_by(*IN_ORDER)
    status = dict(steps.values_list("risk_id", "status"))
    before, now = _scored(viewer, known_scales, as_at=as_at, known=known, then=then)
    lines = [
        Line(pk, ref, RiskKind(kind), marking, RiskStatus(status.get(pk, "open")), before.get(pk), now.get(pk))
        for pk, ref, kind, marking in rows.values_list("pk", "ref", "kind", "marking")
        if among is None or pk in among
    ]
    found = [line for line in lines if _is_wanted(line, wanted)]
    return Register(scale=scale, then=then, lines=tuple(sorted(found, key=lambda line: _place(line, scale))))


def _is_wanted(line: Line, wanted: Wanted) -> bool:
    if wanted.status != "all" and line.status != wanted.status:
        return False
    if wanted.above and not line.is_above:
        return False
    if wanted.likelihood is None and wanted.impact is None:
        return True
    return line.now is not None and (line.now.likelihood, line.now.impact) == (wanted.likelihood, wanted.impact)


def _place(line: Line, scale: Scale) -> tuple[Any, ...]:
    """Situational first; the highest score on the matrix in force first, then those on another, then those without one."""
    score = line.now
    return (
        line.kind is not RiskKind.SITUATIONAL,
        line.status is not RiskStatus.OPEN,
        score is None,
        not _on(score, scale),
        -(score.product if score else 0),
        len(line.ref),
        line.ref,
    )


def _scored(viewer: Viewer, known_scales: Scales, *, as_at: date, known: date, then: date) -> tuple[dict[UUID, Score], dict[UUID, Score]]:
    """The residual score each risk had then, and has now: the two sides of the register, in one statement."""
    rows = RiskReview.objects.filter(area=viewer.area_id, residual_likelihood__isnull=False, residual_impact__isnull=False)
    rows = by_then(rows, on=as_at, known=known).order_by(*IN_ORDER)
    rows = rows.annotate(was=ExpressionWrapper(Q(on__lte=then), output_field=BooleanField()))
    before: dict[UUID, Score] = {}
    now: dict[UUID, Score] = {}
    made: dict[tuple[Any, ...], Score] = {}  # there are few different scores, and many risks
    for pk, matrix, likelihood, impact, was in rows.values_list("risk_id", "matrix_id", "residual_likelihood", "residual_impact", "was"):
        key = (matrix, likelihood, impact)
        score = made.get(key) or made.setdefault(key, Score(likelihood or 0, impact or 0, known_scales[matrix]))
        now[pk] = score
        if was:
            before[pk] = score
    return before, now


def _narrowed(viewer: Viewer, wanted: Wanted, *, as_at: date, known: date) -> set[UUID] | None:
    """The risks that have what only their dated rows say: owner, driver, words; None where none of these is asked."""
    asked = [found for keep in (_owned, _driven, _saying) if (found := keep(viewer, wanted, as_at, known)) is not None]
    return set.intersection(*asked) if asked else None


def _last(viewer: Viewer, model: Any, as_at: date, known: date, *fields: str) -> dict[UUID, Any]:
    found = by_then(model.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id), on=as_at, known=known)
    return {row[0]: row[1:] for row in found.order_by(*IN_ORDER).values_list("risk_id", *fields)}


def _owned(viewer: Viewer, wanted: Wanted, as_at: date, known: date) -> set[UUID] | None:
    if not wanted.owner:
        return None
    return {pk for pk, (body,) in _last(viewer, RiskOwner, as_at, known, "body__ref").items() if body == wanted.owner}


def _driven(viewer: Viewer, wanted: Wanted, as_at: date, known: date) -> set[UUID] | None:
    if not wanted.driver:
        return None
    return {pk for pk, (driver,) in _last(viewer, RiskWording, as_at, known, "driver").items() if driver == wanted.driver}


def _saying(viewer: Viewer, wanted: Wanted, as_at: date, known: date) -> set[UUID] | None:
    """The risks whose words on the day hold the text, or whose reference is it."""
    text = wanted.text.strip().casefold()
    if not text:
        return None
    last = _last(viewer, RiskWording, as_at, known, "risk__ref", "title", *TEXTS)
    return {pk for pk, (ref, *said) in last.items() if text == ref.casefold() or any(text in words.casefold() for words in said)}


def called(viewer: Viewer, among: Collection[UUID], *, as_at: date, known: date) -> dict[UUID, str]:
    """What these risks are called on a day."""
    found = by_then(RiskWording.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id), on=as_at, known=known)
    return dict(found.filter(risk__in=among).order_by(*IN_ORDER).values_list("risk_id", "title"))
