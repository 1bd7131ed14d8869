"""Who sits at the table, which meetings count and which checks cover: what sections 2 and 3 take from the facts of section 1."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dueregard.guidance.indicator.rows import Listed, Met
from dueregard.guidance.indicator.table import District, Required, Seat, Sits, Stands, Table
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.indicators import rows as partnership
from dueregard.partnership.rules.groups import SeatKind


def table(facts: PartnershipFacts) -> Table:
    """The seats of the required sectors, the districts, and who represents whom."""
    people: dict[str, list[Sits]] = defaultdict(list)
    for one in facts.members:
        if one.seat:
            people[one.seat].append(Sits(ref=one.ref, label=one.label, on=one.on, until=one.until, person=one.person))
    return Table(
        required=tuple(
            Required(ref=row.ref, label=row.label, on=row.on, until=row.until, typed=row.typed, sector=row.sector) for row in facts.required
        ),
        seats=tuple(_seat(row, tuple(people[row.ref])) for row in facts.seats if row.seat_kind == SeatKind.SECTOR),
        districts=tuple(District(ref=row.ref, label=row.label, on=row.on, until=row.until) for row in facts.districts),
        agreements=tuple(
            Stands(ref=row.ref, label=row.label, on=row.on, until=row.until, seat=row.seat, represents=row.represents)
            for row in facts.representations
        ),
    )


def _seat(row: partnership.Seat, people: tuple[Sits, ...]) -> Seat:
    return Seat(
        ref=row.ref,
        label=row.label,
        on=row.on,
        until=row.until,
        typed=row.typed,
        of=row.of,
        group=row.group,
        sector=row.sector,
        body=row.body,
        district=row.district,
        people=people,
    )


def met(facts: PartnershipFacts, on: date) -> tuple[Met, ...]:
    """The ordinary meetings that were held: each counts for its own group, and for those that inherit its history."""
    listed: dict[str, list[Listed]] = defaultdict(list)
    for item in facts.agenda:
        listed[item.meeting].append(Listed(on=item.on, typed=item.typed, about_kind=item.about_kind, about_ref=item.about_ref))
    heirs: dict[str, set[str]] = defaultdict(set)
    for overseer in facts.overseers(on):
        for sitting in overseer.ordinary:
            heirs[sitting.meeting.ref].add(overseer.group.ref)
    return tuple(_met(facts, listed, heirs))


def _met(facts: PartnershipFacts, listed: dict[str, list[Listed]], heirs: dict[str, set[str]]) -> Iterator[Met]:
    for ref, sitting in facts.sittings.items():
        if sitting.is_held and sitting.is_ordinary:
            meeting = sitting.meeting
            yield Met(
                ref=ref,
                label=meeting.label,
                on=sitting.on,
                typed=meeting.typed,
                of=meeting.of,
                groups=frozenset({meeting.group, *heirs[ref]}),
                listed=tuple(listed[ref]),
                came=frozenset(sitting.came),
            )


def group(facts: PartnershipFacts, on: date) -> str:
    """The group whose meetings and seats the findings read: the one that oversees delivery; empty where none does."""
    overseers = facts.overseers(on)
    return overseers[0].group.ref if overseers else ""
