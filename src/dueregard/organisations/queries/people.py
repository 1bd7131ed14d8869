"""Reads of people."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Body, Person, PersonMove


def people(viewer: Viewer) -> QuerySet[Person]:
    """The area's people, by name, each with the body they belonged to first."""
    return Person.objects.filter(area=viewer.area_id).select_related("body").order_by("name")


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """One person of a list, with the body they belong to on the day asked about (none: of no body here)."""

    person: Person
    body: Body | None

    @property
    def words(self) -> str:
        """Name and body, as a list to pick from says them."""
        return f"{self.person.name}, {self.body.name}" if self.body else self.person.name


def people_at(viewer: Viewer, *, on: date) -> tuple[PersonRow, ...]:
    """The area's people, by name, each with the body they belong to on a day."""
    moved = {move.person_id: move.body for move in person_moves(viewer).filter(on__lte=on)}  # oldest first: the newest stays
    return tuple(PersonRow(person=person, body=moved.get(person.pk, person.body)) for person in people(viewer))


def person_to_change(viewer: Viewer) -> QuerySet[Person]:
    """The area's people, locked as they are fetched."""
    return Person.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def person_moves(viewer: Viewer) -> QuerySet[PersonMove]:
    """Every move of a person to another body, oldest first."""
    return PersonMove.objects.filter(area=viewer.area_id).select_related("body").order_by("on", "typed_at")


def person_choices(viewer: Viewer, *, on: date) -> list[tuple[str, str]]:
    """The area's people to pick from: ref, and name with body."""
    return [(row.person.ref, row.words) for row in people_at(viewer, on=on)]
