"""Reads of the outbox: what waits, what was sent, what was given up, and what is due to be sent now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import day_of
from dueregard.dispatch.models import Attempt, CalledOff, Outbox
from dueregard.dispatch.rules import TO_NO_ACCOUNT, Outcome, Standing, Tried, next_try, standing_of


@dataclass(frozen=True, kw_only=True)
class MessageRow:
    """A message as the list shows it."""

    id: UUID
    to: str
    subject: str
    page: str
    due_at: datetime
    standing: Standing
    attempts: int
    last_at: datetime | None
    last_outcome: str
    next_at: datetime | None

    @property
    def due_on(self) -> date:
        """The day it was, or is, to be sent."""
        return day_of(self.due_at)

    @property
    def next_on(self) -> date | None:
        """The day of the next attempt, where one is due."""
        return day_of(self.next_at) if self.next_at else None


def messages(viewer: Viewer) -> QuerySet[Outbox]:
    """The area's messages, newest first, each with its attempts and what was asked of it since."""
    return (
        Outbox.objects.filter(area=viewer.area_id)
        .select_related("called_off")
        .prefetch_related(Prefetch("attempts", Attempt.objects.order_by("number")), "asked_again")
        .order_by("-typed_at", "-due_at", "key")
    )


def message_to_change(viewer: Viewer) -> QuerySet[Outbox]:
    """The area's messages, locked for a deed."""
    return Outbox.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def of_standing(viewer: Viewer, standing: str) -> QuerySet[Outbox]:
    """The messages that were sent, called off, or neither (they wait or were given up); all of them where none of these is asked for."""
    sent = Exists(Attempt.objects.filter(message=OuterRef("pk"), outcome=Outcome.SENT))
    off = Exists(CalledOff.objects.filter(message=OuterRef("pk")))
    wanted: dict[str, Q] = {
        Standing.SENT: Q(sent),
        Standing.CALLED_OFF: Q(off) & ~Q(sent),
        Standing.WAITING: ~Q(sent) & ~Q(off),
    }
    return messages(viewer).filter(wanted.get(standing, Q()))


def tried(viewer: Viewer, pk: UUID) -> list[Tried]:
    """The attempts since a message was put in the outbox or last asked for again."""
    return _since_asked(messages(viewer).get(pk=pk))


def _since_asked(message: Outbox) -> list[Tried]:
    asked = max((row.typed_at for row in message.asked_again.all()), default=None)
    return [Tried(row.typed_at, row.outcome) for row in message.attempts.all() if asked is None or row.typed_at >= asked]


def message_rows(viewer: Viewer, page: Iterable[Outbox]) -> list[MessageRow]:
    """Messages as the list shows them to this viewer."""
    return [_row(message) for message in page if message.area_id == viewer.area_id]


def standing(viewer: Viewer, pk: UUID) -> Standing:
    """How a message stands now."""
    return _row(messages(viewer).get(pk=pk)).standing


def _row(message: Outbox) -> MessageRow:
    since, attempts = _since_asked(message), list(message.attempts.all())
    was_sent = any(attempt.outcome == Outcome.SENT for attempt in attempts)
    outcomes = [Outcome.SENT] if was_sent else [attempt.outcome for attempt in since]
    stands = standing_of(is_called_off=getattr(message, "called_off", None) is not None, outcomes=outcomes)
    last = attempts[-1] if attempts else None
    return MessageRow(
        id=message.pk,
        to=message.to,
        subject=message.subject,
        page="" if message.kind in TO_NO_ACCOUNT else message.page,
        due_at=message.due_at,
        standing=stands,
        attempts=len(attempts),
        last_at=last.typed_at if last else None,
        last_outcome=Outcome(last.outcome).label if last else "",
        next_at=next_try(message.due_at, tried=since) if stands == Standing.WAITING else None,
    )


def due_now(viewer: Viewer) -> list[UUID]:
    """The messages an attempt is due for, oldest first."""
    waiting = of_standing(viewer, Standing.WAITING).filter(due_at__lte=viewer.now).order_by("due_at", "key")
    found = [(message, next_try(message.due_at, tried=_since_asked(message))) for message in waiting]
    return [message.pk for message, at in found if at is not None and at <= viewer.now]
