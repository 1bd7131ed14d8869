"""Deeds on free text that names a person who should not be there: marking it, taking it out."""

from datetime import date
from operator import attrgetter
from typing import Any

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import day_of
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import PersonMark, Redaction
from dueregard.partnership.queries.texts import PLACES
from dueregard.partnership.rules.redactions import TextKind, why_not_redact, words_instead


def _text(kind: str, ref: str, number: int, *, by: Viewer) -> tuple[TextKind, Any]:
    """The row of free text that is meant: of a kind, of a record, and which of its rows, from 1, in the order they were typed."""
    wanted = given.choice(kind, TextKind, what="kind of text")
    rows = queries.texts_to_change(by, wanted, ref=ref)
    if not 1 <= number <= len(rows):
        raise Refused(f"There is no such text: {wanted.label.lower()} of {ref}, number {number}")
    return wanted, rows[number - 1]


def _marking(kind: TextKind, row: Any) -> str:
    """The marking of the record whose free text it is."""
    path = PLACES[kind].marking
    return str(attrgetter(path.replace("__", "."))(row)) if path else ""


@deed
def mark_person(kind: str, *, by: Viewer, on: date, ref: str, number: int = 1) -> None:
    """Mark free text as naming a person who should not be there; whoever can read it may."""
    by.must(Permission.PARTNERSHIP_READ)
    wanted, row = _text(kind, ref, number, by=by)
    if PersonMark.objects.filter(area=by.area_id, kind=wanted, subject=row.pk).exists():
        return
    mark = PersonMark.objects.create(**by.stamp, kind=wanted, subject=row.pk, ref=ref, number=number, on=given.happened(on, by=by))
    record("partnership.text.marked", mark, by=by, beside=_marking(wanted, row), on=on)


@deed
def note_redaction(kind: str, *, by: Viewer, on: date, ref: str, because: str, number: int = 1) -> None:
    """Keep, with a file, that words were taken out and why; what stands there says so already."""
    by.must(Permission.PARTNERSHIP_EDIT)
    wanted, row = _text(kind, ref, number, by=by)
    field = PLACES[wanted].field
    stands = next((text for text in queries.texts_to_change(by, wanted, ref=ref) if getattr(text, field) == words_instead(on)), None)
    if stands is None:
        raise Refused(f"Nothing of {ref} says that its words were taken out on this day")
    refuse_if(why_not_redact(getattr(row, "on", on), on=on, because=because))
    Redaction.objects.create(**by.stamp, kind=wanted, subject=stands.pk, ref=ref, number=number, on=on, because=because.strip())
    record("partnership.text.redaction-noted", stands, by=by, beside=_marking(wanted, stands), on=on)


@deed
def redact(kind: str, *, by: Viewer, on: date, ref: str, because: str, number: int = 1) -> None:
    """Take words out for good; that they were, when and why stays."""
    by.must(Permission.PARTNERSHIP_EDIT)
    wanted, row = _text(kind, ref, number, by=by)
    written = getattr(row, "on", None) or day_of(row.typed_at)
    refuse_if(why_not_redact(written, on=given.happened(on, by=by), because=because))
    setattr(row, PLACES[wanted].field, words_instead(on))
    row.save(update_fields=[PLACES[wanted].field])
    redaction = Redaction.objects.create(**by.stamp, kind=wanted, subject=row.pk, ref=ref, number=number, on=on, because=because.strip())
    record("partnership.text.redacted", redaction, by=by, beside=_marking(wanted, row), on=on)
