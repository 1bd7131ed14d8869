"""What a pack and minutes are made of, read through the queries: everything this viewer may read, and whether something is kept back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.guidance.queries import Asked, asked, threat_checks
from dueregard.partnership import queries
from dueregard.partnership.queries.sheets import Line, declared, record_sheet
from dueregard.partnership.queries.tables import SectorRow, Table, sectors_at, table_of
from dueregard.partnership.queries.withheld import holds_back, holds_back_papers
from dueregard.partnership.rules.agenda import ReplyAnswer
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.groups import Quoracy
from dueregard.partnership.rules.meetings import MeetingStage
from dueregard.privacy.marking import highest

LAST = 4  # the meetings a sector's turnout is told over


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who took the meeting a stage further and when; `meeting` is the later one that approved the minutes, `day` its day."""

    on: date
    who: str = ""
    because: str = ""
    meeting: str = ""
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A decision as a file shows it: with its checks, and only those papers, documents and actions this viewer may read."""

    row: queries.DecisionRow
    number: int  # of its item; 0 where it was taken under none that can be read
    paper: str
    approved: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """The record of a meeting."""

    state: queries.MeetingRow
    lines: tuple[Line, ...]
    carried: Mapping[UUID, str]  # an item that was carried over: the meeting it came from
    signed: Mapping[MeetingStage, Signed]
    chaired_by: str
    sat_from: time | None
    sat_to: time | None
    quoracy: Quoracy | None
    turnout: Mapping[str, str]  # how often each sector came to the last meetings up to this one
    sectors: tuple[SectorRow, ...]
    declarations: tuple[Any, ...]
    decisions: tuple[Sealed, ...]
    checks: Mapping[UUID, Any]  # guidance.ThreatCheck, with who made it
    questions: Mapping[str, Asked]
    actions: tuple[queries.ActionRow, ...]  # that arose
    corrections: tuple[Any, ...]
    as_at: date
    marking: str
    holds_back: bool


@dataclass(frozen=True, kw_only=True)
class Pack:
    """What goes to a meeting in one file."""

    state: queries.MeetingRow
    lines: tuple[Line, ...]
    carried: Mapping[UUID, str]
    signed: Mapping[MeetingStage, Signed]
    table: Table
    quorum: str
    replies: tuple[tuple[str, str, str, str], ...]  # person, body, answer, substitute
    previous: tuple[Minutes, ...]
    actions: tuple[queries.ActionRow, ...]  # open, or closed since the meeting before
    as_at: date
    marking: str
    holds_back: bool
    holds_back_papers: bool


def gather_minutes(viewer: Viewer, ref: str) -> Minutes:
    """The record of one meeting, in a fixed number of queries."""
    meeting = queries.meetings(viewer).get(ref=ref)
    state = queries.state_of(meeting)
    lines = tuple(record_sheet(viewer, queries.agenda(viewer, meeting=ref), state))
    sat = queries.sat(viewer, meeting)
    quoracy, came = queries.turnout(viewer, state) if state.took_place else (None, {})
    table = table_of(viewer, group=meeting.group_id, on=state.day)
    decided = tuple(_sealed(viewer, row, lines) for row in reversed(queries.decision_rows(viewer, meeting=ref)))
    checks = _checks(viewer, decided)
    put_right = tuple(queries.corrections(viewer).filter(meeting=meeting))
    arose = {action.ref for line in lines for action in line.actions}
    rows = _unlinked(viewer, [row for row in queries.action_rows(viewer, as_at=viewer.today) if row.ref in arose])
    return Minutes(
        state=state,
        lines=lines,
        carried=_carried(viewer, lines),
        signed=_signed(viewer, meeting),
        chaired_by=sat.chaired_by.name if sat and sat.chaired_by else "",
        sat_from=sat.started if sat else None,
        sat_to=sat.ended if sat else None,
        quoracy=quoracy,
        turnout={sector: f"{there} of {asked}" for sector, (there, asked) in came.items()},
        sectors=tuple(sectors_at(viewer, meeting, table=table)),
        declarations=tuple(declared(viewer, meeting=ref)),
        decisions=decided,
        checks=checks,
        questions={wording: asked(viewer, wording=wording) for wording in sorted({check.wording for check in checks.values()})},
        actions=rows,
        corrections=put_right,
        as_at=viewer.today,
        marking=highest([*(line.marking for line in lines), *(row.marking for row in put_right), *(one.row.marking for one in decided)]),
        holds_back=holds_back(viewer, meetings=[ref]),
    )


def gather_pack(viewer: Viewer, ref: str) -> Pack:
    """What goes to one meeting: its agenda, its papers, the minutes it takes up, and the actions of its group."""
    meeting = queries.meetings(viewer).get(ref=ref)
    state = queries.state_of(meeting)
    lines = tuple(record_sheet(viewer, queries.agenda(viewer, meeting=ref), state))
    as_at = min(viewer.today, state.day)
    before = _before(viewer, lines, state)
    previous = tuple(gather_minutes(viewer, row) for row in before)
    since = max((one.state.day for one in previous), default=None)
    open_or_new = [row for row in queries.action_rows(viewer, as_at=as_at, group=state.group) if _in_log(row, since)]
    rows = _unlinked(viewer, sorted(open_or_new, key=lambda row: row.status is not ActionStatus.OPEN))
    terms = queries.terms(viewer).filter(group=meeting.group_id, on__lte=state.day).first()
    markings = [*(line.marking for line in lines), *(one.marking for one in previous), *(row.marking for row in rows)]
    return Pack(
        state=state,
        lines=lines,
        carried=_carried(viewer, lines),
        signed=_signed(viewer, meeting),
        table=table_of(viewer, group=meeting.group_id, on=state.day),
        quorum=queries.quorum_of(terms).says if terms else "",
        replies=tuple(_reply(row) for row in queries.replies(viewer, meeting=ref)),
        previous=previous,
        actions=rows,
        as_at=as_at,
        marking=highest(markings),
        holds_back=holds_back(viewer, meetings=[ref, *before], group=state.group),
        holds_back_papers=holds_back_papers(viewer, meetings=[ref]),
    )


def _before(viewer: Viewer, lines: Iterable[Line], state: queries.MeetingRow) -> list[str]:
    """The meetings whose minutes the agenda takes up; where it names none, the last that was held before it."""
    named = [line.row.item.minutes_of.ref for line in lines if line.row.item.minutes_of]
    held = [row.ref for row in queries.meeting_rows(viewer, group=state.group) if row.took_place and row.day < state.day]
    return list(dict.fromkeys(named)) or held[:1]


def _in_log(row: queries.ActionRow, since: date | None) -> bool:
    return row.status is ActionStatus.OPEN or (since is not None and row.closed is not None and row.closed > since)


def _unlinked(viewer: Viewer, rows: Iterable[queries.ActionRow]) -> tuple[queries.ActionRow, ...]:
    """The actions, each without the reference of a decision this viewer may not read."""
    seen = set(queries.decisions(viewer).values_list("ref", flat=True))
    return tuple(row if row.decision in seen else replace(row, decision="") for row in rows)


def _sealed(viewer: Viewer, row: queries.DecisionRow, lines: Iterable[Line]) -> Sealed:
    item, paper = row.decision.item, row.decision.paper
    papers = {sent.pk: sent for line in lines for sent in line.row.papers}
    sent = papers.get(paper.pk) if paper else None
    documents = [approval.version_approved for approval in row.approvals]
    return Sealed(
        row=row,
        number=next((line.number for line in lines if item and line.row.item.pk == item.pk), 0),
        paper=f"{sent.ref}, {sent.version_read.document.title}" if sent else "",
        approved=tuple(f"{version.document.title} ({version.document.ref}/{version.number})" for version in documents),
    )


def _checks(viewer: Viewer, decided: Iterable[Sealed]) -> dict[UUID, Any]:
    wanted = {check.check.pk for one in decided for check in one.row.checks}
    return {check.pk: check for check in threat_checks(viewer).filter(pk__in=wanted)}


def _carried(viewer: Viewer, lines: Iterable[Line]) -> dict[UUID, str]:
    came = {line.row.item.carried_from_id: line.row.item.pk for line in lines if line.row.item.carried_from_id}
    return {came[item.pk]: item.meeting.ref for item in queries.items(viewer).filter(pk__in=came)}


def _signed(viewer: Viewer, meeting: Any) -> dict[MeetingStage, Signed]:
    found = {}
    for step in meeting.steps.select_related("done_by").order_by("on", "typed_at", "id"):
        later = queries.state_of(queries.meetings(viewer).get(pk=step.at_meeting_id)) if step.at_meeting_id else None
        found[MeetingStage(step.stage)] = Signed(
            on=step.on,
            who=step.done_by.name if step.done_by else "",
            because=step.because,
            meeting=later.ref if later else "",
            day=later.day if later else None,
        )
    return found


def _reply(row: Any) -> tuple[str, str, str, str]:
    substitute = row.substitute.name if row.substitute else ""
    return row.person.name, row.person.body.name, ReplyAnswer(row.answer).label, substitute
