"""The facts of section 1: the area's own records, and those of areas that serve it or came before it, scope by scope."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.facts.places import Place, others
from dueregard.assurance.facts.standing import districts, holdings, required, strategic_posts, tiers
from dueregard.documents.queries import versions_at
from dueregard.organisations import queries as organisations
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.indicators.rows import Area, Group, Seat
from dueregard.partnership.queries import facts
from dueregard.partnership.rules.groups import CONFLICTING, SeatKind

PERIODS = frozenset({"functions", "links"})  # cut to the days that count; the other rows count or do not
LASTING = frozenset({"groups", "seats", "members", "representations", "terms"})  # needed whole, to judge the days that count


def gather(viewer: Viewer, *, on: date, known: date) -> PartnershipFacts:
    """Everything section 1 reads as at a date and known on another: a fixed number of queries for each area whose records count."""
    with scope(viewer):
        area = organisations.area(viewer)
        held = holdings(viewer, on=on, known=known)
        own_districts = districts(viewer, area, on=on, known=known)
        rows: dict[str, tuple[Any, ...]] = {
            "tiers": tiers(viewer, on=on, known=known),
            "required": required(viewer, on=on, known=known),
            "districts": own_districts,
            "strategic_posts": strategic_posts(viewer, on=on, known=known),
            "holdings": held,
        }
        officers = frozenset(row.person for row in held)
        own = facts.Asked(viewer=viewer, on=on, known=known)
        rows |= {name: tuple(found) for name, found in _read(own, frozenset(row.ref for row in own_districts), officers).items()}
        by_email = {person.email.lower(): person.ref for person in organisations.people(viewer) if person.email}
        places = list(others(viewer, on=on, known=known))
    began = [area.began]
    for place in places:
        with scope(place.viewer):
            found, their_began = _elsewhere(place, on=on, known=known, by_email=by_email, officers=officers)
        began += [their_began] if place.is_predecessor else []
        rows = _joined(rows, found, place)
    assert set(rows) <= {field.name for field in fields(PartnershipFacts)}
    return PartnershipFacts(area=Area(name=area.name, began=min(began)), **rows)


def _read(asked: facts.Asked, district_refs: frozenset[str], officers: frozenset[str]) -> dict[str, list[Any]]:
    """One area's rows of section 1."""
    whole = replace(asked.viewer, is_cleared=True, machine="worker")  # everything counts; words not to be read do not show
    versions = {row.version_id: row for row in versions_at(whole, on=asked.on, known=asked.known)}
    return {
        "groups": facts.groups(asked),
        "functions": facts.functions(asked),
        "terms": facts.terms(asked, versions),
        "seats": facts.seats(asked, districts=district_refs),
        "members": facts.members(asked),
        "representations": facts.representations(asked),
        "meetings": facts.meetings(asked),
        "agenda": facts.agenda(asked),
        "decisions": facts.decisions(asked),
        "nil_returns": facts.nil_returns(asked),
        "involvements": facts.involvements(asked, officers=officers),
        "links": facts.links(asked),
        "link_deeds": facts.link_deeds(asked),
        "exchanges": facts.exchanges(asked),
        "actions": facts.actions(asked),
    }


def _elsewhere(
    place: Place, *, on: date, known: date, by_email: Mapping[str, str], officers: frozenset[str]
) -> tuple[dict[str, tuple[Any, ...]], date]:
    """Another area's rows, those of the days that count; its people are ours where they have one address."""
    area = organisations.area(place.viewer)
    people = {
        person.ref: by_email[person.email.lower()] for person in organisations.people(place.viewer) if person.email.lower() in by_email
    }
    asked = facts.Asked(viewer=place.viewer, on=on, known=known, of=place.of, keys=people)
    theirs = frozenset(ref for ref, ours in people.items() if ours in officers)
    found = _read(asked, frozenset(), theirs)
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
