"""The facts of section 3, over those of sections 1 and 2: what was said of the plans, evaluations and funded projects."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts.places import Place
from dueregard.assurance.facts.risk import counting, in_days
from dueregard.basics.dates import day_of
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.rules import Standing
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.plan.indicators import PlanFacts
from dueregard.plan.indicators.rows import Agreement, Funded
from dueregard.plan.queries import facts
from dueregard.risk.indicators import RiskFacts

HAPPENED = frozenset({"evaluations"})  # cut to the days that count; the rest lasts


def gather(viewer: Viewer, *, on: date, known: date, places: Sequence[Place], partnership: PartnershipFacts, risk: RiskFacts) -> PlanFacts:
    """Everything section 3 reads as at a date and known on another, in a fixed number of statements for each area whose records count."""
    own = Asked(viewer=viewer, on=on, known=known)
    with scope(viewer):
        rows, funded = _read(own), _funded(own)
    for place in counting(places):
        with scope(place.viewer):
            theirs = _read(replace(own, viewer=place.viewer, of=place.of))
        rows = {name: rows[name] + in_days(place, name, found, HAPPENED) for name, found in theirs.items()}
    return PlanFacts(risk=risk, agreements=_agreements(partnership, risk), funded=funded, **rows)


def _read(asked: Asked) -> dict[str, tuple[Any, ...]]:
    """One area's rows of section 3."""
    said = facts.said(asked)
    return {
        "checks": tuple(facts.checks(asked)),
        "rests": tuple(said.rests),
        "roles": tuple(said.roles),
        "took_part": tuple(said.took_part),
        "ratified": tuple(said.ratified),
        "references": tuple(facts.references(asked)),
        "evaluations": tuple(facts.evaluations(asked)),
        "projects": tuple(facts.projects(asked)),
    }


def _agreements(partnership: PartnershipFacts, risk: RiskFacts) -> tuple[Agreement, ...]:
    """The decisions that agreed plans, with the checks that cover them."""
    decisions = {row.ref: row for row in partnership.decisions}
    found = ((plan, decisions[plan.decision]) for plan in risk.plans if plan.agreed is not None)
    return tuple(
        Agreement(
            ref=decision.ref,
            label=decision.label,
            on=plan.agreed or decision.on,
            typed=decision.typed,
            of=decision.of,
            plan=plan.ref,
            meeting=decision.meeting,
            checks=decision.checks,
        )
        for plan, decision in found
    )


def _funded(asked: Asked) -> tuple[Funded, ...]:
    """Whether the area had Prevent funding: as said each time, until it was said otherwise."""
    said = {row.on: row for row in asked.found(organisations.decided(asked.viewer, standings=[Standing.FUNDED]), "value")}
    ends = [day - timedelta(days=1) for day in list(said)[1:]]
    return tuple(
        Funded(
            ref=Standing.FUNDED.value,
            label=Standing.FUNDED.label,
            on=row.on,
            typed=day_of(row.typed_at),
            until=end,
            is_funded=row.value == "yes",
        )
        for row, end in zip(said.values(), [*ends, None], strict=False)
    )
