"""The facts of section 1 as at a date, and what several findings read from them (worked out once, whatever the day asked about)."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dueregard.basics.dates import months_before
from dueregard.partnership.indicators.rows import (
    Action,
    AgendaItem,
    Area,
    Briefing,
    Decision,
    District,
    Exchange,
    Function,
    Group,
    Holding,
    Involvement,
    Link,
    LinkDeed,
    Meeting,
    Membership,
    NilReturn,
    Post,
    Representation,
    RequiredSector,
    Seat,
    Terms,
    TierDecision,
)
from dueregard.partnership.indicators.sittings import Record, Sitting, record_of, sit, terms_in_force
from dueregard.partnership.rules.groups import CHAIRS, REQUIRED_SECTORS, GroupFunction, SeatKind, Sector, Tier


@dataclass(frozen=True, kw_only=True)
class Overseer:
    """A group that oversees delivery, with the history it inherits."""

    group: Group
    began: date  # the day it, or the first it succeeds, took on the oversight
    refs: frozenset[str]  # the group and those it succeeds
    sittings: tuple[Sitting, ...]  # oldest first
    ordinary: tuple[Sitting, ...]  # those of them that were held and belong to the cadence
    records: Mapping[str, Record]  # the attendance of each of its seats, and of each district
    meetings: tuple[Meeting, ...]  # oldest first, the planned and the cancelled included
    terms: tuple[Terms, ...]  # its own
    chairs: tuple[Membership, ...]  # its own
    seats: tuple[Seat, ...]  # its own, of sectors
    decisions: tuple[Decision, ...]  # oldest first

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of the ordinary meetings that were held."""
        return tuple(sitting.on for sitting in self.ordinary)

    def window(self, on: date, *, months: int) -> slice:
        """Which of the ordinary meetings were held in the window."""
        return slice(bisect_right(self.days, months_before(on, months)), bisect_right(self.days, on))

    def last(self, on: date, *, meetings: int) -> slice:
        """Which of the ordinary meetings were the last so many."""
        end = bisect_right(self.days, on)
        return slice(max(end - meetings, 0), end)

    def held(self, on: date, *, months: int) -> tuple[Sitting, ...]:
        """The ordinary meetings held in the window."""
        return self.ordinary[self.window(on, months=months)]

    def terms_on(self, on: date) -> Terms | None:
        return terms_in_force(self.terms, on)

    def chairs_on(self, on: date) -> list[Membership]:
        return [chair for chair in self.chairs if chair.holds(on)]

    def next_meeting(self, on: date) -> Meeting | None:
        """The next ordinary or extraordinary meeting planned by that day for that day or later."""
        return next((meeting for meeting in self.meetings if meeting.group == self.group.ref and is_ahead(meeting, on)), None)


def is_ahead(meeting: Meeting, on: date) -> bool:
    """Whether the meeting was, on that day, planned for that day or later."""
    if meeting.on < on or meeting.planned is None or meeting.planned > on:
        return False
    return not is_cancelled(meeting, on) and not (meeting.took_place and meeting.on <= on)


def is_cancelled(meeting: Meeting, on: date) -> bool:
    """Whether the meeting was called off by that day."""
    return meeting.cancelled is not None and meeting.cancelled <= on


def _by_day(rows: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return tuple(sorted(rows, key=lambda row: (row.on, row.ref)))


@dataclass(frozen=True, kw_only=True)
class PartnershipFacts:
    """Everything section 1 reads: the area's own rows, and those of areas that serve it or came before it (`of` names them)."""

    area: Area
    tells_tier: bool = True  # whether the reader may know the area's tier, which is Official-Sensitive
    tiers: tuple[TierDecision, ...] = ()
    required: tuple[RequiredSector, ...] = ()
    districts: tuple[District, ...] = ()
    groups: tuple[Group, ...] = ()
    functions: tuple[Function, ...] = ()
    terms: tuple[Terms, ...] = ()
    seats: tuple[Seat, ...] = ()
    members: tuple[Membership, ...] = ()
    representations: tuple[Representation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    nil_returns: tuple[NilReturn, ...] = ()
    strategic_posts: tuple[Post, ...] = ()
    holdings: tuple[Holding, ...] = ()
    involvements: tuple[Involvement, ...] = ()
    links: tuple[Link, ...] = ()
    link_deeds: tuple[LinkDeed, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    briefings: tuple[Briefing, ...] = ()
    actions: tuple[Action, ...] = ()

    @cached_property
    def group_by_ref(self) -> Mapping[str, Group]:
        return {group.ref: group for group in self.groups}

    @cached_property
    def seat_by_ref(self) -> Mapping[str, Seat]:
        return {seat.ref: seat for seat in self.seats}

    @cached_property
    def seat_lines(self) -> Mapping[str, frozenset[str]]:
        """Each seat with those whose attendance it inherits."""
        return {seat.ref: self._line(seat.ref, {row.ref: row.succeeds for row in self.seats}) for seat in self.seats}

    @cached_property
    def sittings(self) -> Mapping[str, Sitting]:
        """Every meeting that took place, as it is counted."""
        return {
            meeting.ref: sit(
                meeting,
                seats=self.seat_by_ref,
                members=[member for member in self.members if member.group == meeting.group],
                agreements=self.representations,
                terms=[edition for edition in self.terms if edition.group == meeting.group],
            )
            for meeting in self.meetings
            if meeting.took_place
        }

    @cached_property
    def _held_functions(self) -> Mapping[str, tuple[Function, ...]]:
        return {name: tuple(row for row in self.functions if row.function == name) for name in GroupFunction.values}

    @cached_property
    def _overseers(self) -> Mapping[str, Overseer]:
        overseeing = {row.group for row in self._held_functions[GroupFunction.OVERSIGHT]}
        return {ref: self._overseer(self.group_by_ref[ref]) for ref in sorted(overseeing) if ref in self.group_by_ref}

    def _line(self, ref: str, succeeds: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        line, wave = {ref}, {ref}
        while wave := {before for one in wave for before in succeeds.get(one, ())} - line:
            line |= wave
        return frozenset(line)

    def _overseer(self, group: Group) -> Overseer:
        refs = self._line(group.ref, {row.ref: row.succeeds for row in self.groups})
        oversight = [row for row in self._held_functions[GroupFunction.OVERSIGHT] if row.group in refs]
        ours = _by_day(row for row in self.meetings if any(held.group == row.group and held.holds(row.on) for held in oversight))
        sittings = tuple(self.sittings[row.ref] for row in ours if row.took_place)
        ordinary = tuple(sitting for sitting in sittings if sitting.is_held and sitting.is_ordinary)
        seats = tuple(
            sorted(
                (row for row in self.seats if row.group == group.ref and row.seat_kind == SeatKind.SECTOR),
                key=lambda row: (row.label, row.ref),
            )
        )
        return Overseer(
            group=group,
            began=min(row.on for row in oversight),
            refs=refs,
            sittings=sittings,
            ordinary=ordinary,
            records=self._records(seats, ordinary),
            meetings=ours,
            terms=tuple(row for row in self.terms if row.group == group.ref),
            chairs=tuple(row for row in self.members if row.group == group.ref and row.role in CHAIRS),
            seats=seats,
            decisions=tuple(
                sorted(
                    (row for row in self.decisions if any(held.group == row.group and held.holds(row.on) for held in oversight)),
                    key=lambda row: (row.on, row.ref),
                )
            ),
        )

    def _records(self, seats: Iterable[Seat], ordinary: tuple[Sitting, ...]) -> dict[str, Record]:
        records = {}
        for seat in seats:
            line = self.seat_lines[seat.ref]
            began = min(self.seat_by_ref[ref].on for ref in line if ref in self.seat_by_ref)
            records[seat.ref] = record_of(line | {seat.district} if seat.district else line, ordinary, began=began)
        for district in self.districts:
            agreed = [row.on for row in self.representations if row.represents == district.ref]
            if agreed:
                records[district.ref] = record_of(frozenset({district.ref}), ordinary, began=min(agreed))
        return records

    @cached_property
    def chair_spans(self) -> Mapping[str, list[tuple[str, str, date, date]]]:
        """For each function: post, person, first and last day of everyone who chaired a group while it had the function."""
        spans: dict[str, list[tuple[str, str, date, date]]] = {}
        for name, held in self._held_functions.items():
            spans[name] = [
                (row.label, row.person, max(row.on, function.on), min(row.until or date.max, function.until or date.max))
                for row in self.members
                for function in held
                if row.role in CHAIRS and row.group == function.group
            ]
        return spans

    def doing(self, function: str, on: date) -> list[Group]:
        """The groups that had the function on the day, by ref."""
        refs = {row.group for row in self._held_functions[function] if row.holds(on)}
        groups = (self.group_by_ref.get(ref) for ref in sorted(refs))
        return [group for group in groups if group is not None and group.holds(on)]

    def ever_did(self, function: str, on: date) -> bool:
        """Whether any group had the function by that day."""
        return any(row.on <= on for row in self._held_functions[function])

    @cached_property
    def _overseers_on(self) -> dict[date, list[Overseer]]:
        return {}

    def overseers(self, on: date) -> list[Overseer]:
        """The groups that oversaw delivery on the day; first the one the findings read: it meets, it is our own, it meets most."""
        if on not in self._overseers_on:  # each line of the section asks, for each day of a look-ahead
            self._overseers_on[on] = self._overseers_by_then(on)
        return self._overseers_on[on]

    def _overseers_by_then(self, on: date) -> list[Overseer]:
        found = [self._overseers[group.ref] for group in self.doing(GroupFunction.OVERSIGHT, on)]
        if len(found) > 1:
            found.sort(key=lambda one: (not one.held(on, months=12), bool(one.group.of), -len(one.held(on, months=12)), one.group.ref))
        return found

    def tier_on(self, on: date) -> TierDecision | None:
        return max((row for row in self.tiers if row.holds(on)), key=lambda row: (row.on, row.ref), default=None)

    def is_higher(self, on: date) -> bool:
        tier = self.tier_on(on)
        return tier is not None and tier.tier == Tier.HIGHER

    def required_on(self, on: date) -> list[str]:
        """The sectors that must have a seat, in their order; the toolkit's five where none are given."""
        given = {row.sector for row in self.required if row.holds(on)}
        return [sector.value for sector in Sector if sector.value in (given or set(REQUIRED_SECTORS))]

    def districts_on(self, on: date) -> list[District]:
        return sorted((row for row in self.districts if row.holds(on)), key=lambda row: (row.label, row.ref))
