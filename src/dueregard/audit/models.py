"""The trail's two tables: events, and the head of each chain."""

import uuid

from django.apps import apps
from django.db import models

from dueregard.privacy import marking


def kind_words(kind: str) -> str:
    """A kind of record in words: organisations.areastanding is area standing."""
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):  # a kind that an older version knew
        return kind.split(".")[-1]


class Event(models.Model):
    """Somebody did something to a record. Ids and words of ours, never text that people typed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area_id = models.BigIntegerField()  # no foreign key: the trail never stands in another table's way; 0: the install's own chain
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    user_id = models.BigIntegerField(null=True)
    person_id = models.UUIDField(null=True)
    machine = models.CharField(max_length=10, blank=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=40)
    ref = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)
    marking = marking.field()  # that of what it tells of
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area_id", "number"], name="audit_event_number"),
        ]
        indexes = [models.Index(fields=["area_id", "-at"], name="audit_event_newest")]

    class Privacy:
        plain = {"id", "area_id", "number", "at", "machine", "verb", "kind", "subject", "ref", "details", "marking", "previous", "digest"}
        personal = {"user_id", "person_id"}

    @property
    def kind_words(self) -> str:
        """The kind of record it was done to, in words."""
        return kind_words(self.kind)

    def as_written(self) -> dict[str, object]:
        """What the digest of an event covers; the marking where it is not the plain one."""
        sealed = {"marking": self.marking} if self.marking != marking.Marking.OFFICIAL else {}
        return {
            **sealed,
            "area": self.area_id,
            "number": self.number,
            "at": self.at,
            "user": self.user_id,
            "person": self.person_id,
            "machine": self.machine,
            "verb": self.verb,
            "kind": self.kind,
            "subject": self.subject,
            "ref": self.ref,
            "details": self.details,
        }


class Head(models.Model):
    """The newest event of a chain: locked last in a deed, so that two deeds cannot both be number 7."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    area_id = models.BigIntegerField(unique=True)
    count = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    class Privacy:
        plain = {"id", "area_id", "count", "digest"}
        personal: set[str] = set()
