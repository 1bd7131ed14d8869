"""Reads of sessions: where each stands, who gives it, how many came, who did, what people answered before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dueregard.access.viewer import Viewer
from dueregard.basics.choice import Choice
from dueregard.documents import queries as documents
from dueregard.training.models import Attendance, Confidence, Session, SessionCancelled, SessionHeld, SessionMove, SessionWith
from dueregard.training.rules.confidence import Answers, Shown, shown
from dueregard.training.rules.programme import When
from dueregard.training.rules.sessions import SessionStage, Slot, stage_of
from dueregard.training.rules.suppression import is_small


class Which(Choice):
    """Which sessions a list shows."""

    ALL = "", "All of them"
    AHEAD = "ahead", "Planned"
    UNRECORDED = "unrecorded", "Past their day, not recorded yet"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


@dataclass(frozen=True, kw_only=True)
class SessionRow:
    """A session as it stands today."""

    session: Any
    stage: SessionStage
    day: date  # the day it took place, or is to take place
    slot: Slot  # when and where it was set for last
    named: int  # recorded one by one
    counted: int | None  # said as a number
    because: str  # why it was cancelled

    @property
    def came(self) -> int | None:
        """How many came, as far as anybody has said."""
        if self.counted is None and not self.named:
            return None
        return max(self.named, self.counted or 0)

    def came_to(self, *, names: bool) -> str:
        """How many came, in words: fewer than five are told to those who may see names."""
        if self.came is None:
            return "Not recorded yet" if self.stage is SessionStage.HELD else ""
        return str(self.came) if names or not is_small(self.came) else "Fewer than five"

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.stage is SessionStage.HELD

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.stage is SessionStage.CANCELLED


def sessions(viewer: Viewer) -> QuerySet[Any]:
    """The area’s sessions, the latest day first, each with what was said last of its being held or cancelled."""
    held = SessionHeld.objects.filter(session=OuterRef("pk")).order_by("-typed_at", "-pk")
    cancelled = SessionCancelled.objects.filter(session=OuterRef("pk")).order_by("-typed_at", "-pk")
    moved = SessionMove.objects.filter(session=OuterRef("pk")).order_by("-typed_at", "-pk")
    there = Attendance.objects.filter(session=OuterRef("pk"), withdrawal=None).order_by().values("session").annotate(number=Count("pk"))
    rows = Session.objects.filter(area=viewer.area_id).select_related("course")
    annotated = rows.annotate(
        held_at=Subquery(held.values("typed_at")[:1]),
        held_on=Subquery(held.values("on")[:1]),
        counted=Subquery(held.values("came")[:1]),
        cancelled_at=Subquery(cancelled.values("typed_at")[:1]),
        because=Subquery(cancelled.values("because")[:1]),
        moved_day=Subquery(moved.values("day")[:1]),
        moved_starts=Subquery(moved.values("starts")[:1]),
        moved_ends=Subquery(moved.values("ends")[:1]),
        moved_place=Subquery(moved.values("place")[:1]),
        named=Coalesce(Subquery(there.values("number")[:1]), 0),
    )
    last_set = annotated.annotate(set_day=Coalesce("moved_day", "on"))
    return last_set.annotate(day=Coalesce("held_on", "set_day")).order_by("-day", "-ref")


def sessions_to_change(viewer: Viewer) -> QuerySet[Session]:
    """The area’s sessions, locked for a deed."""
    return Session.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def filtered(viewer: Viewer, *, which: str = "", course: str = "") -> QuerySet[Any]:
    """The sessions a list asks for: of a stage, of a course; those ahead, the next first."""
    rows = sessions(viewer).filter(course__ref=course) if course else sessions(viewer)
    is_cancelled = Q(cancelled_at__isnull=False) & (Q(held_at=None) | Q(cancelled_at__gt=Coalesce("held_at", "cancelled_at")))
    said_nothing = Q(held_at=None, cancelled_at=None)
    wanted = {
        Which.AHEAD: said_nothing & Q(set_day__gte=viewer.today),
        Which.UNRECORDED: said_nothing & Q(set_day__lt=viewer.today),
        Which.HELD: Q(held_at__isnull=False) & ~is_cancelled,
        Which.CANCELLED: is_cancelled,
    }
    if which not in wanted:
        return rows
    found = rows.filter(wanted[Which(which)])
    return found.order_by("day", "ref") if which in {Which.AHEAD, Which.UNRECORDED} else found


def as_row(viewer: Viewer, session: Any) -> SessionRow:
    """One of `sessions` as it stands."""
    stage = stage_of(session.set_day, held_at=session.held_at, cancelled_at=session.cancelled_at, today=viewer.today)
    is_held = stage is SessionStage.HELD
    return SessionRow(
        session=session,
        stage=stage,
        day=session.day if is_held else session.set_day,
        slot=_slot(session),
        named=session.named,
        counted=session.counted if is_held else None,
        because=session.because if stage is SessionStage.CANCELLED else "",
    )


def _slot(session: Any) -> Slot:
    """When and where one of `sessions` was set for last."""
    if session.moved_day is None:
        return first_set(session)
    return Slot(day=session.moved_day, starts=session.moved_starts, ends=session.moved_ends, place=session.moved_place)


def first_set(session: Any) -> Slot:
    """When and where a session was planned for at first."""
    return Slot(day=session.on, starts=session.starts, ends=session.ends, place=session.place)


def moves(viewer: Viewer, session: Session) -> QuerySet[SessionMove]:
    """How a session was moved, the last move first."""
    return SessionMove.objects.filter(area=viewer.area_id, session=session).order_by("-typed_at", "-pk")


def as_rows(viewer: Viewer, found: Iterable[Any]) -> list[SessionRow]:
    """Some of `sessions` as they stand."""
    return [as_row(viewer, session) for session in found]


def session_row(viewer: Viewer, session: Session) -> SessionRow:
    """One session, however it was fetched, as it stands."""
    return as_row(viewer, sessions(viewer).get(pk=session.pk))


def given_by(viewer: Viewer, session: Session) -> QuerySet[SessionWith]:
    """Who gives a session, and with which bodies, as far as it was not taken back."""
    rows = SessionWith.objects.filter(area=viewer.area_id, session=session, ending=None)
    return rows.select_related("person__body", "body").order_by("typed_at", "pk")


def giving_to_change(viewer: Viewer) -> QuerySet[SessionWith]:
    """Who gives the area’s sessions, locked for a deed."""
    return SessionWith.objects.filter(area=viewer.area_id).select_related("session").select_for_update(of=("self",))


def attendance(viewer: Viewer) -> QuerySet[Attendance]:
    """Who came to the area’s sessions, by name; those withdrawn too."""
    rows = Attendance.objects.filter(area=viewer.area_id)
    rows = rows.select_related("session__course", "learner__team", "learner__body", "completion__withdrawal", "withdrawal")
    return rows.order_by("learner__name", "learner__pk", "typed_at")


def attendance_to_change(viewer: Viewer) -> QuerySet[Attendance]:
    """Who came to the area’s sessions, locked for a deed."""
    return Attendance.objects.filter(area=viewer.area_id).select_related("session", "completion").select_for_update(of=("self",))


def confidence(viewer: Viewer, session: Session) -> QuerySet[Confidence]:
    """Everything that was recorded of what people answered, oldest first."""
    rows = Confidence.objects.filter(area=viewer.area_id, session=session)
    return rows.order_by("typed_at", "pk")


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with what was answered last, before and after, as somebody sees it."""

    asked: str
    key: Any  # of its latest row, to withdraw it by
    shown: Shown
    document: Any
    is_percent: bool


def questions(viewer: Viewer, session: Session, *, names: bool) -> list[Question]:
    """What people were asked at a session, in the order it was first recorded; not what was withdrawn, nor what a sealed document says."""
    rows = list(confidence(viewer, session))
    wanted = {row.document_id for row in rows if row.document_id}
    there = {document.pk: document for document in documents.documents(viewer).filter(pk__in=wanted)} if wanted else {}
    last: dict[str, dict[str, Confidence]] = {}
    for row in rows:
        if row.document_id is None or row.document_id in there:
            last.setdefault(row.asked, {})[row.when] = row
    found = [(asked, {when: row for when, row in of.items() if row.steps}) for asked, of in last.items()]
    return [_question(asked, of, there, names=names) for asked, of in found if of]


def _question(asked: str, rows: dict[str, Confidence], there: dict[Any, Any], *, names: bool) -> Question:
    latest = max(rows.values(), key=lambda row: row.typed_at)
    answers = {when: Answers(steps=tuple(row.steps), is_percent=row.is_percent, base=row.base) for when, row in rows.items()}
    return Question(
        asked=asked,
        key=latest.pk,
        shown=shown(answers.get(When.BEFORE), answers.get(When.AFTER), names=names),
        document=next((there[row.document_id] for row in rows.values() if row.document_id in there), None),
        is_percent=latest.is_percent,
    )
