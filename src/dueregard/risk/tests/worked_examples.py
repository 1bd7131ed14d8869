"""Reads the shorthand of worked examples of section 2 into the facts an indicator reads. A word it does not know is an error."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dueregard.guidance.indicator.rows import Action, Answers, Area, Check, Due, Listed, Met, Start
from dueregard.guidance.indicator.table import District, Required, Seat, Sits, Stands, Table
from dueregard.risk.indicators import RiskFacts, rows
from dueregard.risk.queries.thread import TOLERANCE

LONG_AGO = date(2019, 4, 1)
BOARD, PLAN, EDITION = "G-1", "PLAN-1", "RA-1"
SECTORS = {
    "local-authority": "Local authority",
    "police": "Police",
    "education": "Education",
    "health": "Health",
    "probation": "Probation",
}
USUAL = {sector: f"The {label.lower()}" for sector, label in SECTORS.items()}  # the body that sits there


def read(facts: Mapping[str, Any]) -> RiskFacts:
    """The shorthand of one example as facts."""
    known = dict(facts)
    made = of_section_2(known)
    if known:
        raise ValueError(f"A worked example says {', '.join(known)}, which its reader does not know")
    return made


def of_section_2(known: dict[str, Any]) -> RiskFacts:
    """What the shorthand says of section 2; what it does not read stays in the mapping."""
    area, written = known.pop("area", {}), known.pop("risks", [])
    actions = known.pop("actions", [])
    made: dict[str, Any] = {name: _each(known.pop(name, []), reader) for name, reader in READERS.items()}
    return RiskFacts(
        area=Area(name=area.get("name", "Westmarch"), began=area.get("began", LONG_AGO)),
        tells_all=area.get("tells_all", True),
        group=BOARD,
        table=_table(known.pop("seats", USUAL), known.pop("districts", []), known.pop("represented", [])),
        met=_each(known.pop("met", []), _met),
        risks=_each(written, _risk),
        accepted=tuple(_accepted(each) for each in written if "accepted" in each),
        actions=_each(actions, _action),
        planned=tuple(_planned(each) for each in actions if each.get("plan", PLAN)),
        **made,
    )


def _each(written: Any, reader: Any) -> tuple[Any, ...]:
    found = written if isinstance(written, list) else [written]
    return tuple(reader(each) for each in found)


def _table(seats: Mapping[str, Any], districts: Iterable[str], represented: Iterable[Mapping[str, str]]) -> Table:
    """`health: Tarn Hospitals`, or with more said: `health-2: {body: …, sector: health, person: …, from: …}`."""
    said = {key: each if isinstance(each, Mapping) else {"body": each} for key, each in seats.items()}
    return Table(
        required=tuple(Required(ref=sector, label=label, on=LONG_AGO, sector=sector) for sector, label in SECTORS.items()),
        seats=tuple(_seat(key, each) for key, each in said.items()),
        districts=tuple(District(ref=name, label=name, on=LONG_AGO) for name in districts),
        agreements=tuple(
            Stands(ref=row["represents"], label="Agreement", on=row.get("from", LONG_AGO), seat=row["seat"], represents=row["represents"])
            for row in represented
        ),
    )


def _seat(key: str, each: Mapping[str, Any]) -> Seat:
    person = each.get("person")
    return Seat(
        ref=key,
        label=each["body"],
        on=each.get("from", LONG_AGO),
        until=each.get("until"),
        group=BOARD,
        sector=each.get("sector", key),
        body=each["body"],
        district=each.get("district", ""),
        people=(Sits(ref=person, label=person, on=LONG_AGO, person=person),) if person else (),
    )


def _met(each: Any) -> Met:
    """A day, or a day with its agenda (risk, plan, or the refs of actions) and the seats that came."""
    said = each if isinstance(each, Mapping) else {"date": each}
    listed = [
        Listed(on=said["date"], about_kind=about if about in {"risk", "plan"} else "action", about_ref=about)
        for about in said.get("agenda", [])
    ]
    return Met(
        ref=said.get("ref", f"M-{said['date']}"),
        label="Meeting",
        on=said["date"],
        groups=frozenset({BOARD}),
        listed=tuple(listed),
        came=frozenset(said.get("came", [])),
    )


def _source(each: Mapping[str, Any]) -> rows.Source:
    return rows.Source(
        ref=each["ref"],
        label=each.get("title", each["ref"]),
        on=each["received"],
        typed=each.get("typed"),
        source_kind=each["kind"],
        edition=each.get("edition", ""),
        dated=each.get("dated"),
        until=each.get("until"),
    )


def _edition(each: Mapping[str, Any]) -> rows.Edition:
    days = [(each[word], word) for word in ("approved", "superseded") if word in each]
    begun = each.get("begun", each.get("approved"))
    return rows.Edition(
        ref=each.get("ref", EDITION),
        label=each.get("title", f"Risk assessment {each.get('ref', EDITION)}"),
        on=begun,
        steps=tuple(rows.Step(on=day, to=word) for day, word in [(begun, "drafted"), *days]),
        risks=tuple(rows.Named(on=begun, ref=ref) for ref in each.get("risks", [])),
    )


def _update(each: Any) -> rows.Update:
    said = each if isinstance(each, Mapping) else {"date": each}
    return rows.Update(ref=f"U-{said['date']}", label="Update", on=said["date"], typed=said.get("typed"), edition=said.get("of", EDITION))


def _briefing(each: Mapping[str, Any]) -> rows.Briefing:
    return rows.Briefing(
        ref=f"BF-{each['date']}",
        label="Briefing",
        on=each["date"],
        edition=each.get("of", EDITION),
        bodies=frozenset(each.get("bodies", USUAL.values())),
        people=frozenset(each.get("people", [])),
    )


def _risk(each: Mapping[str, Any]) -> rows.Risk:
    """`score` is the residual score, or several with the day of each; a score of 15 or more is above tolerance."""
    since = each.get("identified", LONG_AGO)
    scores = each.get("score", 6)
    scores = scores if isinstance(scores, list) else [] if scores is None else [{"is": scores, "date": since}]
    closed = [rows.Step(on=each["closed"], to="closed")] if "closed" in each else []
    return rows.Risk(
        ref=each["ref"],
        label=each.get("title", "Halls let to a front group"),
        on=since,
        risk_kind=each.get("kind", "situational"),
        concerns=each.get("concerns", "duty" if each.get("kind") == "corporate" else "both"),
        continues=each.get("continues", ""),
        steps=tuple(closed),
        scores=tuple(
            rows.Scored(on=row["date"], score=row["is"], tolerance=row.get("tolerance", TOLERANCE), next_due=each.get("review"))
            for row in scores
        ),
        owners=() if each.get("owner", True) is None else (rows.Named(on=since, ref="The council"),),
        references=(rows.Named(on=since, ref=each["reference"]),) if "reference" in each else (),
        sources=tuple(rows.Named(on=since, ref=ref) for ref in each.get("sources", [])),
    )


def _accepted(each: Mapping[str, Any]) -> rows.Accepted:
    said = each["accepted"] if isinstance(each["accepted"], Mapping) else {"date": each["accepted"]}
    return rows.Accepted(ref="D-1", label="Acceptance", on=said["date"], until=said.get("until"), risk=each["ref"])


def _plan(each: Mapping[str, Any]) -> rows.Plan:
    return rows.Plan(
        ref=each.get("ref", PLAN),
        label=each.get("title", "The plan"),
        on=each.get("begun", each["from"]),
        group=BOARD,
        covers_from=each["from"],
        covers_to=each["to"],
        agreed=_day(each.get("agreed")),
        closed=each.get("closed"),
    )


def _day(agreed: Any) -> date | None:
    """A day, or the day with more said of the decision."""
    return agreed["date"] if isinstance(agreed, Mapping) else agreed


def _action(each: Mapping[str, Any]) -> Action:
    """Due dates may be several, each set on a day; `done` or `dropped` is the day of it."""
    since = each.get("from", LONG_AGO)
    dues = each.get("due", [])
    dues = dues if isinstance(dues, list) else [{"is": dues, "set": since}]
    checks = [each["check"]] if "check" in each else []
    return Action(
        ref=each["ref"],
        label=each.get("title", "Train venue staff"),
        on=since,
        until=each.get("done", each.get("dropped")),
        is_dropped="dropped" in each,
        group=each.get("group", BOARD),
        owner=each.get("owner", "Police"),
        owner_ref=each.get("owner", "Police"),
        dues=tuple(Due(on=row["set"], due=row["is"], is_agreed=row.get("agreed", False)) for row in dues),
        starts=() if each.get("start", since) is None else (Start(on=since, start=each.get("start", since)),),
        risks=tuple(Answers(on=since, risk=ref) for ref in each.get("risks", [])),
        checks=tuple(Check(ref=f"C-{each['ref']}", label="Security Threat Check", on=day, covers="action") for day in checks),
        reviews=tuple(each.get("reviews", [])),
        updates=tuple(each.get("updates", [])),
    )


def _planned(each: Mapping[str, Any]) -> rows.Planned:
    since = each.get("put_in", each.get("from", LONG_AGO))
    return rows.Planned(
        ref=each["ref"], label="In the plan", on=since, until=each.get("taken_out"), plan=each.get("plan", PLAN), action=each["ref"]
    )


READERS: Mapping[str, Any] = {
    "sources": _source,
    "levels": lambda each: rows.Level(ref="S-9", label="National threat level", on=each["date"], level=each["level"]),
    "contributions": lambda each: rows.Contribution(ref=f"CC-{each['date']}", label=each.get("what", "Themes"), on=each["date"]),
    "requests": lambda day: rows.ProfileRequest(ref=f"CQ-{day}", label="Request", on=day),
    "editions": _edition,
    "updates": _update,
    "briefings": _briefing,
    "plans": _plan,
}
