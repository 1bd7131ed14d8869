"""What the pictures of section 1 are drawn from: attendance by seat and sector, and meetings against the cadence asked for."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dueregard.access.viewer import Viewer
from dueregard.basics.choice import Choice
from dueregard.guidance import catalogue
from dueregard.organisations.queries import tier_at
from dueregard.partnership.indicators.sittings import Sitting
from dueregard.partnership.queries.meetings import MeetingRow, meeting_rows
from dueregard.partnership.queries.sittings import SeatLine, attendance_grid, sittings
from dueregard.partnership.rules.cadence import Held, Limit, PointKind, Timeline, timeline
from dueregard.partnership.rules.groups import Sector, Tier
from dueregard.partnership.rules.meetings import MeetingKind, MeetingStage
from dueregard.privacy.marking import Marking

LINE = ("toolkit-2024", "1.g2")
MOST = 12  # meetings that fit side by side


class Shown(Choice):
    """How a seat stood at a meeting, as the picture shows it: what nobody recorded is not said to be absence."""

    PRESENT = "present", "Present"
    SUBSTITUTE = "substitute", "Sent a substitute"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Absent"
    NOTHING = "nothing", "Nothing recorded"


BEST_FIRST = list(Shown)
CAME = frozenset({Shown.PRESENT, Shown.SUBSTITUTE})


@dataclass(frozen=True, kw_only=True)
class SeatShown:
    """One seat over the meetings; None where it had not begun or had ended."""

    seat: str
    body: str
    stood: tuple[Shown | None, ...]
    counted: tuple[bool, ...]  # whether each meeting counts for attendance: ordinary, and held

    @property
    def came(self) -> int:
        return sum(shown in CAME for shown, counts in zip(self.stood, self.counted, strict=True) if counts)

    @property
    def due(self) -> int:
        return sum(shown is not None for shown, counts in zip(self.stood, self.counted, strict=True) if counts)


@dataclass(frozen=True, kw_only=True)
class GridMeeting:
    """A meeting as a column."""

    ref: str
    day: date
    note: str  # why it does not count, if so


@dataclass(frozen=True, kw_only=True)
class SectorLine:
    """One sector over the meetings: the best any of its seats did at each. Seats of no sector stand together, uncounted."""

    sector: Sector | None
    words: str
    stood: tuple[Shown | None, ...]
    counted: tuple[bool, ...]
    seats: tuple[SeatShown, ...]

    @property
    def came(self) -> int:
        return sum(shown in CAME for shown, counts in zip(self.stood, self.counted, strict=True) if counts)

    @property
    def due(self) -> int:
        return sum(shown is not None for shown, counts in zip(self.stood, self.counted, strict=True) if counts)

    @property
    def is_one_seat(self) -> bool:
        """Its one seat can share the sector's row."""
        return self.sector is not None and len(self.seats) == 1


@dataclass(frozen=True, kw_only=True)
class AttendancePicture:
    """Who came to the last meetings of a group, by sector and seat, oldest meeting first."""

    meetings: tuple[GridMeeting, ...]
    sectors: tuple[SectorLine, ...]
    is_cut: bool  # there were more meetings than are shown

    @property
    def rows(self) -> int:
        return sum(1 if one.is_one_seat else 1 + len(one.seats) for one in self.sectors)

    @property
    def sentence(self) -> str:
        """How things stand, in one sentence."""
        short = [one.words.lower() for one in self.sectors if one.sector and one.due and one.came * 2 < one.due]
        if not self.meetings or not self.sectors:
            return "No meeting with attendance has been recorded, so nobody can tell who comes."
        if not short:
            return "Every sector that holds a seat came to half of these meetings or more."
        return f"Came to fewer than half of these meetings: {', '.join(short)}."


def attendance_picture(viewer: Viewer, *, group: str, on: date, most: int = MOST) -> AttendancePicture:
    """Attendance at the last meetings of a group up to a day."""
    met, lines = attendance_grid(viewer, group=group, on=on)
    first = max(len(met) - most, 0)
    seen = [(line.sector, _seat(line, met, first)) for line in lines]
    asked = [(sector, seat) for sector, seat in seen if any(seat.stood)]
    return AttendancePicture(
        meetings=tuple(GridMeeting(ref=one.meeting.ref, day=one.on, note=_why_not_counted(one)) for one in met[first:]),
        sectors=tuple(_sector(sector, [seat for _, seat in pairs]) for sector, pairs in groupby(asked, key=lambda pair: pair[0])),
        is_cut=first > 0,
    )


def _seat(line: SeatLine, met: list[Sitting], first: int) -> SeatShown:
    stood = [
        None
        if presence is None
        else Shown(presence.value)
        if any(row.seat == line.seat for row in one.meeting.attendance)
        else Shown.NOTHING
        for one, presence in zip(met, line.stood, strict=True)
    ]
    return SeatShown(seat=line.seat, body=line.body, stood=tuple(stood[first:]), counted=line.counted[first:])


def _sector(sector: Sector | None, seats: list[SeatShown]) -> SectorLine:
    best = tuple(
        min((shown for shown in column if shown is not None), key=BEST_FIRST.index, default=None)
        for column in zip(*(seat.stood for seat in seats), strict=True)
    )
    words = sector.label if sector else "Others at the table"
    counted = seats[0].counted
    return SectorLine(sector=sector, words=words, stood=best if sector else (None,) * len(best), counted=counted, seats=tuple(seats))


def _why_not_counted(one: Sitting) -> str:
    if not one.is_recorded:
        return "nobody recorded who came"
    if not one.is_ordinary:
        return "called at once"
    return "" if one.quoracy.holds else "not quorate"


def cadence(viewer: Viewer, *, group: str, on: date) -> tuple[Timeline, Marking]:
    """Meetings of a group on a line of thirteen months, and how sensitive that is: the tier is told only to those who may read it."""
    met = {one.meeting.ref: one for one in sittings(viewer, on=on, group=group)}
    rows = meeting_rows(viewer, group=group, as_at=on)
    limit, marking = _limit(viewer, on)
    return timeline([Held(ref=row.ref, day=row.day, kind=_kind(row, met.get(row.ref), on)) for row in rows], on=on, limit=limit), marking


def _kind(row: MeetingRow, sitting: Sitting | None, on: date) -> PointKind:
    if row.stage is MeetingStage.CANCELLED:
        return PointKind.CANCELLED
    if sitting is None:
        return PointKind.AHEAD if row.day >= on else PointKind.UNWRITTEN
    if row.kind is MeetingKind.EXTRAORDINARY:
        return PointKind.AT_ONCE
    return PointKind.COUNTED if sitting.is_held else PointKind.NOT_COUNTED


def _limit(viewer: Viewer, on: date) -> tuple[Limit, Marking]:
    """The cadence the tier asks for; to whoever may not read the tier, the least that is asked of every area."""
    numbers = catalogue.line(*LINE).numbers
    tier = tier_at(viewer, on=on, known=viewer.today) if viewer.reads_sensitive else None
    if tier == Tier.HIGHER:
        days, expected, within = (int(numbers[key]) for key in ("gap_days_higher", "meetings_higher", "months_higher"))
        return Limit(days=days, expected=expected, within=within), Marking.SENSITIVE
    months, expected, within = (int(numbers[key]) for key in ("gap_months_ordinary", "meetings_ordinary", "months"))
    return Limit(months=months, expected=expected, within=within), Marking.SENSITIVE if tier else Marking.OFFICIAL
