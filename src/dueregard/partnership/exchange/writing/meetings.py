"""Writing meetings to a file."""

from datetime import date
from typing import Any

from django.db.models import Prefetch

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.exchange.writing.items import item, items_of
from dueregard.partnership.exchange.writing.kept import Written, dated, kept, marked, ref, seen, typed
from dueregard.partnership.models import Attendance, Declaration, Meeting, MeetingHeld, Reply
from dueregard.partnership.rules.meetings import MeetingKind, MeetingStage


def meetings(viewer: Viewer) -> list[Written]:
    """The meetings in the order their days were set, each with everything of its own."""
    found = queries.meetings(viewer).prefetch_related(
        Prefetch("attendance", Attendance.objects.select_related("seat", "person", "body")),
        Prefetch("sat", MeetingHeld.objects.select_related("chaired_by").order_by("typed_at", "id")),
        Prefetch("replies", Reply.objects.select_related("person", "substitute").order_by("on", "typed_at", "id")),
        Prefetch("declarations", Declaration.objects.select_related("person", "item").order_by("typed_at", "person__ref", "words")),
        Prefetch("items", items_of(viewer)),
        Prefetch("corrections", queries.corrections(viewer)),
        "steps__done_by",
        "steps__at_meeting",
    )
    rows = sorted(found, key=lambda row: (row.dates.all()[0].on, row.dates.all()[0].typed_at, row.ref))
    return [_meeting(row, viewer) for row in rows]


def _meeting(row: Meeting, viewer: Viewer) -> Written:
    dates, state = list(row.dates.all()), queries.state_of(row)
    first, day = dates[0], state.day
    steps = {step.stage: step for step in row.steps.all()}
    planned, at_once = steps.get(MeetingStage.PLANNED), row.kind == MeetingKind.EXTRAORDINARY
    sat, held = list(row.sat.all()), steps.get(MeetingStage.HELD)
    return kept(
        {
            "ref": row.ref,
            "group": row.group.ref,
            "called_because": row.called_because,
            "day": first.day,
            "starts": first.starts,
            "ends": first.ends,
            "place": first.place,
            "typed": None if planned else typed(first, first.day),
            "planned": _step(planned),
            "moved": [_moved(one) for one in dates[1:]],
            "called": None if at_once and planned else _step(steps.get(MeetingStage.CALLED)),
            "replies": [_reply(one) for one in row.replies.all()],
            "items": [item(one, viewer, day=day, place=place) for place, one in enumerate(row.items.all(), start=1)],
            "attendance": _attendance(row, day),
            "held": kept({**dated(held), **_sat(sat[0])}) if held else None,
            "sat": [kept({"typed": typed(one, day), **_sat(one)}) for one in sat[1:]],
            "declarations": [_declaration(one, viewer, day) for one in row.declarations.all()],
            "cleared": _step(steps.get(MeetingStage.CLEARED)),
            "corrections": [_correction(one, viewer) for one in row.corrections.all()],
            "approved": _approved(steps.get(MeetingStage.APPROVED)),
            "cancelled": _cancelled(steps.get(MeetingStage.CANCELLED)),
        }
    )


def _step(step: Any) -> Written | None:
    return kept({**dated(step), "done_by": ref(step.done_by)}) if step else None


def _approved(step: Any) -> Written | None:
    return kept({**dated(step), "at": step.at_meeting.ref}) if step else None


def _cancelled(step: Any) -> Written | None:
    return kept({**dated(step), "because": step.because}) if step else None


def _moved(row: Any) -> Written:
    more = {"day": row.day, "starts": row.starts, "ends": row.ends, "place": row.place, "because": row.because}
    return kept({**dated(row), **more})


def _reply(row: Any) -> Written:
    said = {"person": row.person.ref, "answer": row.answer, "substitute": ref(row.substitute), "words": row.words}
    return kept({**dated(row), **said})


def _sat(row: Any) -> Written:
    return {"chaired_by": ref(row.chaired_by), "started": row.started, "ended": row.ended}


def _attendance(row: Meeting, day: date) -> list[Written]:
    """In the order it was typed; what was typed together by seat, person and body."""

    def place(one: Attendance) -> tuple[Any, ...]:
        return one.typed_at, one.seat is None, ref(one.seat) or "", ref(one.person) or "", ref(one.body) or ""

    return [
        kept(
            {
                "typed": typed(one, day),
                "seat": ref(one.seat),
                "person": ref(one.person),
                "body": ref(one.body),
                "presence": one.presence,
            }
        )
        for one in sorted(row.attendance.all(), key=place)
    ]


def _declaration(row: Any, viewer: Viewer, day: date) -> Written:
    about = seen(row.item, by=viewer)
    return kept({"typed": typed(row, day), "person": row.person.ref, "words": row.words, "item": about})


def _correction(row: Any, viewer: Viewer) -> Written:
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "words": row.words,
            "item": seen(row.item, by=viewer),
            "decision": seen(row.decision, by=viewer),
            "at_meeting": ref(row.at_meeting),
            "marking": marked(row.marking),
        }
    )
