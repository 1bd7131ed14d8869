"""Everything a meeting's own page says of it, read once and remembered until a deed is done in the area."""

from collections.abc import Mapping
from dataclasses import dataclass

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.remembering import remembered
from dueregard.partnership.models import Correction, Declaration, MeetingHeld, MeetingStep, Reply
from dueregard.partnership.queries.agenda import agenda, corrections, items_without_minutes
from dueregard.partnership.queries.decisions import DecisionRow, decision_rows
from dueregard.partnership.queries.meetings import MeetingRow, meetings, replies, sat, state_of
from dueregard.partnership.queries.sheets import Line, declared, record_sheet
from dueregard.partnership.queries.sittings import turnout
from dueregard.partnership.queries.tables import SectorRow, Table, sectors_at, table_of
from dueregard.partnership.rules.groups import Quoracy
from dueregard.partnership.rules.meetings import MeetingStage


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """A meeting with its record, its table and who came, for whoever may know as much."""

    state: MeetingRow
    steps: Mapping[str, MeetingStep]
    lines: tuple[Line, ...]
    unfinished: int  # items that say nothing yet, whatever their marking
    table: Table
    decisions: tuple[DecisionRow, ...]  # in the order they were taken
    sat: MeetingHeld | None
    sectors: tuple[SectorRow, ...]
    quoracy: Quoracy | None
    turnout: Mapping[str, tuple[int, int]]
    replies: tuple[Reply, ...]
    declarations: tuple[Declaration, ...]
    corrections: tuple[Correction, ...]

    @property
    def is_to_come(self) -> bool:
        return self.state.stage in {MeetingStage.PLANNED, MeetingStage.CALLED}

    @property
    def markings(self) -> list[str]:
        """Of everything shown."""
        return [row.marking for rows in (self.lines, self.decisions, self.corrections) for row in rows]


def meeting_page(viewer: Viewer, ref: str) -> MeetingPage | None:
    """All there is to show of a meeting; None where there is no such meeting."""
    return remembered(viewer, ("meeting", ref, viewer.today), lambda: _read(viewer, ref))


def _read(viewer: Viewer, ref: str) -> MeetingPage | None:
    meeting = meetings(viewer).filter(ref=ref).first()
    if meeting is None:
        return None
    state = state_of(meeting)
    table = table_of(viewer, group=meeting.group_id, on=state.day)
    quoracy, came = turnout(viewer, state) if state.took_place else (None, {})
    return MeetingPage(
        state=state,
        steps={step.stage: step for step in meeting.steps.all()},
        lines=tuple(record_sheet(viewer, agenda(viewer, meeting=ref), state)),
        unfinished=items_without_minutes(viewer, meeting=ref) if state.stage is MeetingStage.HELD else 0,
        table=table,
        decisions=tuple(decision_rows(viewer, meeting=ref)[::-1]),
        sat=sat(viewer, meeting),
        sectors=tuple(sectors_at(viewer, meeting, table=table)),
        quoracy=quoracy,
        turnout=came,
        replies=() if state.took_place else tuple(replies(viewer, meeting=ref)),
        declarations=tuple(declared(viewer, meeting=ref)),
        corrections=tuple(corrections(viewer).filter(meeting__ref=ref)),
    )
