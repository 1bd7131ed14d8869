"""The outbox: what must reach somebody outside, every attempt to send it, and what was asked of it since."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.dispatch.rules import MessageKind, Outcome

ROW = frozenset({"id", "area", "typed_at"})


class Outbox(Row):
    """One message to one address, fixed once written. Its key says what it is about; a key is put in the outbox once."""

    key = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=MessageKind.choices)
    to = models.EmailField()
    subject = models.CharField(max_length=120)
    body = models.TextField()
    page = models.CharField(max_length=400)  # the page it links to; sealed where opening it takes no account
    calendar = models.TextField(blank=True)  # a calendar entry, as text
    due_at = models.DateTimeField()
    message_id = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "key"], name="dispatch_outbox_key")]
        indexes = [models.Index(fields=["area", "due_at"], name="dispatch_outbox_due")]

    class Privacy:
        plain = {*ROW, "key", "kind", "subject", "body", "page", "calendar", "due_at", "message_id"}
        personal = {"to"}


class Attempt(Row):
    """The worker began to send a message. Its end is not known until it is written here; if it never is, not known is what it stays."""

    message = models.ForeignKey(Outbox, models.PROTECT, related_name="attempts")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.UNKNOWN)
    reason = models.CharField(max_length=120, blank=True)  # the kind of failure, never what the server said back

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "number"], name="dispatch_attempt_number")]

    class Privacy:
        plain = {*ROW, "message", "number", "outcome", "reason"}
        personal: set[str] = set()


class AskedAgain(Row):
    """Somebody asked for a message to be tried again: its waits begin anew."""

    message = models.ForeignKey(Outbox, models.PROTECT, related_name="asked_again")

    class Privacy:
        plain = {*ROW, "message"}
        personal: set[str] = set()


class CalledOff(Row):
    """A message that was not sent yet is not to be sent any more."""

    message = models.OneToOneField(Outbox, models.PROTECT, related_name="called_off")

    class Privacy:
        plain = {*ROW, "message"}
        personal: set[str] = set()
