"""Free text that names a person who should not be there: marked by anybody, taken out by whoever keeps the record."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.partnership.models.plain import ROW


class PersonMark(Row):
    """Somebody marked free text as containing a person who should not be there."""

    kind = models.CharField(max_length=20)  # rules.redactions.TextKind
    subject = models.UUIDField()
    ref = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(default=1)  # which of the record's rows of that kind, in the order they were typed
    on = models.DateField()

    class Privacy:
        plain = ROW | {"kind", "subject", "ref", "number", "on"}
        personal: set[str] = set()


class Redaction(Row):
    """The words were replaced, for good; that they were, when and why stays."""

    kind = models.CharField(max_length=20)
    subject = models.UUIDField()
    ref = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(default=1)  # which of the record's rows of that kind, in the order they were typed
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"kind", "subject", "ref", "number", "on", "because"}
        personal: set[str] = set()
