"""Deeds on the outbox: put a message in, call it off, begin and end an attempt, ask for another."""

from datetime import datetime
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.dispatch import queries
from dueregard.dispatch.models import AskedAgain, Attempt, CalledOff, Outbox
from dueregard.dispatch.rules import BODIES, TO_NO_ACCOUNT, MessageKind, Outcome, message_id, next_try, why_not_enqueue, why_not_try_again
from dueregard.privacy.cipher import seal

# Whoever does one of these may have somebody told of it.
TELLS = (
    Permission.PARTNERSHIP_EDIT,
    Permission.MINUTES_CLEAR,
    Permission.ACTION_UPDATE,
    Permission.TRAINING_EDIT,
    Permission.DOCUMENT_EDIT,
    Permission.ASSURANCE_JUDGE,
)


@deed
def enqueue(key: str, *, by: Viewer, kind: str, to: str, page: str, due_at: datetime | None = None, calendar: str = "") -> bool:
    """Put a message in the outbox unless its key is there already; whether it was put in is given back. An area file tells nobody."""
    by.must_any(TELLS)
    if by.machine == "operator" or Outbox.objects.filter(area=by.area_id, key=key).exists():
        return False
    refuse_if(why_not_enqueue(kind, to=to, page=page, calendar=calendar))
    message = Outbox.objects.create(
        **by.stamp,
        key=key,
        kind=MessageKind(kind),
        to=to,
        subject=MessageKind(kind).label,
        body=BODIES[kind],
        page=seal(page, belongs_to=key) if kind in TO_NO_ACCOUNT else page,
        calendar=calendar,
        due_at=due_at or by.now,
        message_id=message_id(key, area_id=by.area_id),
    )
    record("dispatch.message.enqueued", message, by=by, kind=kind)
    return True


@deed
def call_off(key: str, *, by: Viewer) -> bool:
    """Say that a message is not to be sent any more; whether there was one left to call off is given back."""
    by.must_any(TELLS)
    message = queries.message_to_change(by).filter(key=key, called_off=None).first()
    if message is None or message.attempts.filter(outcome=Outcome.SENT).exists():
        return False
    CalledOff.objects.create(**by.stamp, message=message)
    record("dispatch.message.called-off", message, by=by)
    return True


@deed
def begin_attempt(pk: UUID, *, by: Viewer) -> Attempt | None:
    """Write down that an attempt begins, before anything is sent; None if by now there is nothing to send."""
    _must_be_worker(by)
    message = queries.message_to_change(by).filter(called_off=None).get(pk=pk)
    at = next_try(message.due_at, tried=queries.tried(by, pk))
    if at is None or at > by.now:
        return None
    attempt = Attempt.objects.create(**by.stamp, message=message, number=message.attempts.count() + 1)
    record("dispatch.attempt.begun", message, by=by, number=attempt.number)
    return attempt


@deed
def end_attempt(pk: UUID, *, by: Viewer, outcome: str, reason: str = "") -> None:
    """Write down how an attempt ended."""
    _must_be_worker(by)
    attempt = Attempt.objects.select_for_update(of=("self",)).select_related("message").get(area=by.area_id, pk=pk)
    if attempt.outcome != Outcome.UNKNOWN:
        raise Refused("How this attempt ended is already known")
    attempt.outcome, attempt.reason = Outcome(outcome), reason[:120]
    attempt.save(update_fields=["outcome", "reason"])
    record("dispatch.attempt.ended", attempt.message, by=by, number=attempt.number, outcome=outcome)


@deed
def try_again(pk: UUID, *, by: Viewer) -> None:
    """Ask for a message to be tried again at once: its waits begin anew."""
    by.must(Permission.PARTNERSHIP_EDIT)
    message = queries.message_to_change(by).get(pk=pk)
    refuse_if(why_not_try_again(queries.standing(by, pk)))
    AskedAgain.objects.create(**by.stamp, message=message)
    record("dispatch.message.asked-again", message, by=by)


def _must_be_worker(by: Viewer) -> None:
    if by.machine != "worker":
        raise Refused("Only the worker sends")
