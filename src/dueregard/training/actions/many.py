"""Deeds on many at once, as an area file tells of them: job titles, who joined, who completed a course on a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.dates import say
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import ref_for
from dueregard.training.models import Completion, Course, Import, Job, Learner
from dueregard.training.rules.many import why_not_joined
from dueregard.training.rules.workforce import LearnerKind

MOST_NAMED = 500  # beyond it all are read at once


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Somebody who joined the workforce: where they first worked, what they are known by, and the file they came with."""

    ref: str
    on: date
    body: str
    kind: str = LearnerKind.STAFF.value
    number: str = ""
    email: str = ""
    name: str = ""
    manager: str = ""
    person: str | None = None
    team: str | None = None
    job: str = ""
    site: str = ""
    came_with: str | None = None


@deed
def name_jobs(titles: Iterable[str], *, by: Viewer) -> None:
    """Keep job titles that are not here yet, each once."""
    by.must(Permission.TRAINING_EDIT)
    there = set(Job.objects.filter(area=by.area_id).values_list("title", flat=True))
    made = Job.objects.bulk_create(Job(**by.stamp, title=title) for title in sorted(set(titles) - there - {""}))
    record("training.job.named", organisations.area(by), by=by, jobs=len(made))


@deed
def join(rows: Sequence[Joined], *, by: Viewer) -> dict[int, str]:
    """Add people to the workforce at one time. Why somebody was not added is given back, by their place in the list."""
    by.must(Permission.TRAINING_NAMES)
    known = _Known(rows, by=by)
    refused: dict[int, str] = {}
    made: list[Learner] = []
    for place, row in enumerate(rows):
        why = known.why_not(row, today=by.today)
        if why:
            refused[place] = why
        else:
            made.append(known.learner(row, by=by))
    if made:
        ref_for("LN", max((row.ref for row in made), key=lambda ref: (len(ref), ref)), by=by)
    Learner.objects.bulk_create(made, batch_size=500)
    record("training.learner.joined", organisations.area(by), by=by, people=len(made))
    return refused


class _Known:
    """What rows name, looked up once for all of them."""

    def __init__(self, rows: Sequence[Joined], *, by: Viewer) -> None:
        self.bodies = {row.ref: row.pk for row in organisations.bodies(by)}
        self.teams = {row.ref: row.pk for row in organisations.teams(by)}
        self.people = {row.ref: row.pk for row in organisations.people(by)} if any(row.person for row in rows) else {}
        self.jobs = dict(Job.objects.filter(area=by.area_id).values_list("title", "pk"))
        self.imports = dict(Import.objects.filter(area=by.area_id).values_list("ref", "pk"))
        there = Learner.objects.filter(area=by.area_id)
        self.refs = set(there.values_list("ref", flat=True))
        by_hand = there.filter(came_with=None).values_list("body__ref", "number", "email")
        self.taken = {(body, word) for body, *words in by_hand for word in words if word}

    def why_not(self, row: Joined, *, today: date) -> str | None:
        """Why somebody cannot be added."""
        found: tuple[tuple[str, str | None, Mapping[str, Any]], ...] = (
            ("body", row.body, self.bodies),
            ("team", row.team, self.teams),
            ("person", row.person, self.people),
            ("import", row.came_with, self.imports),
        )
        missing = next(
            (f"There is no {what} {ref} in this area that you can see" for what, ref, there in found if ref and ref not in there), None
        )
        if missing or row.ref in self.refs:
            return missing or f"{row.ref} is already there: a reference is given once"
        taken = {word for word in (row.number, row.email) if (row.body, word) in self.taken and not row.came_with}
        return why_not_joined(row.kind, knows=bool(row.number or row.email), taken=taken, on=row.on, today=today)

    def learner(self, row: Joined, *, by: Viewer) -> Learner:
        """Somebody as a row, remembered for the rows that follow."""
        self.refs.add(row.ref)
        if not row.came_with:
            self.taken |= {(row.body, word) for word in (row.number, row.email) if word}
        words = {field: getattr(row, field) for field in ("ref", "on", "kind", "number", "email", "name", "manager", "site")}
        return Learner(
            **by.stamp,
            **words,
            body_id=self.bodies[row.body],
            team_id=self.teams[row.team] if row.team else None,
            job_id=self.jobs[row.job] if row.job else None,
            person_id=self.people[row.person] if row.person else None,
            came_with_id=self.imports[row.came_with] if row.came_with else None,
        )


@dataclass(frozen=True, kw_only=True)
class Completed:
    """Who completed a course on a day, by hand or as a file said that was brought in elsewhere."""

    course: str
    on: date
    learners: Sequence[str]
    came_with: str | None = None


@deed
def complete(rows: Sequence[Completed], *, by: Viewer) -> dict[int, str]:
    """Record what people completed, typed at one time. Why a row was not taken, and nobody of it, is given back by its place."""
    by.must(Permission.TRAINING_NAMES)
    known = _Had(rows, by=by)
    refused: dict[int, str] = {}
    made: list[Completion] = []
    for place, row in enumerate(rows):
        why = known.why_not(row, today=by.today)
        if why:
            refused[place] = why
        else:
            made += known.completions(row, by=by)
    Completion.objects.bulk_create(made, batch_size=500)
    record("training.completion.recorded-together", organisations.area(by), by=by, completions=len(made))
    return refused


class _Had:
    """What completions name, looked up once for all of them, and what is here already."""

    def __init__(self, rows: Sequence[Completed], *, by: Viewer) -> None:
        wanted = {ref for row in rows for ref in row.learners}
        there = Learner.objects.filter(area=by.area_id)
        some = there.filter(ref__in=wanted) if len(wanted) < MOST_NAMED else there
        self.learners = dict(some.values_list("ref", "pk"))
        self.courses = dict(Course.objects.filter(area=by.area_id).values_list("ref", "pk"))
        self.imports = dict(Import.objects.filter(area=by.area_id).values_list("ref", "pk"))
        # by hand: one that was taken back can be recorded again. What came with a file is said once, since all of it is said at once
        by_hand = [ref for row in rows if not row.came_with for ref in row.learners]
        counts = Completion.objects.filter(area=by.area_id, came_with=None, withdrawal=None)
        keys = ("learner__ref", "course__ref", "on", "came_with__ref")
        self.had = set(counts.filter(learner__ref__in=by_hand).values_list(*keys)) if by_hand else set()

    def why_not(self, row: Completed, *, today: date) -> str | None:
        """Why a row cannot be taken."""
        found: list[tuple[str, str | None, Mapping[str, Any]]] = [
            ("course", row.course, self.courses),
            ("import", row.came_with, self.imports),
        ]
        found += [("learner", ref, self.learners) for ref in row.learners]
        for what, ref, there in found:
            if ref and ref not in there:
                return f"There is no {what} {ref} in this area that you can see"
        if row.on > today:
            return f"{say(row.on)} has not come yet: record it when it has happened"
        often = Counter(row.learners)
        twice = next((ref for ref in row.learners if often[ref] > 1 or self._key(row, ref) in self.had), None)
        return f"{twice} is recorded already as having completed {row.course} on {say(row.on)}" if twice else None

    def _key(self, row: Completed, ref: str) -> tuple[Any, ...]:
        return ref, row.course, row.on, row.came_with

    def completions(self, row: Completed, *, by: Viewer) -> list[Completion]:
        """A row as completions, remembered for the rows that follow."""
        self.had |= {self._key(row, ref) for ref in row.learners}
        stamp = {**by.stamp, "course_id": self.courses[row.course], "on": row.on}
        came_with = self.imports[row.came_with] if row.came_with else None
        return [Completion(**stamp, learner_id=self.learners[ref], came_with_id=came_with) for ref in row.learners]
