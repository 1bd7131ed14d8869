"""What holds on a day: the filter for rows that begin on a day and end with a row of their own."""

from datetime import date

from django.db.models import Q

from dueregard.organisations.queries.asked import end_of as end_of


def holding(on: date) -> Q:
    """Begun by that day and not ended before it; the last day still holds."""
    return Q(on__lte=on) & (Q(ending__isnull=True) | Q(ending__on__gte=on))
