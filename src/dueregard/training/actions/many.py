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
from dueregard.basics.refused import refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import ref_for
from dueregard.organisations.actions.given import happened, one
from dueregard.training.models import Completion, Import, Job, Learner
from dueregard.training.queries import courses as course_queries
from dueregard.training.queries import imports as queries
from dueregard.training.rules.many import why_not_joined
from dueregard.training.rules.workforce import LearnerKind


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


@deed
def complete(course: str, *, by: Viewer, on: date, learners: Sequence[str], came_with: str | None = None) -> None:
    """Record that these people completed a course on a day, by hand or as a file said that was brought in elsewhere."""
    by.must(Permission.TRAINING_NAMES)
    what = one(course_queries.courses(by), course, what="course")
    file = one(queries.imports(by), came_with, what="import") if came_with else None
    found = dict(Learner.objects.filter(area=by.area_id, ref__in=learners).values_list("ref", "pk"))
    missing = next((ref for ref in learners if ref not in found), None)
    refuse_if(f"There is no learner {missing} in this area that you can see" if missing else None)
    happened(on, by=by)
    rows = Completion.objects.filter(area=by.area_id, course=what, on=on, came_with=file, learner__in=found.values())
    there = rows if file else rows.filter(withdrawal=None)  # one that was taken back can be recorded again by hand
    twice = there.values_list("learner__ref", flat=True).first() or next(
        (ref for ref, often in Counter(learners).items() if often > 1), None
    )
    refuse_if(f"{twice} is recorded already as having completed {course} on {say(on)}" if twice else None)
    made = [Completion(**by.stamp, learner_id=found[ref], course=what, on=on, came_with=file) for ref in learners]
    Completion.objects.bulk_create(made, batch_size=500)
    record("training.completion.recorded-together", what, by=by, on=on, people=len(made))
