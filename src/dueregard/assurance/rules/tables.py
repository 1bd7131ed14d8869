"""The small tables that show what a finding is about, beside its sentence. Pure Python."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dueregard.assurance.rules.found import TableSeen
from dueregard.partnership.indicators import PartnershipFacts
from dueregard.partnership.indicators.rows import Seat
from dueregard.partnership.indicators.sittings import Sitting
from dueregard.partnership.rules.groups import Sector
from dueregard.partnership.rules.meetings import Presence

LAST_MEETINGS = 4


def attendance(facts: PartnershipFacts, on: date) -> TableSeen | None:
    """Who came to the last four ordinary meetings, seat by seat in the order of the sectors; None before the first meeting."""
    overseers = facts.overseers(on)
    if not overseers:
        return None
    held = [sitting for sitting in overseers[0].ordinary if sitting.on <= on][-LAST_MEETINGS:]
    if not held:
        return None
    rows: list[tuple[str, ...]] = []
    for sector in facts.required_on(on):
        seats = sorted((seat for seat in overseers[0].seats if seat.sector == sector and seat.holds(on)), key=lambda seat: seat.ref)
        label = Sector(sector).label
        if not seats:
            rows.append((label, *("No seat" for _ in held), "No seat"))
        rows += [_row(facts, seat, held, label if len(seats) == 1 else f"{label}: {seat.label}") for seat in seats]
    heads = ("Sector", *(f"{sitting.on.day} {sitting.on:%b}" for sitting in held), "Came to")
    meetings = "last meeting" if len(held) == 1 else f"last {len(held)} meetings"
    return TableSeen(caption=f"Attendance at the {meetings}", heads=heads, rows=tuple(rows))


def _row(facts: PartnershipFacts, seat: Seat, held: list[Sitting], label: str) -> tuple[str, ...]:
    line = facts.seat_lines[seat.ref]
    began = min(facts.seat_by_ref[ref].on for ref in line if ref in facts.seat_by_ref)
    due = [sitting for sitting in held if sitting.on >= began]
    cells = [_cell(sitting, line) if sitting in due else "–" for sitting in held]
    return (label, *cells, f"{sum(not line.isdisjoint(sitting.came) for sitting in due)} of {len(due)}")


def _cell(sitting: Sitting, line: frozenset[str]) -> str:
    if line.isdisjoint(sitting.came):
        return "No"
    there = {row.presence for row in sitting.meeting.attendance if row.seat in line}
    if Presence.PRESENT in there:
        return "Yes"
    return "Sub" if Presence.SUBSTITUTE in there else "By agreement"


TABLES: Mapping[str, Callable[[Any, date], TableSeen | None]] = {"partnership.authorities-attend": attendance}
