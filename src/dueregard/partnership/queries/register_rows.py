"""The registers at a glance: how many records each has, and when the newest was."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import AreaLink, Exchange, Involvement, MemberBriefing, NilReturn
from dueregard.privacy.marking import readable


@dataclass(frozen=True, kw_only=True)
class RegisterRow:
    """One register: its name, its pages, how much is in it."""

    words: str
    what_for: str
    page: str
    record: str
    step: str
    count: int
    newest: date | None


EXCHANGES = "Exchanges with community organisations"

# Each register: its table, its name, what reads it, its list, the page that records, and that page in words.
REGISTERS = (
    (AreaLink, "Links beyond the area", "Line 1.b1", "partnership:link-list", "partnership:link-record", "Record a link"),
    (
        Exchange,
        EXCHANGES,
        "Line 1.b3",
        "partnership:exchange-list",
        "partnership:exchange-record",
        "Record an exchange",
    ),
    (
        Involvement,
        "A senior officer’s part",
        "Line 1.b2",
        "partnership:involvement-list",
        "partnership:involvement-record",
        "Record a part taken",
    ),
    (
        MemberBriefing,
        "Briefings of elected members",
        "Oversight by members",
        "partnership:briefing-list",
        "partnership:briefing-record",
        "Record a briefing",
    ),
    (
        NilReturn,
        "Nil returns",
        "Lines that count what happened",
        "partnership:nil-list",
        "partnership:nil-record",
        "Record that nothing arose",
    ),
)


def register_rows(viewer: Viewer) -> list[RegisterRow]:
    """Each register with how many records the viewer can see in it; one query each."""
    found = []
    for model, words, what_for, page, record, step in REGISTERS:
        seen = readable(viewer) if words == EXCHANGES else Q()
        rows: QuerySet[Any] = model._default_manager.filter(seen, area=viewer.area_id)
        count, newest = rows.aggregate(count=Count("pk"), newest=Max("on")).values()
        found.append(RegisterRow(words=words, what_for=what_for, page=page, record=record, step=step, count=count, newest=newest))
    return found
