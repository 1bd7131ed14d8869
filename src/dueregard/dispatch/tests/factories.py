"""Invented messages and attempts for tests."""

from datetime import UTC, datetime
from typing import Any

import factory

from dueregard.dispatch.models import Attempt, Outbox
from dueregard.dispatch.rules import BODIES, MessageKind, Outcome
from dueregard.organisations.tests.factories import AreaFactory, InArea

THEN = datetime(2026, 11, 18, 9, tzinfo=UTC)


class OutboxFactory(InArea):
    """A meeting was called; the message has been due for an hour."""

    class Meta:
        model = Outbox

    area = factory.SubFactory(AreaFactory)
    key = factory.Sequence(lambda n: f"meeting-{n}")
    kind = MessageKind.CALLED
    to = factory.Sequence(lambda n: f"somebody-{n}@council.example")
    subject = MessageKind.CALLED.label
    body = BODIES[MessageKind.CALLED]
    page = "/westmarch/partnership/meetings/M-1/"
    due_at: Any = THEN
    message_id = factory.LazyAttribute(lambda message: f"<{message.key}@due-regard.invalid>")
    typed_at: Any = THEN


class AttemptFactory(InArea):
    """The first attempt, of unknown end."""

    class Meta:
        model = Attempt

    _above = "message"
    message = factory.SubFactory(OutboxFactory)
    area = factory.SelfAttribute("message.area")
    number = 1
    outcome = Outcome.UNKNOWN
    typed_at: Any = THEN
