"""Section 1's records drawn at random for property tests, each with the day it happened."""

from datetime import date, timedelta

from hypothesis import strategies as st

from dueregard.documents.rules import ClauseTopic
from dueregard.partnership.indicators import rows
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.rules.groups import Quorum, Sector

FIRST, AS_AT, LAST = date(2024, 1, 1), date(2026, 6, 30), date(2027, 12, 31)
GROUPS, PEOPLE = ("G-1", "G-2"), ("A", "B", "C")
SEATS = ("local-authority", "police", "education", "health", "probation", "hospital")

days = st.dates(FIRST, LAST)
groups = st.sampled_from(GROUPS)
people = st.sampled_from(PEOPLE)
seats = st.sampled_from(SEATS)
REFS = st.sampled_from([f"R-{number}" for number in range(4)])  # few, so that records find each other


def later(day: date) -> st.SearchStrategy[date | None]:
    """No day, or one up to a year and a half after it."""
    return st.none() | st.integers(0, 500).map(lambda count: day + timedelta(days=count))


@st.composite
def periods(draw: st.DrawFn) -> dict:
    day = draw(days)
    return {"ref": draw(st.uuids()).hex, "label": "Something", "on": day, "until": draw(later(day))}


@st.composite
def meetings(draw: st.DrawFn) -> rows.Meeting:
    day, came = draw(days), draw(st.lists(st.tuples(seats, people), max_size=6))
    return rows.Meeting(
        ref=draw(REFS),
        label="Meeting",
        on=day,
        group=draw(groups),
        meeting_kind=draw(st.sampled_from(["ordinary", "ordinary", "extraordinary"])),
        planned=day - timedelta(days=30),
        took_place=draw(st.booleans()),
        attendance=tuple(rows.Attendance(seat=seat, person=person) for seat, person in came),
        cleared=draw(later(day)),
        approved=draw(later(day)),
        cancelled=draw(st.none() | st.just(day - timedelta(days=3))),
    )


@st.composite
def terms(draw: st.DrawFn) -> rows.Terms:
    day = draw(days)
    topics = draw(st.sets(st.sampled_from(ClauseTopic.values)))
    return rows.Terms(
        ref=draw(REFS),
        label="Terms",
        on=day,
        group=draw(groups),
        review_due=draw(later(day)),
        quorum=draw(st.sampled_from([None, Quorum(members=2), Quorum(required=frozenset({"police"}))])),
        clauses=tuple(rows.Clause(ref=topic, label=topic, on=day, covers=topic, place="4") for topic in sorted(topics)),
    )


@st.composite
def decisions(draw: st.DrawFn) -> rows.Decision:
    day = draw(days)
    made = draw(st.lists(st.integers(-20, 20), max_size=2))
    return rows.Decision(
        ref=draw(st.uuids()).hex,
        label="Decision",
        on=day,
        group=draw(groups),
        decision_kind=draw(st.sampled_from(["delivery", "procedural"])),
        checks=tuple(rows.Check(ref=f"{number}", label="Check", on=day + timedelta(days=number)) for number in made),
    )


@st.composite
def exchanges(draw: st.DrawFn) -> rows.Exchange:
    day = draw(days)
    return rows.Exchange(
        ref=draw(st.uuids()).hex,
        label="Club",
        on=day,
        organisation=draw(st.sampled_from(["Club", "Forum", "Mosque and church group"])),
        heard=draw(st.booleans()),
        answered=draw(later(day)),
        reported=draw(later(day)),
    )


@st.composite
def actions(draw: st.DrawFn) -> rows.Action:
    period = draw(periods())
    due = draw(later(period["on"]))
    dues = (rows.Due(on=period["on"], due=due),) if due else ()
    return rows.Action(**period, group=draw(groups), owner=draw(st.sampled_from(["", "Police"])), dues=dues)


def members() -> st.SearchStrategy[rows.Membership]:
    return st.builds(
        lambda period, group, person, role: rows.Membership(**period, group=group, person=person, role=role),
        periods(),
        groups,
        people,
        st.sampled_from(["chair", "co-chair", "deputy", "adviser"]),
    )


def functions() -> st.SearchStrategy[rows.Function]:
    return st.builds(
        lambda period, group, does: rows.Function(**period, group=group, function=does),
        periods(),
        groups,
        st.sampled_from(["oversight", "channel"]),
    )


def _events(make: type, **fields: st.SearchStrategy) -> st.SearchStrategy:
    keys = sorted(fields)
    return st.builds(
        lambda ref, day, values: make(ref=ref.hex, label="Something", on=day, **dict(zip(keys, values, strict=True))),
        st.uuids(),
        days,
        st.tuples(*(fields[key] for key in keys)),
    )


def _periods(make: type, **fields: st.SearchStrategy) -> st.SearchStrategy:
    keys = sorted(fields)
    return st.builds(
        lambda period, values: make(**period, **dict(zip(keys, values, strict=True))), periods(), st.tuples(*(fields[key] for key in keys))
    )


ROWS: dict[str, st.SearchStrategy] = {
    "tiers": _periods(rows.TierDecision, tier=st.sampled_from(["ordinary", "higher"])),
    "required": _periods(rows.RequiredSector, sector=st.sampled_from(Sector.values)),
    "districts": _periods(rows.District),
    "functions": functions(),
    "terms": terms(),
    "members": members(),
    "representations": _periods(rows.Representation, seat=seats, represents=seats),
    "meetings": meetings(),
    "agenda": _events(rows.AgendaItem, meeting=REFS, about_kind=st.just("terms"), about_ref=REFS),
    "decisions": decisions(),
    "nil_returns": _events(
        rows.NilReturn, about=st.sampled_from(["delivery-decisions", "community-exchanges"]), by=st.just("Prevent lead")
    ),
    "strategic_posts": _periods(rows.Post),
    "holdings": _periods(rows.Holding, post=st.just("S-1"), person=people),
    "involvements": _events(rows.Involvement, person=people, how=st.sampled_from(["attended", "approved", "decided", "cleared"])),
    "links": _periods(rows.Link, link_kind=st.sampled_from(["area", "other"])),
    "link_deeds": _events(rows.LinkDeed, link=st.just("L-1")),
    "exchanges": exchanges(),
    "briefings": _events(rows.Briefing),
    "actions": actions(),
}

PLACES = {
    "groups": tuple(rows.Group(ref=ref, label=f"Group {ref}", on=FIRST) for ref in GROUPS),
    "seats": tuple(rows.Seat(ref=ref, label=ref, on=FIRST, group="G-1", sector="health" if ref == "hospital" else ref) for ref in SEATS),
    "links": (rows.Link(ref="L-1", label="Ostley", on=FIRST, link_kind="area"),),
    "functions": (
        rows.Function(ref="F-1", label="Oversight", on=FIRST, group="G-1", function="oversight"),
        rows.Function(ref="F-2", label="Channel", on=FIRST, group="G-2", function="channel"),
    ),
}


@st.composite
def facts(draw: st.DrawFn) -> PartnershipFacts:
    """An area with a group and a panel since 2024, and a few records of every kind on any day until the end of 2027."""
    made = {name: tuple(draw(st.lists(strategy, max_size=3, unique_by=lambda row: row.ref))) for name, strategy in ROWS.items()}
    made["functions"] += PLACES["functions"]
    made["links"] += PLACES["links"]
    return PartnershipFacts(area=rows.Area(name="Westmarch", began=FIRST), groups=PLACES["groups"], seats=PLACES["seats"], **made)
