"""Files for tests of bringing in: written as CSV, brought in as a training lead would, worked through to their end."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import a_viewer
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.training.actions import import_files as files
from dueregard.training.actions import sources
from dueregard.training.models import Import
from dueregard.training.queries.completions import counted
from dueregard.training.tasks import carry_on
from dueregard.training.tests.factories import CourseFactory, ImportSourceFactory, LearnerFactory

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
HEADINGS = "Employee number,E-mail,Name,Team,Course,Completed"


@dataclass
class Office:
    """A body with learners, a course it calls Prevent, and a source of files."""

    lead: Viewer
    source: Any
    course: Any
    learners: list[Any] = field(default_factory=list)

    @property
    def worker(self) -> Viewer:
        return Viewer.worker(area=self.lead.area, area_id=self.lead.area_id, area_name=self.lead.area_name, now=NOW)

    def inside(self) -> AbstractContextManager[None]:
        """Where a test reads the rows themselves."""
        return scope(self.lead)


def an_office(*, learners: int = 3) -> Office:
    area = AreaFactory()
    body = BodyFactory(area=area)
    source, course = ImportSourceFactory(body=body), CourseFactory(area=area)
    lead = a_viewer(area, Role.TRAINING, now=NOW)
    sources.say_course(source.ref, by=lead, words="Prevent", course=course.ref)
    people = [LearnerFactory(body=body, number=f"{1000 + n}", email=f"p{n}@council.example", name=f"Person {n}") for n in range(learners)]
    return Office(lead=lead, source=source, course=course, learners=people)


def a_file(*rows: str, headings: str = HEADINGS) -> bytes:
    return "\n".join((headings, *rows, "")).encode()


def chosen(office: Office, content: bytes, *, source: Any = None, on: date | None = None) -> str:
    ref: str = files.choose_file([content], by=office.lead, on=on or office.lead.today, source=(source or office.source).ref).ref
    return ref


def brought_in(office: Office, content: bytes, *, source: Any = None, on: date | None = None) -> Import:
    ref = chosen(office, content, source=source, on=on)
    files.bring_in(ref, by=office.lead)
    carry_on(ref, by=office.worker, clock=lambda: NOW)
    return found(office, ref)


def looked_at(office: Office, content: bytes, *, source: Any = None) -> Import:
    ref = chosen(office, content, source=source)
    files.check(ref, by=office.lead)
    carry_on(ref, by=office.worker, clock=lambda: NOW)
    return found(office, ref)


def found(office: Office, ref: str) -> Import:
    with office.inside():
        return Import.objects.get(area=office.lead.area_id, ref=ref)


def reasons(import_: Import) -> dict[str, int]:
    return dict(import_.asks.get("reasons", {}))


def what_counts(office: Office) -> set[tuple[str, date]]:
    """Who completed the course on which day, as of all that counts."""
    with office.inside():
        rows = counted(office.lead, on=office.lead.today, known=office.lead.today)
        return {(row.learner.number, row.on) for row in rows.select_related("learner")}


def ticking(start: datetime = NOW) -> Callable[[], datetime]:
    """A clock that has moved on whenever it is asked."""
    moments = iter(range(1_000_000))
    return lambda: start + timedelta(milliseconds=next(moments))


def lines(rows: Iterable[tuple[int, str]]) -> list[str]:
    """Rows of a file: which learner, and the day."""
    return [f"{1000 + learner},,,,Prevent,{day}" for learner, day in rows]
