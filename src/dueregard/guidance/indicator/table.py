"""Who sits at the table: the seats of the required sectors, as findings of more than one section count them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dueregard.guidance.indicator.rows import Period


@dataclass(frozen=True, kw_only=True)
class Required(Period):
    """A sector that must have a seat, from a day to a day. The label is its name."""

    kind: str = "required-sector"
    sector: str


@dataclass(frozen=True, kw_only=True)
class Sits(Period):
    """Somebody (an opaque key) sits on a seat from a day to a day."""

    kind: str = "membership"
    person: str


@dataclass(frozen=True, kw_only=True)
class Seat(Period):
    """A sector's seat on a group. The label is the body that sits there."""

    kind: str = "seat"
    group: str
    sector: str
    body: str = ""
    district: str = ""  # ref of the district's body, where it is a district's seat
    people: tuple[Sits, ...] = ()


@dataclass(frozen=True, kw_only=True)
class District(Period):
    """A district council of a two-tier area, by the ref of its body."""

    kind: str = "body"


@dataclass(frozen=True, kw_only=True)
class Stands(Period):
    """A recorded agreement that one seat represents another seat, or a district without one."""

    kind: str = "representation"
    seat: str
    represents: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place a required sector has on a day: a seat, a district without one, or the empty one of a sector without any."""

    sector: str
    sector_label: str
    name: str  # the body or district; empty where the sector has one place only
    ref: str
    bodies: frozenset[str] = frozenset()  # its own, and those that represent it
    people: frozenset[str] = frozenset()

    @property
    def has_seat(self) -> bool:
        """A seat, or an agreement by which another represents it."""
        return bool(self.ref)

    @property
    def words(self) -> str:
        """Such as: health; or, where a sector has several places: Tarn Hospitals Trust (health)."""
        return f"{self.name} ({self.sector_label.lower()})" if self.name else self.sector_label.lower()


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many of the required sectors hold, each only when every place of it does, and which places do not."""

    holding: int
    of: int
    missing: tuple[Place, ...]
    any_holds: bool  # some place of some sector

    @property
    def names(self) -> list[str]:
        """The places that do not hold, in words."""
        return [place.words if place.has_seat else f"{place.words} (no seat)" for place in self.missing]


@dataclass(frozen=True, kw_only=True)
class Table:
    """The seats of the groups, the sectors that must have one, the districts, and who represents whom."""

    required: tuple[Required, ...] = ()
    seats: tuple[Seat, ...] = ()
    districts: tuple[District, ...] = ()
    agreements: tuple[Stands, ...] = ()

    @cached_property
    def _by_ref(self) -> Mapping[str, Seat]:
        return {seat.ref: seat for seat in self.seats}

    @cached_property
    def _worked_out(self) -> dict[tuple[str, date], tuple[Place, ...]]:
        return {}

    def places(self, group: str, on: date) -> tuple[Place, ...]:
        """The places of every required sector on a group on a day, by sector."""
        if (group, on) not in self._worked_out:  # several lines ask, for each day of a look-ahead
            self._worked_out[group, on] = tuple(self._places(group, on))
        return self._worked_out[group, on]

    def _places(self, group: str, on: date) -> Iterable[Place]:
        seats = sorted((row for row in self.seats if row.group == group and row.holds(on)), key=lambda row: (row.label, row.ref))
        seated = {row.district for row in seats if row.district}
        unseated = [row for row in sorted(self.districts, key=lambda row: (row.label, row.ref)) if row.holds(on) and row.ref not in seated]
        for needed in {row.sector: row for row in self.required if row.holds(on)}.values():
            ours = [row for row in seats if row.sector == needed.sector]
            without = unseated if needed.sector == "local-authority" else []
            several = len(ours) + len(without) > 1
            for row in ours:
                yield self._place(needed, row.label if several else "", row, self._standing_in(row.ref, on))
            for district in without:
                yield self._of_district(needed, district, on)
            if not ours and not without:
                yield Place(sector=needed.sector, sector_label=needed.label, name="", ref="")

    def _place(self, needed: Required, name: str, seat: Seat, others: Sequence[Seat]) -> Place:
        return Place(
            sector=needed.sector,
            sector_label=needed.label,
            name=name,
            ref=seat.ref,
            bodies=frozenset(row.body for row in (seat, *others) if row.body),
            people=frozenset(one.person for row in (seat, *others) for one in row.people),
        )

    def _of_district(self, needed: Required, district: District, on: date) -> Place:
        """A district without a seat: it holds through the seat that represents it, or by itself."""
        others = self._standing_in(district.ref, on)
        return Place(
            sector=needed.sector,
            sector_label=needed.label,
            name=district.label,
            ref=district.ref if others else "",
            bodies=frozenset({district.ref, *(row.body for row in others)}),
            people=frozenset(one.person for row in others for one in row.people),
        )

    def _standing_in(self, ref: str, on: date) -> list[Seat]:
        found = (self._by_ref.get(row.seat) for row in self.agreements if row.represents == ref and row.holds(on))
        return [seat for seat in found if seat is not None and seat.holds(on)]


def tally(places: Sequence[Place], holds: Callable[[Place], bool]) -> Tally:
    """How many sectors hold, by what holds for a place."""
    missing = tuple(place for place in places if not holds(place))
    sectors, short = dict.fromkeys(place.sector for place in places), {place.sector for place in missing}
    return Tally(
        holding=sum(sector not in short for sector in sectors), of=len(sectors), missing=missing, any_holds=len(missing) < len(places)
    )
