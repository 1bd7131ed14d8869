"""Writing many completions at once: the one place where the two databases are spoken to differently."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from dueregard.training.rules.bringing_in.days import written
from dueregard.training.rules.bringing_in.judging import Completed

# A row of a file begun again, and a row that the file repeats, meets the unique index and is passed over.
SQLITE = """
    insert or ignore into training_completion (area_id, typed_at, came_with_id, learner_id, course_id, "on")
    values (%s, %s, %s, %s, %s, %s)"""
SQLITE_BESIDE = """
    insert or ignore into training_completion (area_id, typed_at, came_with_id, learner_id, course_id, "on")
    select r.area, r.typed, r.file, r.learner, r.course, r.day
    from (select %s area, %s typed, %s file, %s learner, %s course, %s day) r
    where not exists (
        select 1 from training_completion c
        where c.area_id = r.area and c.learner_id = r.learner and c.course_id = r.course and c."on" = r.day
        and (c.came_with_id is null or (select i.state from training_import i where i.id = c.came_with_id) = 'done'))"""
POSTGRESQL = """
    insert into training_completion (area_id, typed_at, came_with_id, learner_id, course_id, "on")
    select %s, %s, %s, r.learner, r.course, date '0001-01-01' + (r.day - 1)
    from unnest(%s::bigint[], %s::bigint[], %s::int[]) r(learner, course, day)"""
POSTGRESQL_BESIDE = """
    where not exists (
        select 1 from training_completion c
        where c.area_id = %s and c.learner_id = r.learner and c.course_id = r.course and c."on" = date '0001-01-01' + (r.day - 1)
        and (c.came_with_id is null or (select i.state from training_import i where i.id = c.came_with_id) = 'done'))"""
ONCE = " on conflict do nothing"


def write_completions(rows: Sequence[Completed], *, area_id: int, typed_at: datetime, file: int, beside: bool) -> None:
    """Write completions of a file; `beside`: leave out those that are here already and count."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _into_postgresql(cursor, rows, [area_id, typed_at, file], beside=beside)
        else:
            typed: Any = connection.ops.adapt_datetimefield_value(typed_at)
            days = {day: written(day) for day in {row[2] for row in rows}}
            values = [(area_id, typed, file, learner, course, days[day]) for learner, course, day in rows]
            cursor.executemany(SQLITE_BESIDE if beside else SQLITE, values)


def _into_postgresql(cursor: Any, rows: Sequence[Completed], stamp: list[Any], *, beside: bool) -> None:
    """As three arrays in one statement: COPY would be quicker, and is refused where row-level security guards the table."""
    learners, courses, days = (list(column) for column in zip(*rows, strict=True))
    values: list[Any] = [*stamp, learners, courses, days]
    if beside:
        cursor.execute(POSTGRESQL + POSTGRESQL_BESIDE + ONCE, [*values, stamp[0]])
    else:
        cursor.execute(POSTGRESQL + ONCE, values)
