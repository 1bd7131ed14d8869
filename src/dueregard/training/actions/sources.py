"""Deeds on sources: a system whose files come again and again, and what is said once of how it writes."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import made_before, ref_for
from dueregard.training.models import Course, ImportCourse, ImportPerson, ImportSource
from dueregard.training.queries import imports as queries
from dueregard.training.queries.matching import learners_of
from dueregard.training.rules.bringing_in.columns import FIELDS, plain
from dueregard.training.rules.imports import DateOrder, Holds

LONGEST_HEADING = 200


@deed
def add_source(
    name: str,
    *,
    by: Viewer,
    on: date,
    holds: str,
    body: str,
    date_order: str = "",
    is_full: bool = False,
    ref: str | None = None,
    once: UUID | None = None,
) -> ImportSource:
    """Name a system that files come from, what they hold and whose people it knows."""
    by.must(Permission.TRAINING_NAMES)
    ref = ref_for("SO", ref, by=by)
    if before := made_before(ImportSource, once, by=by):
        return before
    if queries.sources(by).filter(name__iexact=name.strip()).exists():
        raise Refused(f"There is a source called {name.strip()} already")
    whose = organisations.bodies(by).get(ref=body)
    told = {"holds": Holds(holds), "date_order": DateOrder(date_order) if date_order else "", "is_full": is_full, "on": on}
    source = ImportSource.objects.create(**by.stamp, ref=ref, name=name.strip(), body=whose, once=once, **told)
    record("training.source.added", source, by=by, holds=holds, body=body)
    return source


@deed
def say_columns(ref: str, *, by: Viewer, columns: Mapping[str, str]) -> None:
    """Say under which heading each thing stands in the files of a source; it is kept for the next file."""
    by.must(Permission.TRAINING_NAMES)
    source = queries.source_to_change(by).get(ref=ref)
    refuse_if(None if set(columns) <= set(FIELDS[source.holds]) else "A column can hold only what such a file tells")
    source.columns = {field: heading[:LONGEST_HEADING] for field, heading in columns.items() if heading.strip()}
    source.version += 1
    source.save(update_fields=["columns", "version"])
    record("training.source.columns-said", source, by=by, fields=sorted(source.columns))


@deed
def say_date_order(ref: str, *, by: Viewer, order: str) -> None:
    """Say whether a source writes the day or the month first; it is kept for the next file."""
    by.must(Permission.TRAINING_NAMES)
    source = queries.source_to_change(by).get(ref=ref)
    source.date_order = DateOrder(order)
    source.version += 1
    source.save(update_fields=["date_order", "version"])
    record("training.source.order-said", source, by=by, order=order)


@deed
def say_course(ref: str, *, by: Viewer, words: str, course: str | None) -> None:
    """Say which course a source means by its words, or that its rows are left out; it can be said anew."""
    by.must(Permission.TRAINING_NAMES)
    source = queries.source_to_change(by).get(ref=ref)
    meant = Course.objects.get(area=by.area_id, ref=course) if course else None
    ImportCourse.objects.update_or_create(
        source=source, words=plain(words), defaults={"course": meant}, create_defaults={**by.stamp, "course": meant}
    )
    record("training.source.course-said", source, by=by, course=course or "")


@deed
def say_person(ref: str, *, by: Viewer, key: str, learner: str) -> None:
    """Say that what a source writes of a person is this learner, who was only proposed by name and team."""
    by.must(Permission.TRAINING_NAMES)
    source = queries.source_to_change(by).get(ref=ref)
    meant = learners_of(by, source).get(ref=learner)
    ImportPerson.objects.update_or_create(
        source=source, key=key, defaults={"learner": meant}, create_defaults={**by.stamp, "learner": meant}
    )
    record("training.source.person-said", source, by=by)
