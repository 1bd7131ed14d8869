"""Rows that had happened by a day and were typed by another: as at, known on."""

from datetime import date, datetime, time, timedelta
from typing import TypedDict, TypeVar

from django.db.models import Model, QuerySet
from django.utils import timezone

M = TypeVar("M", bound=Model)


class Then(TypedDict):
    """As at which day, known on which."""

    on: date
    known: date


def by_then(rows: "QuerySet[M]", *, on: date, known: date) -> "QuerySet[M]":
    """Of these rows, those that had happened by a day and were typed by another."""
    return rows.filter(on__lte=on, typed_at__lt=typed_before(known))


def typed_before(known: date) -> datetime:
    """The end of the day on which something is asked to have been known."""
    return timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))
