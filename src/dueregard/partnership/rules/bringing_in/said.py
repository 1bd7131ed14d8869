"""What a sheet says of one action, once somebody has looked at it: the same for an action log and for a plan."""

from dataclasses import dataclass
from datetime import date

from dueregard.partnership.rules.decisions import ActionStatus


@dataclass(frozen=True, kw_only=True)
class ActionSaid:
    """What is to be recorded of one action; empty is nothing to be recorded."""

    number: int  # its row
    ref: str  # empty: it is not there yet
    what: str = ""
    body: str = ""
    person: str = ""
    on: date  # when it was raised
    day: date  # of the update, of every change, and of the end
    start: date | None = None
    due: date | None = None
    item: str = ""  # of a meeting, at which another due date was agreed
    risks: tuple[str, ...] = ()
    words: str = ""
    rag: str = ""
    ends: ActionStatus | None = None
