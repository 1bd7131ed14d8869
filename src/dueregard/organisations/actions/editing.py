"""Part of every deed that changes a record somebody opened on a page."""

from dueregard.access.viewer import Viewer
from dueregard.audit.queries import last_deed
from dueregard.basics.dates import day_of, say
from dueregard.basics.records import Record
from dueregard.basics.refused import refuse_if_changed
from dueregard.organisations.queries import people


def refuse_if_changed_since(record: Record, seen: int, *, by: Viewer) -> None:
    """Stop the deed if the record is no longer as the page showed it, saying who changed it and when."""
    if record.version != seen:
        refuse_if_changed(record, seen, by_whom=_by_whom(record, by=by))


def _by_whom(record: Record, *, by: Viewer) -> str:
    event = last_deed(by, subject=str(record.pk), kind=record._meta.label_lower, ref=record.ref)
    if event is None:
        return ""
    person = people(by).filter(pk=event.person_id).first() if event.person_id else None
    return f"by {person.name if person else 'somebody else'} on {say(day_of(event.at))}"
