"""Reads of meetings: when they are, how far they have come, who came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import Attendance, Declaration, Meeting, MeetingDate, MeetingHeld, MeetingStep, Reply
from dueregard.partnership.rules.meetings import ATTENDED, TOOK_PLACE, MeetingKind, MeetingStage, Presence

ORDER = {stage: place for place, stage in enumerate(MeetingStage)}  # planned … approved, cancelled: a meeting only ever moves on


@dataclass(frozen=True, kw_only=True)
class MeetingRow:
    """A meeting as it stands: its day, its stage and the day it reached each."""

    ref: str
    group: str  # the group's ref
    group_name: str
    kind: MeetingKind
    called_because: str
    stage: MeetingStage
    day: date
    starts: time | None
    ends: time | None
    place: str
    reached: tuple[tuple[MeetingStage, date], ...]
    version: int

    def on(self, stage: MeetingStage) -> date | None:
        """The day it reached a stage; None if it has not."""
        return dict(self.reached).get(stage)

    @property
    def took_place(self) -> bool:
        return self.stage in TOOK_PLACE

    @property
    def last_step(self) -> date | None:
        return max((day for _, day in self.reached), default=None)


def meetings(viewer: Viewer) -> QuerySet[Meeting]:
    """The area's meetings, each with its group, its dates and its steps."""
    rows = Meeting.objects.filter(area=viewer.area_id).select_related("group")
    return rows.prefetch_related(
        Prefetch("dates", MeetingDate.objects.order_by("on", "typed_at", "id")),
        Prefetch("steps", MeetingStep.objects.select_related("done_by", "at_meeting").order_by("on", "typed_at", "id")),
    )


def meetings_to_change(viewer: Viewer) -> QuerySet[Meeting]:
    """The area's meetings, locked for a deed, with their dates and steps."""
    return meetings(viewer).select_for_update(of=("self",))


def state_of(meeting: Meeting, *, as_at: date | None = None) -> MeetingRow:
    """How far a meeting had come by a day, or has come by now; its day is the one set last."""
    steps = [step for step in meeting.steps.all() if as_at is None or step.on <= as_at]
    dates = list(meeting.dates.all())
    set_last = [row for row in dates if as_at is None or row.on <= as_at] or dates[:1]
    reached = sorted(((MeetingStage(step.stage), step.on) for step in steps), key=lambda pair: ORDER[pair[0]])
    last = set_last[-1]
    return MeetingRow(
        ref=meeting.ref,
        group=meeting.group.ref,
        group_name=meeting.group.name,
        kind=MeetingKind(meeting.kind),
        called_because=meeting.called_because,
        stage=reached[-1][0] if reached else MeetingStage.PLANNED,
        day=last.day,
        starts=last.starts,
        ends=last.ends,
        place=last.place,
        reached=tuple(reached),
        version=meeting.version,
    )


def meeting_rows(viewer: Viewer, *, group: str = "", as_at: date | None = None) -> list[MeetingRow]:
    """The meetings, latest day first; those of one group where it is given, and as they stood on a day."""
    found = meetings(viewer)
    found = found.filter(group__ref=group) if group else found
    rows = (state_of(meeting, as_at=as_at) for meeting in found if _is_known(meeting, as_at))
    return sorted(rows, key=lambda row: (row.day, row.ref), reverse=True)


def _is_known(meeting: Meeting, as_at: date | None) -> bool:
    return as_at is None or any(row.on <= as_at for row in meeting.dates.all())


def steps_of(meeting: Meeting, stage: MeetingStage) -> MeetingStep | None:
    """The row that says when a meeting reached a stage."""
    return next((step for step in meeting.steps.all() if step.stage == stage), None)


def sat(viewer: Viewer, meeting: Meeting) -> MeetingHeld | None:
    """Who chaired and from when to when it sat, as typed last."""
    rows = MeetingHeld.objects.filter(area=viewer.area_id, meeting=meeting).select_related("chaired_by")
    return rows.order_by("-typed_at", "-id").first()


def attendance(viewer: Viewer) -> QuerySet[Attendance]:
    """Every row of attendance, in the order it was typed; the last for each seat or person holds."""
    rows = Attendance.objects.filter(area=viewer.area_id).select_related("meeting", "seat__body", "person__body", "body")
    return rows.order_by("typed_at", "id")


def last_typed(rows: Iterable[Attendance]) -> list[Attendance]:
    """Of rows in the order they were typed, the one that holds for each seat, or for each person or body without one."""
    held: dict[tuple[object, ...], Attendance] = {}
    for row in rows:
        key = (row.meeting_id, row.seat_id) if row.seat_id else (row.meeting_id, row.person_id, row.body_id)
        held[key] = row
    return list(held.values())


def attendance_of(viewer: Viewer, meeting: Meeting) -> list[Attendance]:
    """Who came to a meeting, and who did not, as typed last."""
    return last_typed(attendance(viewer).filter(meeting=meeting))


def came(rows: Iterable[Attendance]) -> int:
    """How many of them were there."""
    return sum(Presence(row.presence) in ATTENDED for row in rows)


def declarations(viewer: Viewer) -> QuerySet[Declaration]:
    """The interests declared, oldest first."""
    return Declaration.objects.filter(area=viewer.area_id).select_related("meeting", "item", "person").order_by("on", "typed_at", "id")


def replies(viewer: Viewer, *, meeting: str) -> list[Reply]:
    """The answers to an invitation, the last of each person."""
    rows = Reply.objects.filter(area=viewer.area_id, meeting__ref=meeting).select_related("person__body", "substitute")
    last: dict[object, Reply] = {row.person_id: row for row in rows.order_by("on", "typed_at", "id")}
    return sorted(last.values(), key=lambda row: (row.person.name, row.person.ref))


def next_meeting(viewer: Viewer, *, group: str = "", on: date) -> MeetingRow | None:
    """The next meeting planned or called for that day or later."""
    ahead = [row for row in meeting_rows(viewer, group=group) if row.day >= on and row.stage in {MeetingStage.PLANNED, MeetingStage.CALLED}]
    return ahead[-1] if ahead else None
