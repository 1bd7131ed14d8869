"""The year planner: the fewest meetings and updates of the assessment a year asks of this area, and what else falls due, by month."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries.expectations import changed_numbers
from dueregard.basics.dates import months_after
from dueregard.basics.due import Due
from dueregard.guidance import catalogue
from dueregard.home.queries.today import all_due
from dueregard.home.rules.year import Cadence, Wanted, occasions
from dueregard.organisations.queries import tier_at
from dueregard.partnership.queries.meetings import meeting_rows
from dueregard.partnership.queries.sittings import sittings
from dueregard.partnership.queries.tables import active_groups
from dueregard.partnership.rules.groups import GroupFunction, Tier
from dueregard.partnership.rules.meetings import MeetingKind, MeetingStage
from dueregard.privacy.marking import Marking
from dueregard.risk.queries.assessments import looked_at
from dueregard.ui.places import address_for

TOOLKIT = "toolkit-2024"
MONTHS = 12
STILL = frozenset({MeetingStage.PLANNED, MeetingStage.CALLED})
COUNTED = {"partnership:action": "action", "plan:planned": "milestone"}  # many of a kind: a month says how many
OWN_CADENCE = frozenset({"risk:assessment-update"})  # said by the cadence itself


@dataclass(frozen=True)
class YearRow:
    """One thing the year asks for, by its latest day."""

    on: date
    says: str
    why: str
    line: str  # of the toolkit, where one asks for it
    is_set: bool
    address: str
    kind: str  # what a calendar says of it, and no more


@dataclass(frozen=True)
class Year:
    """A year by month, with how often things are asked for and by whom."""

    months: tuple[tuple[date, tuple[YearRow, ...]], ...]
    meetings: Cadence
    updates: Cadence
    missing: int  # occasions for which no day is set yet
    marking: Marking
    is_tier_told: bool

    @property
    def rows(self) -> tuple[YearRow, ...]:
        return tuple(row for _, rows in self.months for row in rows)


def year(viewer: Viewer) -> Year:
    """What the coming year asks of the area, at the least: for whoever may not read the tier, by the least asked of every area."""
    until = months_after(viewer.today, MONTHS)
    tier = tier_at(viewer, on=viewer.today, known=viewer.today) if viewer.reads_sensitive else None
    meetings, updates = _cadences(viewer, tier)
    wanted = [*_meetings(viewer, meetings, until), *_updates(viewer, updates, until)]
    shown = {row.address for row in wanted if row.is_set}
    others = [row for row in _others(viewer, until) if row.address not in shown]
    rows = sorted([*wanted, *others], key=lambda row: (row.on, row.kind, row.says))
    by_month = tuple((month, tuple(found)) for month, found in groupby(rows, key=lambda row: row.on.replace(day=1)))
    marking = Marking.SENSITIVE if tier else Marking.OFFICIAL
    missing = sum(not row.is_set for row in wanted)
    return Year(months=by_month, meetings=meetings, updates=updates, missing=missing, marking=marking, is_tier_told=tier is not None)


def _cadences(viewer: Viewer, tier: str | None) -> tuple[Cadence, Cadence]:
    """How often the group meets and the assessment is updated: the toolkit's numbers, and the area's own where it may change ours."""
    changes = changed_numbers(viewer, TOOLKIT, on=viewer.today, known=viewer.today)

    def number(line: str, key: str) -> int:
        change = changes.get((line, key))
        return int(change.value if change else catalogue.line(TOOLKIT, line).numbers[key])

    updates = Cadence(expected=number("2.g1", "updates"), within_months=number("2.g1", "months"), apart_days=number("2.g1", "apart_days"))
    if tier == Tier.HIGHER:
        meetings = Cadence(
            expected=number("1.g2", "meetings_higher"),
            within_months=number("1.g2", "months_higher"),
            gap_days=number("1.g2", "gap_days_higher"),
        )
        return meetings, updates
    meetings = Cadence(
        expected=number("1.g2", "meetings_ordinary"),
        within_months=number("1.g2", "months"),
        apart_days=number("1.g2", "apart_days"),
        gap_months=number("1.g2", "gap_months_ordinary"),
    )
    return meetings, updates


def _meetings(viewer: Viewer, cadence: Cadence, until: date) -> list[YearRow]:
    if not viewer.may(Permission.PARTNERSHIP_READ):
        return []
    groups = [row for row in active_groups(viewer, on=viewer.today) if GroupFunction.OVERSIGHT in row.functions]
    if not groups:
        return []
    group = groups[0]
    held = [one.on for one in sittings(viewer, on=viewer.today, group=group.ref) if one.is_held and one.is_ordinary]
    ahead = {row.day: row for row in meeting_rows(viewer, group=group.ref) if row.stage in STILL and row.kind is MeetingKind.ORDINARY}
    found = occasions(held, ahead, cadence=cadence, today=viewer.today, until=until)
    return [_meeting(viewer, one, ahead[one.on].ref if one.is_set else None, group.name) for one in found]


def _meeting(viewer: Viewer, one: Wanted, ref: str | None, group: str) -> YearRow:
    says = f"{group} meets" if one.is_set else f"Hold a meeting of {group} by this day"
    page = address_for(viewer, "partnership:meeting", ref) if ref else address_for(viewer, "partnership:meeting-list", None)
    return YearRow(on=one.on, says=says, why=one.why, line="1.g2", is_set=one.is_set, address=page, kind="Meeting")


def _updates(viewer: Viewer, cadence: Cadence, until: date) -> list[YearRow]:
    if not viewer.may(Permission.RISK_READ):
        return []
    done = looked_at(viewer, as_at=viewer.today)
    page = address_for(viewer, "risk:assessment-update", None) or address_for(viewer, "risk:overview", None)
    return [
        YearRow(
            on=one.on, says="Update the risk assessment by this day", why=one.why, line="2.g1", is_set=False, address=page, kind="Update"
        )
        for one in occasions(done, (), cadence=cadence, today=viewer.today, until=until)
    ]


def _others(viewer: Viewer, until: date) -> list[YearRow]:
    """Everything else with a date this year; actions and milestones by the month, since a plan has its own page for them."""
    listed = [due for due in all_due(viewer, until=until) if due.page not in OWN_CADENCE]
    rows = [_one(viewer, due) for due in listed if due.page not in COUNTED]
    for page, noun in COUNTED.items():
        of_kind = [due for due in listed if due.page == page]
        for _, found in groupby(of_kind, key=lambda due: max(due.on, viewer.today).replace(day=1)):
            rows.append(_many(viewer, list(found), noun))
    return rows


def _one(viewer: Viewer, due: Due) -> YearRow:
    on = max(due.on, viewer.today)
    return YearRow(
        on=on, says=due.says, why=due.why, line="", is_set=True, address=address_for(viewer, due.page, due.ref), kind="Something due"
    )


def _many(viewer: Viewer, dues: list[Due], noun: str) -> YearRow:
    late = sum(due.on < viewer.today for due in dues)
    says = f"{len(dues)} {noun if len(dues) == 1 else noun + 's'} due this month"
    why = f"{late} late already" if late else f"The first on {max(min(due.on for due in dues), viewer.today):%-d %B}"
    page = address_for(viewer, "partnership:action-list" if noun == "action" else "plan:overview", None)
    last = max(max(due.on for due in dues), viewer.today)
    return YearRow(on=last, says=says, why=why, line="", is_set=True, address=page, kind="Something due")
