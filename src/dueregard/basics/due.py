"""Something due on a day: what each app's `queries.due` gives to Today, reminders and the calendar."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Due:
    """A deed that somebody ought to do by a day, said as the page says it."""

    on: date
    says: str  # the deed, starting with a verb: "Write up the meeting"
    why: str  # one line of why
    part: str  # the section it belongs to: "1 Partnership group"
    page: str  # the page's name, such as "partnership:meeting"
    ref: str | None = None
    person_id: UUID | None = None  # whose it is; None: the area's own team's
