"""The facts of section 2: risks, sources and assessments, with the plan's actions, the meetings and the seats they are read beside."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts.places import Place
from dueregard.assurance.facts.table import group, met, table
from dueregard.basics.dates import day_of
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.queries import facts as partnership_queries
from dueregard.plan.queries import facts as plan_queries
from dueregard.risk.indicators import RiskFacts
from dueregard.risk.indicators.rows import Accepted
from dueregard.risk.queries import facts as risk_queries

HAPPENED = frozenset({"contributions", "requests", "updates", "briefings", "accepted"})  # cut to the days that count; the rest lasts


def gather(viewer: Viewer, *, on: date, known: date, places: Sequence[Place], partnership: PartnershipFacts) -> RiskFacts:
    """Everything section 2 reads as at a date and known on another, in a fixed number of statements for each area whose records count."""
    stands = frozenset(row.ref for row in partnership.decisions)
    own = Asked(viewer=viewer, on=on, known=known)
    with scope(viewer):
        rows = _read(own, stands)
    for place in counting(places):
        with scope(place.viewer):
            theirs = _read(replace(own, viewer=place.viewer, of=place.of), stands)
        rows = {name: rows[name] + in_days(place, name, found, HAPPENED) for name, found in theirs.items()}
    return RiskFacts(
        area=partnership.area,
        tells_all=viewer.reads_sensitive,
        group=group(partnership, on),
        table=table(partnership),
        met=met(partnership, on),
        actions=partnership.actions,
        **rows,
    )


def counting(places: Iterable[Place]) -> list[Place]:
    """The other areas whose assessments and plans count: those that serve this one on the day, and those it took over from."""
    return [place for place in places if place.is_predecessor or place.until is None]


def in_days(place: Place, name: str, rows: tuple[Any, ...], happened: Iterable[str]) -> tuple[Any, ...]:
    """Another area's rows, those that happened cut to the days that count."""
    return place.counts(list(rows)) if name in happened else rows


def _read(asked: Asked, stands: frozenset[str]) -> dict[str, tuple[Any, ...]]:
    """One area's rows of section 2, with its plans and the actions in them."""
    found: dict[str, list[Any]] = {
        "sources": risk_queries.sources(asked),
        "levels": risk_queries.levels(asked),
        "contributions": risk_queries.contributions(asked),
        "requests": risk_queries.requests(asked),
        "editions": risk_queries.editions(asked),
        "updates": risk_queries.updates(asked),
        "briefings": risk_queries.briefings(asked),
        "risks": risk_queries.risks(asked),
        "accepted": _accepted(asked, stands),
        "plans": plan_queries.plans(asked, stands=stands),
        "planned": plan_queries.planned(asked),
    }
    return {name: tuple(rows) for name, rows in found.items()}


def _accepted(asked: Asked, stands: frozenset[str]) -> list[Accepted]:
    """The risks the group accepted, by decisions that still stand."""
    return [
        Accepted(
            ref=asked.ref(row.decision__ref),
            label=f"Acceptance of {row.risk__ref}",
            risk=asked.ref(row.risk__ref),
            on=row.on,
            typed=day_of(row.typed_at),
            until=row.until,
            of=asked.of,
        )
        for row in partnership_queries.accepted(asked)
        if asked.ref(row.decision__ref) in stands
    ]
