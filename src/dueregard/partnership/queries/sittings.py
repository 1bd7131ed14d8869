"""Meetings as the findings count them, for the pages that show a quorum or who came over meetings."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries import districts_at
from dueregard.partnership.indicators import rows
from dueregard.partnership.indicators.sittings import Sitting, sit
from dueregard.partnership.queries import facts
from dueregard.partnership.queries.meetings import MeetingRow
from dueregard.partnership.rules.groups import Quoracy, SeatKind, Sector
from dueregard.partnership.rules.meetings import ATTENDED, Presence


def sittings(viewer: Viewer, *, on: date, group: str = "", meeting: str = "") -> list[Sitting]:
    """The meetings that took place by a day, oldest first, by the seats, agreements and terms of their own day."""
    asked = facts.Asked(viewer=viewer, on=on, known=viewer.today)
    steps = facts.steps(asked, only=meeting)
    found = facts.meetings(asked, steps, facts.seated(asked, steps, only=meeting), only=meeting)
    met = [row for row in found if row.took_place and (not group or row.group == group)]
    if not met:
        return []
    table = _Table(asked)
    return [_sit(row, table) for row in sorted(met, key=lambda row: (row.on, row.ref))]


class _Table:
    """Who had a place at the table, fetched once."""

    def __init__(self, asked: facts.Asked) -> None:
        refs = frozenset(districts_at(asked.viewer, on=asked.on, known=asked.known).values_list("ref", flat=True))
        self.seats = {row.ref: row for row in facts.seats(asked, districts=refs)}
        self.members = facts.members(asked)
        self.agreements = facts.representations(asked)
        self.terms = facts.terms(asked)


def _sit(row: rows.Meeting, table: _Table) -> Sitting:
    return sit(
        row,
        seats=table.seats,
        members=[member for member in table.members if member.group == row.group],
        agreements=table.agreements,
        terms=[edition for edition in table.terms if edition.group == row.group],
    )


def quoracy(viewer: Viewer, *, meeting: str) -> Quoracy | None:
    """Whether a meeting that was held was quorate, and why in words; None if it was not held."""
    found = sittings(viewer, on=viewer.today, meeting=meeting)
    return found[0].quoracy if found else None


LAST = 4  # meetings, as line 1.g3 counts them


@dataclass(frozen=True, kw_only=True)
class SeatLine:
    """One seat over the meetings: how it stood at each, None where it had not begun, had ended or nothing was recorded."""

    seat: str
    body: str
    sector: Sector | None
    stood: tuple[Presence | None, ...]
    counted: tuple[bool, ...]  # whether each meeting counts for attendance: ordinary, and held

    @property
    def came(self) -> int:
        return sum(presence in ATTENDED for presence, counts in zip(self.stood, self.counted, strict=True) if counts)

    @property
    def due(self) -> int:
        return sum(presence is not None for presence, counts in zip(self.stood, self.counted, strict=True) if counts)


def attendance_grid(viewer: Viewer, *, group: str, on: date) -> tuple[list[Sitting], list[SeatLine]]:
    """The held meetings of a group, oldest first, and how each seat stood at each of them; sectors in their order, then other seats."""
    met = sittings(viewer, on=on, group=group)
    asked = facts.Asked(viewer=viewer, on=on, known=viewer.today)
    seats = [seat for seat in facts.seats(asked) if seat.group == group and seat.seat_kind != SeatKind.ADVISER]
    order = {sector.value: place for place, sector in enumerate(Sector)}
    seats.sort(key=lambda seat: (order.get(seat.sector, len(order)), seat.label, seat.ref))
    return met, [
        SeatLine(
            seat=seat.ref,
            body=seat.label,
            sector=Sector(seat.sector) if seat.sector else None,
            stood=tuple(_stood(seat, sitting) for sitting in met),
            counted=tuple(sitting.is_held and sitting.is_ordinary for sitting in met),
        )
        for seat in seats
    ]


def _stood(seat: rows.Seat, sitting: Sitting) -> Presence | None:
    if not seat.holds(sitting.on):
        return None
    return next((Presence(row.presence) for row in sitting.meeting.attendance if row.seat == seat.ref), Presence.ABSENT)


def turnout(viewer: Viewer, state: MeetingRow) -> tuple[Quoracy | None, dict[str, tuple[int, int]]]:
    """Whether a meeting was quorate, and how often each sector came to the last four ordinary meetings held up to it."""
    met, seats = attendance_grid(viewer, group=state.group, on=state.day)
    quorate = next((row.quoracy for row in met if row.meeting.ref == state.ref), None)
    last = [row for row in met if row.is_ordinary and row.is_held][-LAST:]
    came: dict[str, tuple[int, int]] = {}
    for sector in dict.fromkeys(seat.sector for seat in seats if seat.sector):
        refs = {seat.seat for seat in seats if seat.sector is sector}
        came[sector.label] = (sum(bool(refs & set(row.came)) for row in last), len(last))
    return quorate, came
