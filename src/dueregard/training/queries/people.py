"""The workforce of an area on a day, one short row for each person, read in one statement however many completions there are.

Written in SQL, so that 40,000 people leave the database as letters. PostgreSQL reads everybody's latest completion of each course in one
pass along the index, SQLite by a look at its end for each person and course. (*Measured*: 200,000 looks take PostgreSQL three times as long
as the pass; on SQLite the pass takes a quarter more than the looks.) Keys leave as text: to make as many UUIDs takes longer than to find
them. Names and numbers are not read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from dueregard.organisations.queries.asked import end_of
from dueregard.training.models import Learner
from dueregard.training.queries.ground import Ground
from dueregard.training.rules.requirements import JOINED_DAYS, Required, held_since, looks_ahead
from dueregard.training.rules.scope import away_since

SOME = 1_000  # rows fetched at once
NEVER, LAPSED, AHEAD, COVERED = "A", "B", "CDEFGH", "Z"  # in the order of the alphabet the later is the better


class Where(NamedTuple):
    """Where somebody works, who they are to their body, and what may fit them and nobody else there: keys as the engine gives them."""

    body: Any
    kind: str
    team: Any
    job: Any
    by_hand: int | None  # the learner, where a profile fits them by hand
    holds_post: int


Row = tuple[Any, ...]  # Where, then: whether away for long, when they joined if lately, a letter for each course that is asked about


@dataclass(frozen=True)
class Course:
    """A course with how long its completion holds, as some requirement reads it."""

    course: int
    months: int | None


def courses_of(required: Iterable[Required]) -> list[Course]:
    """The courses whose latest completions tell where everybody stands, each once."""
    return list(dict.fromkeys(Course(course, each.months) for each in required for course in each.courses))


@dataclass
class _Sql:
    """Words of a statement with what stands in their places."""

    words: list[str]
    values: list[Any]

    def add(self, words: str, *values: Any) -> None:
        self.words.append(words)
        self.values.extend(connection.ops.adapt_datefield_value(value) if type(value) is date else value for value in values)


def people(ground: Ground, required: Sequence[Required], *, holders: Iterable[UUID] = ()) -> Counter[Row]:
    """The workforce on the day, how many there are of each: a letter for each course where their team is in scope, none elsewhere."""
    statement = _People(ground, holders=list(holders))
    sql = statement.written(required)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("set local jit = off")  # compiling takes longer than all the looks
        cursor.execute(" ".join(sql.words), sql.values)
        counted: Counter[Row] = Counter()
        while some := cursor.fetchmany(SOME):  # forty thousand kept at once would be looked through for rubbish
            counted.update(some)
        return counted


def _as_held(key: UUID) -> Any:
    """A key as the engine keeps it."""
    return Learner._meta.get_field("person").get_db_prep_value(key, connection)


class _People:
    def __init__(self, ground: Ground, *, holders: list[UUID]) -> None:
        asked = ground.asked
        self.asked, self.holders, self.fits = asked, holders, ground.fitting.fits
        self.area, self.on = asked.viewer.area_id, asked.on
        self.typed = connection.ops.adapt_datetimefield_value(end_of(asked.known))
        self.uncounted = ground.uncounted
        self.is_past = asked.known < asked.viewer.today
        self.in_one_pass = connection.vendor == "postgresql"

    def written(self, required: Sequence[Required]) -> _Sql:
        """The whole statement."""
        joined_after = recent(required, on=self.on)
        sql = _Sql([], [])
        sql.add("select cast(l.body_id as text), l.kind, cast(l.in_team as text), cast(l.in_job as text),")
        self._fits_alone(sql)
        sql.add("case when l.id in (")
        self._away(sql)
        sql.add(") then 1 else 0 end, case when l.joined > %s then l.joined end,", joined_after)
        self._letters(sql, required)
        sql.add('from (select l.id, l.body_id, l.kind, l.person_id, l."on" as joined,')
        sql.add("case when m.learner_id is null then l.team_id else m.team_id end as in_team,")
        sql.add("case when m.learner_id is null then l.job_id else m.job_id end as in_job")
        sql.add("from training_learner l left join (")
        self._latest(sql, "training_learnermove", "learner_id", "learner_id, team_id, job_id", came=True)
        sql.add(") m on m.learner_id = l.id where")
        self._counts(sql, "l", came=True)
        sql.add("and l.id not in (select g.learner_id from training_learnerleaving g where")
        self._counts(sql, "g", came=True, before=self.on)
        sql.add(")) l")
        if required and self.in_one_pass:
            sql.add("left join (")
            self._pass(sql, required)
            sql.add(") held on held.learner_id = l.id")
        return sql

    def _counts(self, sql: _Sql, row: str, *, came: bool = False, before: date | None = None) -> None:
        """Rows of the area that had happened (before a day, where one is given), were known, and came with no file that does not count."""
        sql.add(f"{row}.area_id = %s", self.area)
        sql.add(f'and {row}."on" < %s', before) if before else sql.add(f'and {row}."on" <= %s', self.on)
        sql.add(f"and {row}.typed_at < %s", self.typed)
        if came:
            self._came(sql, row)

    def _came(self, sql: _Sql, row: str) -> None:
        if self.uncounted:
            marks = ", ".join(["%s"] * len(self.uncounted))
            sql.add(f"and ({row}.came_with_id is null or {row}.came_with_id not in ({marks}))", *self.uncounted)

    def _latest(self, sql: _Sql, table: str, of: str, columns: str, *, came: bool = False) -> None:
        """The row dated last of each, and of several that day the one typed last."""
        sql.add("select")
        sql.add(columns)
        sql.add("from (select r.*, row_number() over (")
        sql.add(f'partition by r.{of} order by r."on" desc, r.typed_at desc, r.id desc) as place')
        sql.add(f"from {table} r where")
        self._counts(sql, "r", came=came)
        sql.add(") r where r.place = 1")

    def _away(self, sql: _Sql) -> None:
        """Whoever has been away for long: long enough ago, and not back."""
        sql.add("select a.learner_id from training_absence a where")
        self._counts(sql, "a", came=True, before=away_since(self.on))
        sql.add("and a.id not in (select e.absence_id from training_absenceend e where")
        self._counts(sql, "e", came=True)
        sql.add(")")

    def _fits_alone(self, sql: _Sql) -> None:
        """Whoever a profile fits by hand, and whoever holds a Prevent-specific post."""
        sql.add("case when")
        self._by_hand(sql)
        sql.add("then l.id end, case when")
        self._in(sql, "l.person_id", self.holders)
        sql.add("then 1 else 0 end,")

    def _pass(self, sql: _Sql, required: Sequence[Required]) -> None:
        """By learner, the day of the latest completion of each course that counts."""
        courses = sorted({course.course for course in courses_of(required)})
        sql.add("select c.learner_id")
        for course in courses:
            sql.add(f', max(c."on") filter (where c.course_id = %s) as course_{course}', course)
        self._from_completions(sql)
        sql.add(f"and c.course_id in ({', '.join(['%s'] * len(courses))}) group by c.learner_id", *courses)

    def _from_completions(self, sql: _Sql) -> None:
        sql.add('from training_completion c where c.area_id = %s and c."on" <= %s', self.area, self.on)
        self._came(sql, "c")
        if self.is_past:  # otherwise everything is known; the time of typing is not in the index
            sql.add("and (c.came_with_id is not null or c.typed_at < %s)", self.typed)
        sql.add("and c.id not in (select w.completion_id from training_completionwithdrawal w where")
        self._counts(sql, "w")
        sql.add(")")

    def _letters(self, sql: _Sql, required: Sequence[Required]) -> None:
        sql.add("case when l.in_team in (")
        self._latest(sql, "training_teamplacing", "team_id", "team_id")
        sql.add("and r.is_in) then ''")
        for course in courses_of(required):
            sql.add("||")
            is_for_some = self._asked_of(sql, frozenset(each.profile for each in required if course in courses_of([each])))
            self._stands(sql, course)
            sql.add(f"else '{NEVER}' end" if is_for_some else "")
        sql.add("else '' end")

    def _asked_of(self, sql: _Sql, profiles: frozenset[str]) -> bool:
        """Tell how a course stands only of whoever may have a profile that asks for it; whether that says anything."""
        if "" in profiles:
            return False
        jobs, teams = self.fits.places(profiles)
        sql.add("case when")
        self._in(sql, "l.in_job", jobs)
        sql.add("or")
        self._in(sql, "l.in_team", teams)
        sql.add("or")
        self._by_hand(sql)
        sql.add("or")
        self._in(sql, "l.person_id", self.holders)
        sql.add("then")
        return True

    def _in(self, sql: _Sql, column: str, keys: Iterable[Any]) -> None:
        held = [_as_held(key) for key in keys]
        marks = ", ".join(["%s"] * len(held)) or "null"
        sql.add(f"{column} in ({marks})", *held)

    def _by_hand(self, sql: _Sql) -> None:
        sql.add("l.id in (select h.learner_id from training_profilematch h where h.learner_id is not null and")
        self._counts(sql, "h")
        sql.add(")")

    def _stands(self, sql: _Sql, course: Course) -> None:
        """How somebody stands with a course."""
        sql.add("coalesce(")
        if self.in_one_pass:
            held = f"held.course_{course.course}"
            sql.add(f"case when {held} is not null then")
            self._letter(sql, held, course)
            sql.add("end")
        else:
            sql.add("(select")
            self._letter(sql, 'c."on"', course)
            self._from_completions(sql)
            sql.add('and c.learner_id = l.id and c.course_id = %s order by c."on" desc limit 1)', course.course)
        sql.add(f", '{NEVER}')")

    def _letter(self, sql: _Sql, held: str, course: Course) -> None:
        """How the latest completion stands: it holds beyond the look ahead, up to the end of one of its months, or no more."""
        if course.months is None:
            sql.add(f"'{COVERED}'")
            return
        sql.add("case")
        days = [self.on, *looks_ahead(self.on)]
        edges = [held_since(day, course.months) for day in days]
        for edge, letter in zip(reversed(edges), (COVERED, *reversed(AHEAD[: len(days) - 1])), strict=True):
            sql.add(f"when {held} > %s then '{letter}'", edge)
        sql.add(f"else '{LAPSED}' end")


def recent(required: Iterable[Required], *, on: date) -> date:
    """Whoever joined after this day may still be within the time that some requirement allows, or joined within a year."""
    return on - timedelta(days=1 + max([JOINED_DAYS, *(each.within_days for each in required)]))
