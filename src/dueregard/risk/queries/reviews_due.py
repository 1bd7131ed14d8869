"""Reads of the reviews that risks are due, for Today and for the register."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import readable
from dueregard.risk.models import RiskReview
from dueregard.risk.queries.risks import IN_ORDER, RiskRow, risks


def reviews_due(viewer: Viewer, *, until: date) -> list[RiskRow]:
    """The open risks whose next review is due by a day, as they stand today, earliest first; a fixed number of statements."""
    rows = RiskReview.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, on__lte=viewer.today)
    last = dict(rows.order_by(*IN_ORDER).values_list("risk_id", "next_due"))
    due = [pk for pk, day in last.items() if day is not None and day <= until]
    found = risks(viewer, as_at=viewer.today, among=due) if due else []
    return sorted((row for row in found if row.is_open), key=lambda row: (row.next_due or until, row.ref))
