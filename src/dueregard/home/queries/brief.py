"""The chair's brief: what a chair needs to know before a meeting, gathered from every section, as far as the viewer may see it."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, say
from dueregard.guidance.loose_end import Severity
from dueregard.home.queries.today import LooseRow, loose_rows
from dueregard.partnership.queries import ActionRow, agenda, meeting_rows
from dueregard.partnership.queries.actions import action_rows
from dueregard.partnership.queries.agenda import ItemRow
from dueregard.partnership.queries.meetings import MeetingRow
from dueregard.partnership.queries.sittings import SeatLine, attendance_grid
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.meetings import ATTENDED, ItemKind, Presence
from dueregard.plan.queries.plans import plan_in_force
from dueregard.privacy.marking import Marking, highest
from dueregard.risk.queries.sources import newest_profile, threat_level
from dueregard.risk.queries.standing import standing

MOST = 8  # of each kind: two pages are read, five are not
LAST = 2  # meetings in a row, as line 1.g3 has it
FOR_DECISION = frozenset({ItemKind.RISK, ItemKind.PLAN, ItemKind.TERMS, ItemKind.REPORT, ItemKind.EXCHANGE})


@dataclass(frozen=True, kw_only=True)
class Stopped:
    """A seat that has stopped coming: who, and how it stood at the last meetings that count."""

    body: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Brief:
    """What a chair needs before one meeting."""

    meeting: MeetingRow
    since: date | None  # the meeting before, from which on things are new
    slipped: tuple[ActionRow, ...]
    stopped: tuple[Stopped, ...]
    threat: tuple[str, ...]
    to_decide: tuple[ItemRow, ...]
    breaks: tuple[LooseRow, ...]
    plan: str
    marking: Marking

    @property
    def lede(self) -> str:
        """How things stand in numbers."""
        told = [
            f"{counted(len(self.slipped), 'action')} late" if self.slipped else "no action is late",
            f"{counted(len(self.stopped), 'seat')} no longer coming" if self.stopped else "every seat still comes",
            f"{counted(len(self.breaks), 'break')} in the thread" if self.breaks else "no break in the thread",
        ]
        words = ", ".join(told)
        return f"{words[:1].upper()}{words[1:]}."


def brief(viewer: Viewer, meeting: MeetingRow) -> Brief:
    """What has slipped and whose, who has stopped coming, what threat changed, what is to be decided, and what is broken."""
    today = viewer.today
    before = [row.day for row in meeting_rows(viewer, group=meeting.group) if row.took_place and row.day < min(meeting.day, today)]
    since = max(before, default=None)
    late = [row for row in action_rows(viewer, as_at=today, status=ActionStatus.OPEN) if row.is_overdue(today)]
    items = [row for row in agenda(viewer, meeting=meeting.ref) if row.kind in FOR_DECISION or row.papers]
    breaks = [row for row in loose_rows(viewer, on=today, known=today) if row.end.severity is Severity.BREAK]
    threat, of_threat = _threat(viewer, since)
    return Brief(
        meeting=meeting,
        since=since,
        slipped=tuple(sorted(late, key=lambda row: (row.due or today, row.ref))),
        stopped=_stopped(viewer, meeting.group),
        threat=threat,
        to_decide=tuple(items),
        breaks=tuple(breaks),
        plan=_plan(viewer),
        marking=highest([of_threat, *(row.marking for row in late), *(row.marking for row in items)]),
    )


def _stopped(viewer: Viewer, group: str) -> tuple[Stopped, ...]:
    """The seats that came before and missed the last two meetings that count."""
    met, lines = attendance_grid(viewer, group=group, on=viewer.today)
    days = [sitting.on for sitting in met]
    found = []
    for line in lines:
        counted_ones = [(day, stood) for day, stood, counts in zip(days, line.stood, line.counted, strict=True) if counts and stood]
        missed = [stood not in ATTENDED for _, stood in counted_ones[-LAST:]]
        if len(missed) == LAST and all(missed):
            found.append(Stopped(body=line.body, says=_since_when(line, counted_ones)))
    return tuple(found)


def _since_when(line: SeatLine, stood: list[tuple[date, Presence]]) -> str:
    came = [day for day, presence in stood if presence in ATTENDED]
    return f"last came on {say(came[-1])}" if came else f"has come to none of {counted(line.due, 'meeting')}"


def _threat(viewer: Viewer, since: date | None) -> tuple[tuple[str, ...], Marking]:
    """What is new since the last meeting: the national threat level, the local profile, the assessment."""
    if not viewer.may(Permission.RISK_READ):
        return (), Marking.OFFICIAL
    today = viewer.today
    began = since or date.min
    level, changes = threat_level(viewer, as_at=today)
    stands, profile = standing(viewer, on=today, known=today), newest_profile(viewer, as_at=today)
    told = [change.says for change in changes if change.on > began]
    if profile and profile.on > began:
        told.append(f"A new edition of the local profile was received on {say(profile.on)}")
    if stands.in_force and stands.in_force.since and stands.in_force.since > began:
        told.append(f"{stands.in_force.assessment.title} was approved on {say(stands.in_force.since)}")
    elif stands.last_update and stands.last_update > began:
        told.append(f"The assessment was updated on {say(stands.last_update)}")
    if stands.is_late and stands.due:
        told.append(f"The assessment was due to be looked at again by {say(stands.due)}")
    if level and not told:
        told.append(f"Nothing is recorded as new. The national threat level is {stands.level_words}")
    return tuple(told), stands.marking


def _plan(viewer: Viewer) -> str:
    if not viewer.may(Permission.PLAN_READ):
        return ""
    found = plan_in_force(viewer, as_at=viewer.today, known=viewer.today)
    return f"{found.title} is in force until {say(found.covers_to)}" if found else "No plan is in force"
