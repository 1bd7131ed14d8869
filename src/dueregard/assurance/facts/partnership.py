"""The facts of section 1: the area's own records, and those of areas that serve it or came before it, scope by scope."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts import standing
from dueregard.assurance.facts.places import Place
from dueregard.organisations import queries as organisations
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.indicators.rows import Area, Group, Seat
from dueregard.partnership.queries import facts
from dueregard.partnership.rules.groups import CONFLICTING, SeatKind

PERIODS = frozenset({"functions", "links"})  # cut to the days that count; the other rows count or do not
LASTING = frozenset({"groups", "seats", "members", "representations", "terms"})  # needed whole, to judge the days that count


def gather(viewer: Viewer, *, on: date, known: date, places: Sequence[Place]) -> PartnershipFacts:
    """Everything section 1 reads as at a date and known on another, in a fixed number of statements for each area whose records count."""
    own = facts.Asked(viewer=viewer, on=on, known=known)
    with scope(viewer):
        area = organisations.area(viewer)
        said, posts, own_districts = standing.said(own), standing.posts(own), standing.districts(own, area)
        held = standing.holdings(own, posts)
        rows: dict[str, tuple[Any, ...]] = {
            "tiers": standing.tiers(said),
            "required": standing.required(said),
            "districts": own_districts,
            "strategic_posts": standing.strategic_posts(own, posts),
            "holdings": held,
        }
        officers = frozenset(row.person for row in held)
        found = _read(own, officers, districts=frozenset(row.ref for row in own_districts))
        rows |= {name: tuple(of_name) for name, of_name in found.items()}
        by_email = dict(addresses(viewer)) if places else {}
    began = [area.began]
    for place in places:
        with scope(place.viewer):
            theirs, their_began = _elsewhere(replace(own, viewer=place.viewer, of=place.of), place, by_email, officers)
        began += [their_began] if place.is_predecessor else []
        rows = _joined(rows, theirs, place)
    assert set(rows) <= {field.name for field in fields(PartnershipFacts)}
    return PartnershipFacts(area=Area(name=area.name, began=min(began)), tells_tier=viewer.reads_sensitive, **rows)


def addresses(viewer: Viewer) -> list[tuple[str, str]]:
    """The addresses of the area's people, each with whose it is: who has one address in two areas is one person."""
    found = organisations.people(viewer).exclude(email="").values_list("email", "ref")
    return [(email.lower(), ref) for email, ref in found]


def _read(asked: facts.Asked, officers: frozenset[str], *, districts: frozenset[str] = frozenset()) -> dict[str, list[Any]]:
    """One area's rows of section 1."""
    steps = facts.steps(asked)
    grouped = facts.grouped(asked)
    seated, taken, noted = facts.seated(asked, steps), facts.taken(asked), facts.noted(asked, officers=officers)
    return {
        "groups": facts.groups(asked, grouped),
        "functions": facts.functions(asked, grouped),
        "terms": facts.terms(asked),
        "seats": facts.seats(asked, districts=districts),
        "members": facts.members(asked),
        "representations": facts.representations(asked),
        "meetings": facts.meetings(asked, steps, seated),
        "agenda": facts.agenda(asked),
        "decisions": facts.decisions(asked, taken),
        "nil_returns": noted.nil_returns,
        "involvements": noted.involvements + facts.parts_taken(asked, officers=officers, seated=seated, taken=taken),
        "links": facts.links(asked),
        "link_deeds": noted.link_deeds,
        "exchanges": facts.exchanges(asked),
        "actions": facts.actions(asked),
    }


def _elsewhere(
    asked: facts.Asked, place: Place, by_email: Mapping[str, str], officers: frozenset[str]
) -> tuple[dict[str, tuple[Any, ...]], date]:
    """Another area's rows, those of the days that count; its people are ours where they have one address."""
    area = organisations.area(place.viewer)
    people = {ref: by_email[email] for email, ref in addresses(place.viewer) if email in by_email}
    theirs = frozenset(ref for ref, ours in people.items() if ours in officers)
    found = _read(replace(asked, keys=people), theirs)
    return {name: _counting(name, rows, place) for name, rows in found.items()}, area.began


def _counting(name: str, rows: list[Any], place: Place) -> tuple[Any, ...]:
    if name in LASTING:
        return tuple(rows)
    return place.clipped(rows) if name in PERIODS else place.counts(rows)


def _joined(rows: dict[str, tuple[Any, ...]], found: dict[str, tuple[Any, ...]], place: Place) -> dict[str, tuple[Any, ...]]:
    """The area's rows with another's; what the area took over, it inherits."""
    joined = {name: rows.get(name, ()) + found.get(name, ()) for name in {**rows, **found}}
    if place.is_predecessor:
        joined["groups"] = tuple(_group_inherits(row, rows, found) for row in rows["groups"]) + found["groups"]
        joined["seats"] = tuple(_seat_inherits(row, found) for row in rows["seats"]) + found["seats"]
    return joined


def _group_inherits(group: Group, rows: dict[str, tuple[Any, ...]], found: dict[str, tuple[Any, ...]]) -> Group:
    """A group inherits the history of those groups of the area before that did the same: oversight, or Channel."""
    if group.of:
        return group
    does = {row.function for row in rows["functions"] if row.group == group.ref} & CONFLICTING
    before = sorted({row.group for row in found["functions"] if row.function in does})
    return replace(group, succeeds=(*group.succeeds, *before))


def _seat_inherits(seat: Seat, found: dict[str, tuple[Any, ...]]) -> Seat:
    """A sector's seat inherits the attendance of that sector's seats in the area before."""
    if seat.of or seat.seat_kind != SeatKind.SECTOR:
        return seat
    before = sorted(row.ref for row in found["seats"] if row.seat_kind == SeatKind.SECTOR and row.sector == seat.sector)
    return replace(seat, succeeds=(*seat.succeeds, *before))
