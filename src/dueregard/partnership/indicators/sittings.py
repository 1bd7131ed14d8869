"""A meeting as the findings count it: who came for which seat, and whether it was quorate as the terms of its day say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.partnership.indicators.rows import Attendance, Meeting, Membership, Representation, Seat, Terms
from dueregard.partnership.rules.groups import MemberRole, Quoracy, SeatKind, Sector, is_quorate
from dueregard.partnership.rules.meetings import MeetingKind, Presence

VOTING = frozenset({MemberRole.CHAIR, MemberRole.CO_CHAIR, MemberRole.DEPUTY, MemberRole.MEMBER})
BEST_FIRST = {Presence.PRESENT: 0, Presence.SUBSTITUTE: 1}


@dataclass(frozen=True, eq=False)
class Sitting:
    """One meeting that took place: `came` says for each seat or district which seat was there for it."""

    meeting: Meeting
    on: date
    came: Mapping[str, str]
    quoracy: Quoracy
    is_recorded: bool

    @property
    def is_ordinary(self) -> bool:
        return self.meeting.meeting_kind == MeetingKind.ORDINARY

    @property
    def is_held(self) -> bool:
        """It took place, attendance is recorded, it was quorate."""
        return self.is_recorded and self.quoracy.holds


@dataclass(frozen=True, eq=False)
class Record:
    """The attendance of one seat (with those it succeeds) or district at the ordinary meetings of a group, oldest first."""

    began: date  # the seat's, its predecessor's or the agreement's first day: earlier meetings are not asked about
    came: tuple[bool, ...]
    by_others: tuple[bool, ...]  # it came through a seat that represents it


def record_of(owns: frozenset[str], sittings: Sequence[Sitting], *, began: date) -> Record:
    """At which of the meetings any of these was there, itself or through another."""
    came = tuple(not owns.isdisjoint(sitting.came) for sitting in sittings)
    itself = (any(sitting.came.get(ref) in owns for ref in owns) for sitting in sittings)
    return Record(began, came, tuple(there and not own for there, own in zip(came, itself, strict=True)))


def terms_in_force(terms: Sequence[Terms], on: date) -> Terms | None:
    """The terms last approved by that day."""
    return max((edition for edition in terms if edition.on <= on), key=lambda edition: (edition.on, edition.ref), default=None)


def _one_seat_each(attendance: Sequence[Attendance]) -> list[Attendance]:
    """One person counts for one seat a meeting: the one they sat in themselves before one they stood in for."""
    ranked = sorted(
        (row for row in attendance if row.attended), key=lambda row: (BEST_FIRST[Presence(row.presence)], not row.seat, row.seat)
    )
    seated: dict[str, Attendance] = {}
    for place, row in enumerate(ranked):
        seated.setdefault(row.person or f"somebody {place}", row)
    return list(seated.values())


def _roles(members: Sequence[Membership], on: date) -> dict[str, set[str]]:
    roles: dict[str, set[str]] = {}
    for member in members:
        if member.holds(on):
            roles.setdefault(member.person, set()).add(member.role)
    return roles


def _represented(came: dict[str, str], seats: Mapping[str, Seat], agreements: Sequence[Representation], on: date) -> dict[str, str]:
    """Seats and districts for which another seat of the sector was there by recorded agreement."""
    found: dict[str, str] = {}
    for agreement in sorted(agreements, key=lambda row: (row.seat, row.ref)):
        if agreement.holds(on) and agreement.seat in came and agreement.represents not in came:
            other = seats.get(agreement.represents)
            sector = other.sector if other else Sector.LOCAL_AUTHORITY  # a district without a seat
            if seats[agreement.seat].sector == sector:
                found.setdefault(agreement.represents, agreement.seat)
    return found


def sit(
    meeting: Meeting,
    *,
    seats: Mapping[str, Seat],
    members: Sequence[Membership],
    agreements: Sequence[Representation],
    terms: Sequence[Terms],
) -> Sitting:
    """The meeting as it is counted, by the seats, agreements and terms of its own day."""
    roles = _roles(members, meeting.on)
    came: dict[str, str] = {}
    voting = 0
    for row in _one_seat_each(meeting.attendance):
        seat = seats.get(row.seat)
        theirs = roles.get(row.person, set())
        if seat is not None and seat.seat_kind == SeatKind.SECTOR and seat.holds(meeting.on) and MemberRole.ADVISER not in theirs:
            came[seat.ref] = seat.ref
            if seat.district:
                came[seat.district] = seat.ref
            voting += 1
        elif (seat is not None and seat.seat_kind == SeatKind.INVITED) or theirs & VOTING:
            voting += 1
    sectors = {seats[ref].sector for ref in came.values()}
    edition = terms_in_force(terms, meeting.on)
    quoracy = is_quorate(edition.quorum if edition else None, members=voting, sectors=sectors)
    came |= _represented(came, seats, agreements, meeting.on)
    return Sitting(meeting, meeting.on, came, quoracy, bool(meeting.attendance))
