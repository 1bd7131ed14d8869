"""A group's table as its pages show it: who holds which seat, who sits there, and how each sector stood at a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import Attendance, Meeting, Membership, Seat
from dueregard.partnership.queries.groups import GroupRow, group_rows, memberships, seats
from dueregard.partnership.queries.meetings import attendance_of
from dueregard.partnership.rules.groups import CHAIRS, GroupFunction, MemberRole, SeatKind, Sector
from dueregard.partnership.rules.meetings import Presence

ORDER = {sector.value: place for place, sector in enumerate(Sector)}
LEADING = (MemberRole.CHAIR, MemberRole.CO_CHAIR, MemberRole.DEPUTY)


@dataclass(frozen=True, kw_only=True)
class SeatRow:
    """A seat on a day, with whoever sits there."""

    seat: Seat
    members: tuple[Membership, ...]
    ended: date | None

    @property
    def sector(self) -> str:
        return Sector(self.seat.sector).label if self.seat.sector else SeatKind(self.seat.kind).label

    @property
    def is_vacant(self) -> bool:
        return not any(row.role != MemberRole.SUBSTITUTE for row in self.members)


@dataclass(frozen=True, kw_only=True)
class Table:
    """The seats of a group on a day by sector, and the people on it who hold none."""

    seats: tuple[SeatRow, ...]
    others: tuple[Membership, ...]

    @property
    def leading(self) -> list[Membership]:
        """Chair, co-chairs and deputy, in that order."""
        rows = [row for seat in self.seats for row in seat.members if row.role in LEADING] + [
            row for row in self.others if row.role in LEADING
        ]
        return sorted(rows, key=lambda row: LEADING.index(MemberRole(row.role)))

    @property
    def chairs(self) -> list[Membership]:
        return [row for row in self.leading if row.role in CHAIRS]

    @property
    def vacant(self) -> list[SeatRow]:
        return [row for row in self.seats if row.is_vacant]

    @property
    def person_ids(self) -> set[UUID]:
        return {row.person_id for seat in self.seats for row in seat.members} | {row.person_id for row in self.others}

    @property
    def people(self) -> int:
        return len(self.person_ids)


def table_of(viewer: Viewer, *, group: UUID, on: date) -> Table:
    """Who is at a group's table on a day: two queries."""
    held = list(seats(viewer, on=on).filter(group=group))
    there = list(memberships(viewer, on=on).filter(group=group))
    by_seat: dict[UUID, list[Membership]] = {}
    for row in there:
        if row.seat_id:
            by_seat.setdefault(row.seat_id, []).append(row)
    held.sort(key=lambda seat: (ORDER.get(seat.sector, len(ORDER)), seat.kind == SeatKind.ADVISER, seat.body.name, seat.ref))
    known = {seat.pk for seat in held}
    return Table(
        seats=tuple(
            SeatRow(seat=seat, members=tuple(by_seat.get(seat.pk, ())), ended=seat.ending.on if hasattr(seat, "ending") else None)
            for seat in held
        ),
        others=tuple(row for row in there if row.seat_id not in known),
    )


@dataclass(frozen=True, kw_only=True)
class Stood:
    """How one seat, or somebody without one, stood at a meeting; `presence` None where nothing is recorded."""

    who: str
    presence: Presence | None
    person: str


@dataclass(frozen=True, kw_only=True)
class SectorRow:
    """How a sector stood at a meeting: the best of its seats, then each of them."""

    sector: str
    presence: Presence | None
    seats: tuple[Stood, ...]


BEST = {Presence.PRESENT: 0, Presence.SUBSTITUTE: 1, Presence.APOLOGIES: 2, Presence.ABSENT: 3, None: 4}


def sectors_at(viewer: Viewer, meeting: Meeting, *, table: Table) -> list[SectorRow]:
    """Who came to a meeting, by sector first, then the seats without one, then everybody else."""
    came = attendance_of(viewer, meeting)
    by_seat = {row.seat_id: row for row in came if row.seat_id}
    groups: dict[str, list[Stood]] = {}
    for row in table.seats:
        heading = row.sector if row.seat.sector else "Other seats"
        groups.setdefault(heading, []).append(_stood(row.seat.body.name, by_seat.get(row.seat.pk)))
    others = [_stood(_who(row), row) for row in came if not row.seat_id]
    if others:
        groups["Others"] = others
    return [SectorRow(sector=sector, presence=_best(stood), seats=tuple(stood)) for sector, stood in groups.items()]


def _who(row: Attendance) -> str:
    return row.person.name if row.person else row.body.name if row.body else ""


def _stood(who: str, row: Attendance | None) -> Stood:
    person = row.person.name if row and row.person and row.person.name != who else ""
    return Stood(who=who, presence=Presence(row.presence) if row else None, person=person)


def _best(stood: Iterable[Stood]) -> Presence | None:
    return min((one.presence for one in stood), key=lambda presence: BEST[presence])


def active_groups(viewer: Viewer, *, on: date) -> list[GroupRow]:
    """The groups there are on a day, those that oversee Prevent first."""
    rows = [row for row in group_rows(viewer, as_at=on) if row.is_active]
    return sorted(rows, key=lambda row: (GroupFunction.OVERSIGHT not in row.functions, row.name))
