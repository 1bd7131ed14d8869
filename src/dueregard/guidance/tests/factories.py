"""Invented threat checks for tests."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from dueregard.guidance.models import ThreatCheck
from dueregard.organisations.tests.factories import AreaFactory, InArea


class ThreatCheckFactory(InArea):
    """Three times yes, each with a reason."""

    class Meta:
        model = ThreatCheck

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"C-{n + 1000}")
    wording = "threat-check-2024-local"
    on = date(2026, 5, 1)
    mindful = True
    mindful_because = "The local profile of March was read"
    proportionate = True
    proportionate_because = "It is small"
    reduces = True
    reduces_because = "It reaches those whom it is for"
    typed_at: Any = datetime(2026, 5, 1, 12, tzinfo=UTC)
