"""The courses the toolkit speaks of, read once and strictly from courses.yaml."""

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter
from yaml import safe_load

from dueregard.basics.part import Strict
from dueregard.training.rules.courses import CourseKind, Subject

HERE = Path(__file__).parent


class KnownCourse(Strict):
    """A course many areas use: an area takes it into its own register."""

    id: str
    title: str
    kind: str
    provider: str
    subjects: list[str]
    months: int
    source: str
    place: str


class _Read(Strict):
    courses: list[KnownCourse]


@cache
def known_courses() -> tuple[KnownCourse, ...]:
    """The courses of the list, those of the toolkit first."""
    read = TypeAdapter(_Read).validate_python(safe_load((HERE / "courses.yaml").read_text(encoding="utf-8"))).courses
    for course in read:
        if course.kind not in CourseKind.values or not set(course.subjects) <= set(Subject.values):
            raise ValueError(f"The list of courses says {course.kind} and {course.subjects} of {course.id}, which nobody knows")
    return tuple(read)
