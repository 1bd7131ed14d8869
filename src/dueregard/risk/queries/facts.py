"""What the findings of section 2 read, as at a day and as known on another: each noun in a fixed number of statements, as plain rows.

Nothing of an Official-Sensitive risk or source is here for whoever may not read it: not even that it exists.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, F, Value

from dueregard.basics.dates import day_of
from dueregard.organisations.queries.asked import Asked
from dueregard.privacy.marking import readable
from dueregard.risk.indicators import rows
from dueregard.risk.models import (
    Assessment,
    AssessmentRisk,
    AssessmentSource,
    AssessmentStep,
    AssessmentUpdate,
    BriefedBody,
    Contribution,
    CorporateReference,
    LevelSet,
    ProfileRequest,
    Risk,
    RiskOwner,
    RiskReview,
    RiskSource,
    RiskStep,
    RiskWording,
    Source,
)
from dueregard.risk.queries.thread import TOLERANCE
from dueregard.risk.rules.sources import SourceKind

Told = dict[tuple[str, str], list[Any]]  # what was said of a record, by kind of row and reference, oldest first
LABEL_LENGTH = 80


def _short(words: str) -> str:
    return words if len(words) <= LABEL_LENGTH else f"{words[: LABEL_LENGTH - 1].rstrip()}…"


def _told(asked: Asked, of: str, *tables: tuple[str, Any, str, str]) -> Told:
    """What was said of records in several tables alike, each (what, model, field that says it, path of a marking), in one statement."""

    def one(what: str, model: Any, says: str, marking: str) -> Any:
        seen = model.objects.filter(readable(asked.viewer, marking)) if marking else model.objects.all()
        written = asked.rows(seen.annotate(what=Value(what, output_field=CharField()), about=F(f"{of}__ref"), says=F(says)))
        return written.values_list("what", "about", "on", "typed_at", "id", "says", named=True)

    first, *others = (one(*table) for table in tables)
    found: Told = defaultdict(list)
    for row in first.union(*others, all=True).order_by("on", "typed_at", "id"):
        found[row.what, row.about].append(row)
    return found


def _named(asked: Asked, found: Iterable[Any], *, is_ref: bool = True) -> tuple[rows.Named, ...]:
    return tuple(rows.Named(on=row.on, typed=day_of(row.typed_at), ref=asked.ref(row.says) if is_ref else row.says) for row in found)


def _steps(found: Iterable[Any]) -> tuple[rows.Step, ...]:
    return tuple(rows.Step(on=row.on, typed=day_of(row.typed_at), to=row.says) for row in found)


def sources(asked: Asked) -> list[rows.Source]:
    """The sources known, the editions of the local profile among them."""
    profile = tuple(f"profile__{name}" for name in ("on", "typed_at", "edition", "dated"))
    fields = ("ref", "kind", "title", *profile, "withdrawal__on", "withdrawal__typed_at")
    return [_source(asked, row) for row in asked.found(Source.objects.filter(readable(asked.viewer)).order_by("on", "ref"), *fields)]


def _source(asked: Asked, row: Any) -> rows.Source:
    is_named = asked.holds(row.profile__on, row.profile__typed_at)
    return rows.Source(
        ref=asked.ref(row.ref),
        label=_short(row.title),
        source_kind=row.kind,
        edition=row.profile__edition if is_named else "",
        dated=row.profile__dated if is_named else None,
        until=_day_before(row.withdrawal__on) if asked.holds(row.withdrawal__on, row.withdrawal__typed_at) else None,
        **asked.dated(row),
    )


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def levels(asked: Asked) -> list[rows.Level]:
    """Each time the national threat level was set, by a source that was not withdrawn."""
    seen = LevelSet.objects.filter(readable(asked.viewer, "source__marking")).order_by("on", "typed_at")
    withdrawn = ("source__withdrawal__on", "source__withdrawal__typed_at")
    return [
        rows.Level(ref=asked.ref(row.source__ref), label=SourceKind.THREAT_LEVEL.label, level=row.level, **asked.dated(row))
        for row in asked.found(seen, "source__ref", "level", *withdrawn)
        if not asked.holds(row.source__withdrawal__on, row.source__withdrawal__typed_at)
    ]


def contributions(asked: Asked) -> list[rows.Contribution]:
    """What was given towards the local profile."""
    seen = Contribution.objects.filter(readable(asked.viewer)).order_by("on", "ref")
    return [
        rows.Contribution(ref=asked.ref(row.ref), label=_short(row.what), **asked.dated(row)) for row in asked.found(seen, "ref", "what")
    ]


def requests(asked: Asked) -> list[rows.ProfileRequest]:
    """The requests to police for a local profile."""
    return [
        rows.ProfileRequest(ref=asked.ref(row.ref), label=_short(row.words), **asked.dated(row))
        for row in asked.found(ProfileRequest.objects.order_by("on", "ref"), "ref", "words")
    ]


def editions(asked: Asked) -> list[rows.Edition]:
    """The editions of the assessment, how far each came, and which sources and risks stand in it."""
    told = _told(
        asked,
        "assessment",
        ("step", AssessmentStep, "stage", ""),
        ("source", AssessmentSource, "source__ref", "source__marking"),
        ("risk", AssessmentRisk, "risk__ref", "risk__marking"),
    )
    return [
        rows.Edition(
            ref=asked.ref(row.ref),
            label=_short(row.title),
            steps=_steps(told["step", row.ref]),
            sources=_named(asked, told["source", row.ref]),
            risks=_named(asked, told["risk", row.ref]),
            **asked.dated(row),
        )
        for row in asked.found(Assessment.objects.order_by("on", "ref"), "ref", "title")
    ]


def updates(asked: Asked) -> list[rows.Update]:
    """Each time the assessment was looked at again."""
    return [
        rows.Update(
            ref=asked.ref(row.ref), label=f"Update of {row.assessment__title}", edition=asked.ref(row.assessment__ref), **asked.dated(row)
        )
        for row in asked.found(AssessmentUpdate.objects.order_by("on", "ref"), "ref", "assessment__ref", "assessment__title")
    ]


def briefings(asked: Asked) -> list[rows.Briefing]:
    """The briefings on editions: which bodies, and which people of them."""
    fields = ("briefing__ref", "briefing__assessment__ref", "briefing__assessment__title", "body__ref", "person__ref")
    told: dict[str, list[Any]] = defaultdict(list)
    for row in asked.found(BriefedBody.objects.order_by("on", "briefing__ref", "body__ref"), *fields):
        told[row.briefing__ref].append(row)
    return [
        rows.Briefing(
            ref=asked.ref(ref),
            label=f"Briefing on {some[0].briefing__assessment__title}",
            edition=asked.ref(some[0].briefing__assessment__ref),
            bodies=frozenset(asked.ref(row.body__ref) for row in some),
            people=frozenset(asked.person(row.person__ref) for row in some if row.person__ref),
            **asked.dated(some[0]),
        )
        for ref, some in told.items()
    ]


def risks(asked: Asked) -> list[rows.Risk]:
    """The risks of the register, with everything that had been said of each."""
    told = _told(
        asked,
        "risk",
        ("wording", RiskWording, "title", "risk__marking"),
        ("step", RiskStep, "status", "risk__marking"),
        ("owner", RiskOwner, "body__ref", "risk__marking"),
        ("reference", CorporateReference, "reference", "risk__marking"),
    )
    resting, scores = _resting(asked), _scores(asked)
    fields = ("ref", "kind", "concerns", "continues__ref")
    return [
        rows.Risk(
            ref=asked.ref(row.ref),
            label=_short(said[-1].says) if (said := told["wording", row.ref]) else "A risk without words",
            risk_kind=row.kind,
            concerns=row.concerns,
            continues=asked.ref(row.continues__ref) if row.continues__ref else "",
            steps=_steps(told["step", row.ref]),
            scores=scores[row.ref],
            owners=_named(asked, told["owner", row.ref]),
            references=_named(asked, told["reference", row.ref], is_ref=False),
            sources=_named(asked, resting[row.ref]),
            **asked.dated(row),
        )
        for row in asked.found(Risk.objects.filter(readable(asked.viewer)).order_by("on", "ref"), *fields)
    ]


def _resting(asked: Asked) -> dict[str, list[Any]]:
    """The sources each risk rests on, where both may be read."""
    seen = RiskSource.objects.filter(readable(asked.viewer, "risk__marking"), readable(asked.viewer, "source__marking"))
    found: dict[str, list[Any]] = defaultdict(list)
    for row in asked.found(seen.annotate(says=F("source__ref")).order_by("on", "typed_at", "id"), "risk__ref", "says"):
        found[row.risk__ref].append(row)
    return found


def _scores(asked: Asked) -> dict[str, tuple[rows.Scored, ...]]:
    """The reviews of each risk: the residual score where one was given, and what its matrix tolerates."""
    seen = RiskReview.objects.filter(readable(asked.viewer, "risk__marking")).order_by("on", "typed_at", "id")
    found: dict[str, tuple[rows.Scored, ...]] = defaultdict(tuple)
    for row in asked.found(seen, "risk__ref", "residual_likelihood", "residual_impact", "matrix__tolerance", "next_due"):
        is_scored = row.residual_likelihood is not None and row.residual_impact is not None
        found[row.risk__ref] += (
            rows.Scored(
                on=row.on,
                typed=day_of(row.typed_at),
                score=row.residual_likelihood * row.residual_impact if is_scored else None,
                tolerance=TOLERANCE if row.matrix__tolerance is None else row.matrix__tolerance,
                next_due=row.next_due,
            ),
        )
    return found
