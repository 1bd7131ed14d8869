"""The one deed that withdraws what was entered by mistake: an update to staff, development, that a setting was reached, a step."""

from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import refuse_if
from dueregard.organisations.actions.given import change
from dueregard.training.actions.recording import record
from dueregard.training.queries.withdrawn import Kind, entry_to_change
from dueregard.training.rules.withdrawals import why_not_withdraw


@deed
def withdraw_entry(key: UUID | str, *, by: Viewer, on: date, kind: Kind, because: str) -> None:
    """Say that an entry was a mistake: it stays to be seen, and from the day on it counts no more."""
    by.must(kind.permission)
    entry = entry_to_change(by, kind).get(pk=key)
    made: Any = kind.withdrawal._default_manager  # each kind names its own entry `of`
    is_withdrawn = made.filter(area=by.area_id, of=entry).exists()
    refuse_if(why_not_withdraw(on, today=by.today, because=because, is_withdrawn=is_withdrawn))
    above = kind.above(entry)
    change(above, by=by, seen=None)
    made.create(**by.stamp, of=entry, on=on, because=because.strip())
    record(kind.verb, above, by=by, on=on, of=entry.on)
