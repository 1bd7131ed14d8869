"""What is remembered of the sheets people bring in."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.plan.models.plain import ROW


class SheetLayout(Row):
    """Which column of a sheet with these headings holds what, as somebody put it right; the row typed last holds. No cell is kept."""

    kind = models.CharField(max_length=8)  # plan, or register
    fingerprint = models.CharField(max_length=32)  # of the headings
    columns = models.JSONField()  # by field, the number of the column; nothing where it is not in the sheet
    on = models.DateField()

    class Privacy:
        plain = ROW | {"kind", "fingerprint", "columns", "on"}
        personal: set[str] = set()
