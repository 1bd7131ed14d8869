"""Free text that names a person who should not be there: marked by anybody, taken out by whoever keeps the record."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.partnership.models.plain import ROW


class PersonMark(Row):
    """Somebody marked free text as containing a person who should not be there."""

    kind = models.CharField(max_length=20)  # which table: rules.redactions.Text
    subject = models.UUIDField()
    ref = models.CharField(max_length=40, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"kind", "subject", "ref", "on"}
        personal: set[str] = set()


class Redaction(Row):
    """The words were replaced, for good; that they were, when and why stays."""

    kind = models.CharField(max_length=20)
    subject = models.UUIDField()
    ref = models.CharField(max_length=40, blank=True)
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"kind", "subject", "ref", "on", "because"}
        personal: set[str] = set()
