"""Facts about meetings: when they were, how far they came, who attended, what was on the agenda."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from dueregard.partnership.indicators import rows
from dueregard.partnership.models import AgendaItem, Attendance, ItemWithdrawal, Meeting, MeetingDate, MeetingStep
from dueregard.partnership.queries.facts.asked import Asked
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.queries.meetings import last_typed
from dueregard.partnership.rules.meetings import ItemKind, MeetingStage


def meetings(asked: Asked, *, only: str = "") -> list[rows.Meeting]:
    """The meetings there were or were to be, as was known; one alone where it is named."""
    found = Meeting.objects.filter(area=asked.viewer.area_id).select_related("group").order_by("ref")
    dates: dict[UUID, list[MeetingDate]] = defaultdict(list)
    for row in asked.rows(MeetingDate.objects.order_by("on", "typed_at", "id")):
        dates[row.meeting_id].append(row)
    steps: dict[UUID, dict[str, MeetingStep]] = defaultdict(dict)
    for step in asked.rows(MeetingStep.objects.all()):
        steps[step.meeting_id][step.stage] = step
    came: dict[UUID, list[Attendance]] = defaultdict(list)
    seated = asked.rows(Attendance.objects.select_related("seat", "person").order_by("typed_at", "id"))
    for attended in last_typed(seated):
        came[attended.meeting_id].append(attended)
    wanted = (row for row in found if row.pk in dates and (not only or row.ref == only))
    return [_meeting(asked, row, dates[row.pk][-1], steps[row.pk], came[row.pk]) for row in wanted]


def _meeting(asked: Asked, row: Meeting, when: MeetingDate, steps: dict[str, MeetingStep], came: Iterable[Attendance]) -> rows.Meeting:
    def on(stage: MeetingStage) -> date | None:
        return steps[stage].on if stage in steps else None

    held = steps.get(MeetingStage.HELD)
    return rows.Meeting(
        ref=asked.ref(row.ref),
        label=f"Meeting of {row.group.name}",
        on=when.day,
        typed=day_typed((held or when).typed_at),
        of=asked.of,
        group=asked.ref(row.group.ref),
        meeting_kind=row.kind,
        planned=on(MeetingStage.PLANNED),
        called=on(MeetingStage.CALLED),
        took_place=held is not None,
        attendance=tuple(_attendance(asked, one) for one in came) if held else (),
        cleared=on(MeetingStage.CLEARED),
        approved=on(MeetingStage.APPROVED),
        cancelled=on(MeetingStage.CANCELLED),
    )


def _attendance(asked: Asked, row: Attendance) -> rows.Attendance:
    return rows.Attendance(
        seat=asked.ref(row.seat.ref) if row.seat else "",
        presence=row.presence,
        person=asked.person(row.person),
        typed=day_typed(row.typed_at),
    )


def agenda(asked: Asked) -> list[rows.AgendaItem]:
    """The records that were put on agendas."""
    gone = asked.rows(ItemWithdrawal.objects.all()).values("item")
    found = asked.rows(AgendaItem.objects.select_related("meeting", "terms__version_taken__document", "action", "exchange")).exclude(
        pk__in=gone
    )
    facts = []
    for row in found.order_by("ref"):
        about = row.terms.version_taken.document.ref if row.terms else (row.action or row.exchange or row).ref
        if about == row.ref:
            continue
        facts.append(
            rows.AgendaItem(
                ref=asked.ref(row.ref),
                label=ItemKind(row.kind).label,  # never the title: that may change until the meeting is held
                meeting=asked.ref(row.meeting.ref),
                about_kind=row.kind,
                about_ref=asked.ref(about),
                **asked.dated(row),
            )
        )
    return facts
