"""Invented areas for tests."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from dueregard.organisations.models import Area
from dueregard.organisations.rules import AreaKind


class AreaFactory(factory.django.DjangoModelFactory[Area]):
    """A unitary area that began to keep its records some years ago."""

    class Meta:
        model = Area

    slug = factory.Sequence(lambda n: f"area-{n}")
    name = factory.LazyAttribute(lambda area: area.slug.replace("-", " ").capitalize())
    kind = AreaKind.UNITARY
    began = date(2020, 1, 1)
    is_invented = True
    typed_at: Any = datetime(2020, 1, 1, 12, tzinfo=UTC)
