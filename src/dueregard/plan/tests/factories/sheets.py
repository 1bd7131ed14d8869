"""Invented layouts of sheets that people bring in."""

from datetime import date
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, AreaFactory, InArea
from dueregard.plan import models


class SheetLayoutFactory(InArea):
    """The columns of a plan's sheet."""

    class Meta:
        model = models.SheetLayout

    area = factory.SubFactory(AreaFactory)
    kind = "plan"
    fingerprint = factory.Sequence(lambda n: f"{n:032x}")
    columns: Any = {"what": 1, "due": 2}
    on = date(2026, 2, 2)
    typed_at: Any = TYPED
