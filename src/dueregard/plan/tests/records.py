"""Records of sections 2 and 3 drawn at random for property tests, each with the day it happened."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dueregard.guidance.indicator.rows import Action, Answers, Area, Check, Due, Listed, Met, Start
from dueregard.guidance.indicator.table import Required, Seat, Sits, Table
from dueregard.plan.indicators import PlanFacts, rows
from dueregard.risk.indicators import RiskFacts
from dueregard.risk.indicators import rows as risk

FIRST, AS_AT, LAST = date(2024, 1, 1), date(2026, 6, 30), date(2027, 12, 31)
BOARD = "G-1"
SECTORS = ("local-authority", "police", "health")

days = st.dates(FIRST, LAST)
some_days = st.lists(days, max_size=3).map(tuple)
risks, actions, plans, editions, sources = (st.sampled_from([f"{letter}-{n}" for n in (1, 2)]) for letter in ("R", "A", "PLAN", "RA", "S"))
bodies = st.sampled_from([f"Body of {sector}" for sector in SECTORS])
later = st.none() | days


def dated(make: type, **fields: st.SearchStrategy) -> st.SearchStrategy:
    """Up to three rows of a day, oldest first, as nested rows stand."""
    return st.lists(st.builds(make, on=days, **fields), max_size=3).map(lambda found: tuple(sorted(found, key=lambda row: row.on)))


def record(make: type, *, ref: st.SearchStrategy | None = None, **fields: st.SearchStrategy) -> st.SearchStrategy:
    """A record of its own ref, or of one of a few so that records find each other."""
    own = st.uuids().map(lambda key: key.hex) if ref is None else ref
    return st.builds(make, ref=own, label=st.just("Something"), on=days, **fields)


@st.composite
def plan(draw: st.DrawFn) -> risk.Plan:
    begins = draw(days)
    return risk.Plan(
        ref=draw(plans),
        label="The plan",
        on=draw(days),
        group=BOARD,
        covers_from=begins,
        covers_to=begins + timedelta(days=draw(st.integers(1, 800))),
        agreed=draw(later),
        closed=draw(later),
    )


check = record(Check, unanswered=st.sampled_from([(), (2,)]))
steps = dated(risk.Step, to=st.sampled_from(["drafted", "submitted", "approved", "superseded"]))
named = dated(risk.Named, ref=sources)
scored = dated(risk.Scored, score=st.none() | st.integers(1, 25), tolerance=st.just(14), next_due=later)
listed = dated(Listed, about_kind=st.sampled_from(["risk", "plan", "action"]), about_ref=actions)

ROWS: dict[str, st.SearchStrategy] = {
    "met": record(Met, groups=st.just(frozenset({BOARD})), listed=listed, came=st.sets(st.sampled_from(SECTORS)).map(frozenset)),
    "sources": record(
        risk.Source,
        ref=sources,
        source_kind=st.sampled_from(["profile", "trend", "partner"]),
        dated=later,
        until=later,
        edition=st.just("E"),
    ),
    "levels": record(risk.Level, level=st.sampled_from(["substantial", "severe"])),
    "contributions": record(risk.Contribution),
    "requests": record(risk.ProfileRequest),
    "editions": record(risk.Edition, ref=editions, steps=steps, risks=dated(risk.Named, ref=risks)),
    "updates": record(risk.Update, edition=editions),
    "briefings": record(risk.Briefing, edition=editions, bodies=st.sets(bodies).map(frozenset)),
    "risks": record(
        risk.Risk,
        ref=risks,
        risk_kind=st.sampled_from(["situational", "corporate"]),
        concerns=st.sampled_from(["people", "influences", "both", "duty"]),
        continues=st.just("") | risks,
        steps=dated(risk.Step, to=st.sampled_from(["open", "closed"])),
        scores=scored,
        owners=named,
        references=named,
        sources=named,
    ),
    "accepted": record(risk.Accepted, risk=risks, until=later),
    "plans": plan(),
    "planned": record(risk.Planned, plan=plans, action=actions, until=later),
    "actions": record(
        Action,
        ref=actions,
        until=later,
        is_dropped=st.booleans(),
        owner=st.sampled_from(["", "Police"]),
        owner_ref=st.just("") | bodies,
        dues=dated(Due, due=days, is_agreed=st.booleans()),
        starts=dated(Start, start=days),
        risks=dated(Answers, risk=risks, until=later),
        checks=st.lists(check, max_size=2).map(tuple),
        reviews=some_days,
        updates=some_days,
    ),
}
OF_PLANS: dict[str, st.SearchStrategy] = {
    "agreements": record(rows.Agreement, plan=plans, checks=st.lists(check, max_size=2).map(tuple)),
    "checks": record(rows.PlanCheck, plan=plans),
    "rests": record(rows.Rests, plan=plans, edition=editions),
    "roles": record(rows.Role, plan=plans, body=bodies),
    "took_part": record(rows.TookPart, plan=plans, body=bodies),
    "ratified": record(rows.Ratified, plan=plans),
    "references": record(
        rows.Reference, plan=plans, until=later, reference_kind=st.sampled_from(["corporate", "service"]), place=st.sampled_from(["", "4"])
    ),
    "evaluations": record(
        rows.Evaluation,
        actions=dated(rows.Evaluated, action=actions),
        changes=dated(rows.Change, changed=st.sampled_from(["score", "nothing"]), because=st.sampled_from(["", "Too early"])),
        taken=some_days,
    ),
    "projects": record(rows.Project, until=later, objectives=some_days, actions=some_days),
    "funded": record(rows.Funded, until=later, is_funded=st.booleans()),
}
UNIQUE = {"sources", "editions", "risks", "plans", "actions"}  # of these, one record a ref

TABLE = Table(
    required=tuple(Required(ref=sector, label=sector.title(), on=FIRST, sector=sector) for sector in SECTORS),
    seats=tuple(
        Seat(
            ref=sector,
            label=f"Body of {sector}",
            on=FIRST,
            group=BOARD,
            sector=sector,
            body=f"Body of {sector}",
            people=(Sits(ref=sector, label="Member", on=FIRST, person=sector),),
        )
        for sector in SECTORS
    ),
)


@st.composite
def facts(draw: st.DrawFn) -> PlanFacts:
    """An area with a group since 2024, and a few records of every kind on any day until the end of 2027."""

    def made(name: str, strategy: st.SearchStrategy) -> tuple[Any, ...]:
        return tuple(draw(st.lists(strategy, max_size=3, unique_by=lambda row: row.ref if name in UNIQUE else id(row))))

    section_2 = {name: made(name, strategy) for name, strategy in ROWS.items()}
    of_risk = RiskFacts(area=Area(name="Westmarch", began=FIRST), group=BOARD, table=TABLE, **section_2)
    return PlanFacts(risk=of_risk, **{name: made(name, strategy) for name, strategy in OF_PLANS.items()})
