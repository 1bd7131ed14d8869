"""The two abstract tables everything is made of: a dated Row, and a Record with a reference."""

import uuid
from typing import Any

from django.db import models


class Row(models.Model):
    """One fact of one area, fixed once written. `typed_at` is when somebody typed it; when it happened is the row's own date."""

    id: "models.Field[Any, Any]" = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # tables of millions are numbered
    area = models.ForeignKey("organisations.Area", models.PROTECT, related_name="+")
    typed_at = models.DateTimeField()  # from Viewer.now: no clock here, so that a file can be loaded as it was typed

    class Meta:
        abstract = True


class Record(Row):
    """A row people talk about: it has a reference unique in its area, a version, and the key of the form that made it."""

    ref = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    once = models.UUIDField(null=True, blank=True, editable=False)  # the creating form's key: a second post shows the first result

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["area", "ref"], name="%(app_label)s_%(class)s_ref"),
            models.UniqueConstraint(fields=["area", "once"], name="%(app_label)s_%(class)s_once"),
        ]
