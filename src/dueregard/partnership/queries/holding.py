"""What holds on a day: the filter for rows that begin on a day and end with a row of their own."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone


def holding(on: date) -> Q:
    """Begun by that day and not ended before it; the last day still holds."""
    return Q(on__lte=on) & (Q(ending__isnull=True) | Q(ending__on__gte=on))


def end_of(known: date) -> datetime:
    """The first moment that was not known on that day."""
    return timezone.make_aware(datetime.combine(known + timedelta(days=1), time()))


def day_typed(typed_at: datetime) -> date:
    """The day something was typed, in the time the council lives by."""
    return timezone.localtime(typed_at).date()
