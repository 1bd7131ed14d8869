"""Deeds on people."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import refuse_if
from dueregard.organisations import queries, rules
from dueregard.organisations.actions.editing import refuse_if_changed_since
from dueregard.organisations.actions.refs import made_before, ref_for
from dueregard.organisations.models import Body, Person, PersonMove


def _body(ref: str | None, *, by: Viewer) -> Body | None:
    return queries.bodies(by).get(ref=ref) if ref else None


@deed
def add_person(
    name: str, *, by: Viewer, on: date, body: str | None = None, email: str = "", ref: str | None = None, once: UUID | None = None
) -> Person:
    """Add somebody who holds a post, attends or owns. It gives them no account."""
    by.must(Permission.AREA_EDIT)
    refuse_if(rules.why_not_date(on, today=by.today))
    belongs = _body(body, by=by)
    given = ref_for("P", ref, by=by)
    if before := made_before(Person, once, by=by):
        return before
    person = Person.objects.create(name=name, email=email, body=belongs, on=on, ref=given, once=once, **by.stamp)
    record("organisations.person.added", person, by=by, on=on)
    return person


@deed
def correct_person(ref: str, *, by: Viewer, name: str, email: str, seen: int) -> None:
    """Put right how somebody is called or reached. No finding reads either, so what was believed before need not be kept."""
    by.must(Permission.AREA_EDIT)
    person = queries.person_to_change(by).get(ref=ref)
    refuse_if_changed_since(person, seen, by=by)
    person.name, person.email, person.version = name, email, person.version + 1
    person.save(update_fields=["name", "email", "version"])
    record("organisations.person.corrected", person, by=by)


@deed
def move_person(ref: str, *, by: Viewer, on: date, body: str | None) -> PersonMove:
    """Say that somebody has belonged to another body (or to none here) from a date. Said again for the same date, the newest counts."""
    by.must(Permission.AREA_EDIT)
    person = queries.person_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_date(on, today=by.today))
    move = PersonMove.objects.create(person=person, body=_body(body, by=by), on=on, **by.stamp)
    record("organisations.person.moved", person, by=by, on=on)
    return move
