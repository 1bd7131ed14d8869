"""Facts about meetings: when they were, how far they came, who attended, what was on the agenda."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from dueregard.basics.dates import day_of
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership.indicators import rows
from dueregard.partnership.models import AgendaItem, Attendance, ItemAction, MeetingDate, MeetingStep
from dueregard.partnership.rules.meetings import ItemKind, MeetingStage
from dueregard.privacy.marking import readable

ABOUT_THE_WHOLE = frozenset({ItemKind.RISK, ItemKind.PLAN})  # the assessment, the plan: items that name no record of their own
Steps = Mapping[str, Mapping[str, Any]]  # by meeting and stage: when a meeting came so far


def steps(asked: Asked, *, only: str = "") -> Steps:
    """How far each meeting came."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for row in asked.found(_of(MeetingStep.objects.all(), only), "stage", "meeting__ref"):
        found[row.meeting__ref][row.stage] = row
    return found


def seated(asked: Asked, steps: Steps, *, only: str = "") -> list[Any]:
    """How each seat stood at each meeting that took place, and each person without one, as typed last."""
    found = _of(Attendance.objects.order_by("typed_at", "id"), only)
    held: dict[tuple[object, ...], Any] = {}
    for row in asked.found(found, "meeting__ref", "meeting__group__name", "seat__ref", "person__ref", "body__ref", "presence"):
        if MeetingStage.HELD in steps.get(row.meeting__ref, {}):
            key = (row.meeting__ref, row.seat__ref) if row.seat__ref else (row.meeting__ref, row.person__ref, row.body__ref)
            held[key] = row
    return list(held.values())


def meetings(asked: Asked, steps: Steps, seated: Iterable[Any], *, only: str = "") -> list[rows.Meeting]:
    """The meetings there were or were to be, as was known, with who attended; one alone where it is named."""
    dated = _of(MeetingDate.objects.order_by("meeting__ref", "on", "typed_at", "id"), only)
    found = asked.found(dated, "day", "meeting__ref", "meeting__kind", "meeting__group__ref", "meeting__group__name")
    came: dict[str, list[Any]] = defaultdict(list)
    for row in seated:
        came[row.meeting__ref].append(row)
    latest = {row.meeting__ref: row for row in found}
    return [_meeting(asked, when, steps.get(ref, {}), came[ref]) for ref, when in latest.items()]


def _of(found: Any, only: str) -> Any:
    return found.filter(meeting__ref=only) if only else found


def _meeting(asked: Asked, when: Any, steps: Mapping[str, Any], came: Iterable[Any]) -> rows.Meeting:
    def on(stage: MeetingStage) -> date | None:
        return steps[stage].on if stage in steps else None

    held = steps.get(MeetingStage.HELD)
    return rows.Meeting(
        ref=asked.ref(when.meeting__ref),
        label=f"Meeting of {when.meeting__group__name}",
        on=when.day,
        typed=day_of((held or when).typed_at),
        of=asked.of,
        group=asked.ref(when.meeting__group__ref),
        meeting_kind=when.meeting__kind,
        planned=on(MeetingStage.PLANNED),
        called=on(MeetingStage.CALLED),
        took_place=held is not None,
        attendance=tuple(_attendance(asked, one) for one in came),
        cleared=on(MeetingStage.CLEARED),
        approved=on(MeetingStage.APPROVED),
        cancelled=on(MeetingStage.CANCELLED),
    )


def _attendance(asked: Asked, row: Any) -> rows.Attendance:
    return rows.Attendance(
        seat=asked.ref(row.seat__ref) if row.seat__ref else "",
        presence=row.presence,
        person=asked.person(row.person__ref),
        typed=day_of(row.typed_at),
    )


def agenda(asked: Asked) -> list[rows.AgendaItem]:
    """The records that were put on agendas, of what the viewer may read."""
    about = ("terms__version_taken__document__ref", "action__ref", "exchange__ref")
    fields = ("ref", "kind", "meeting__ref", "withdrawal__on", "withdrawal__typed_at", *about)
    facts = []
    for row in asked.found(AgendaItem.objects.filter(*_seen(asked, "", "action", "exchange")).order_by("ref"), *fields):
        subject = row.terms__version_taken__document__ref or row.action__ref or row.exchange__ref
        if not (subject or row.kind in ABOUT_THE_WHOLE) or asked.holds(row.withdrawal__on, row.withdrawal__typed_at):
            continue
        facts.append(
            rows.AgendaItem(
                ref=asked.ref(row.ref),
                label=ItemKind(row.kind).label,  # never the title: that may change until the meeting is held
                meeting=asked.ref(row.meeting__ref),
                about_kind=row.kind,
                about_ref=asked.ref(subject) if subject else "",
                **asked.dated(row),
            )
        )
    return facts + _taken_up(asked)


def _seen(asked: Asked, *paths: str) -> list[Q]:
    """The filters that leave out what names something the viewer may not read."""
    if asked.viewer.reads_sensitive:
        return []
    return [
        Q(**{f"{path}__isnull": True}) | readable(asked.viewer, f"{path}__marking") if path else readable(asked.viewer) for path in paths
    ]


def _taken_up(asked: Asked) -> list[rows.AgendaItem]:
    """The actions that an item takes up several at a time: each was on that agenda."""
    fields = ("item__ref", "item__meeting__ref", "item__withdrawal__on", "item__withdrawal__typed_at", "action__ref")
    return [
        rows.AgendaItem(
            ref=asked.ref(row.item__ref),
            label=ItemKind.ACTION.label,
            meeting=asked.ref(row.item__meeting__ref),
            about_kind=ItemKind.ACTION.value,
            about_ref=asked.ref(row.action__ref),
            **asked.dated(row),
        )
        for row in asked.found(ItemAction.objects.filter(*_seen(asked, "item", "action")).order_by("on", "typed_at", "id"), *fields)
        if not asked.holds(row.item__withdrawal__on, row.item__withdrawal__typed_at)
    ]
