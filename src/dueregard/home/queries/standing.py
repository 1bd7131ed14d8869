"""Where an area's eight sections stand: the marks, the words, the next thing to do."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries import findings
from dueregard.assurance.queries.remembering import ANSWERS, remembering
from dueregard.assurance.rules.found import SectionFound
from dueregard.basics.dates import listed
from dueregard.guidance.indicator import WORSE, Gap, Status
from dueregard.organisations.queries import area
from dueregard.partnership.queries.groups import GroupRow, group_rows
from dueregard.partnership.rules.groups import CHAIRS, GroupFunction
from dueregard.ui.places import address_for

TOOLKIT = "toolkit-2024"
CHANNEL = "5"  # assured apart, by the Channel annual statement


@dataclass(frozen=True)
class SectionStands:
    """One section: its marks, the same in words, and the next thing to do."""

    id: str
    title: str
    statuses: tuple[tuple[str, ...], ...]
    sentence: str
    is_kept: bool  # whether Due Regard keeps this section's records yet
    next_says: str
    next_address: str
    worse: str  # the first line that will get worse, and when


@dataclass(frozen=True)
class AreaStands:
    """The area and its sections."""

    kind: str
    held_by: str
    chair: str
    channel_chair: str
    sections: tuple[SectionStands, ...]


def area_stands(viewer: Viewer, *, on: date, known: date) -> AreaStands:
    """Where the eight sections stand as at a date, known on a date."""
    found = findings(viewer, TOOLKIT, on=on, known=known, ahead=True)
    own, (chair, channel_chair) = area(viewer), _chairs(viewer, on)
    return AreaStands(
        kind=own.get_kind_display(),
        held_by=own.held_by or own.name,
        chair=chair,
        channel_chair=channel_chair,
        sections=tuple(_stands(viewer, section) for section in found),
    )


def _chairs(viewer: Viewer, on: date) -> tuple[str, str]:
    """Who chairs the partnership group and the Channel panel."""
    if not viewer.may(Permission.PARTNERSHIP_READ):
        return ("For members of the group", "For members of the group")

    def work() -> tuple[str, str]:
        groups = group_rows(viewer, as_at=on)
        return _chair(groups, GroupFunction.OVERSIGHT), _chair(groups, GroupFunction.CHANNEL)

    with remembering(viewer) as before:
        return before.get(ANSWERS, ("chairs", on), work)


def _chair(groups: list[GroupRow], function: GroupFunction) -> str:
    held = [member for row in groups if function in row.functions for member in row.chairs if member.role in CHAIRS]
    return listed([member.post.title if member.post else member.person.name for member in held]) if held else "Nobody is recorded"


def _stands(viewer: Viewer, found: SectionFound) -> SectionStands:
    kept = any(line.line.indicator for line in found.lines)
    gap = _next(found) if kept else None
    drops = sorted(
        (line.finding.worse_on, line.line.id, line.finding.worse) for line in found.lines if line.finding.worse_on and line.finding.worse
    )
    worse = f"{drops[0][1]} drops to {drops[0][2].label.lower()} on {drops[0][0].day} {drops[0][0]:%B}" if drops else ""
    return SectionStands(
        id=found.section.id,
        title=found.section.title,
        statuses=found.statuses,
        sentence=found.sentence.removeprefix("The records show ").rstrip("."),
        is_kept=kept,
        next_says=gap.says if gap else "",
        next_address=address_for(viewer, gap.page, gap.ref) if gap else "",
        worse=worse,
    )


def _next(found: SectionFound) -> Gap | None:
    """The first gap of the worst line, good practice before best practice."""
    short = [line for line in found.lines if line.finding.gaps and line.finding.status is not Status.MET]
    short.sort(key=lambda line: -WORSE[line.finding.status])
    return short[0].finding.gaps[0] if short else None
