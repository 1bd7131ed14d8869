"""Deeds on courses: taken into the register, counted as another, offered no more."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import choice, happened, new, one, words
from dueregard.training.actions.recording import record
from dueregard.training.catalogue import known_courses
from dueregard.training.models import Course, CourseEnd, CourseEquivalent, CourseSubject
from dueregard.training.queries import courses as queries
from dueregard.training.rules import courses as rules


@deed
def add_course(
    title: str,
    *,
    by: Viewer,
    on: date,
    kind: str,
    subjects: Sequence[str],
    provider: str = "",
    address: str = "",
    months: int | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Course:
    """Take a course into the register: how it is given, what it teaches, how long a completion holds."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Course, "CR", by=by, ref=ref, once=once)
    if before:
        return before
    taught = [choice(subject, rules.Subject, what="subject") for subject in dict.fromkeys(subjects)]
    there = {name.casefold() for name in queries.courses(by).filter(ending=None).values_list("title", flat=True)}
    refuse_if(rules.why_not_course(title, subjects=taught, months=months, there=there))
    made = Course.objects.create(
        **first,
        title=words(title, ask="Say what the course is called"),
        kind=choice(kind, rules.CourseKind, what="kind").value,
        provider=provider.strip(),
        address=address,
        months=months,
        on=happened(on, by=by),
    )
    CourseSubject.objects.bulk_create(CourseSubject(**by.stamp, course=made, subject=subject.value) for subject in taught)
    record("training.course.added", made, by=by, on=on)
    return made


@deed
def take_known_courses(ids: Sequence[str], *, by: Viewer, on: date) -> int:
    """Take courses the toolkit speaks of into the register, and say how many; those already there are left as they are."""
    by.must(Permission.TRAINING_EDIT)
    there = {name.casefold() for name in queries.courses(by).values_list("title", flat=True)}
    wanted = [course for course in known_courses() if course.id in ids and course.title.casefold() not in there]
    if not wanted:
        raise Refused("Choose at least one course that is not in the register yet")
    for course in wanted:
        add_course(course.title, by=by, on=on, kind=course.kind, subjects=course.subjects, provider=course.provider, months=course.months)
    return len(wanted)


@deed
def end_course(ref: str, *, by: Viewer, on: date) -> None:
    """Say that a course is no longer offered, from a day; what was completed still counts."""
    by.must(Permission.TRAINING_EDIT)
    course = queries.courses_to_change(by).get(ref=ref)
    end = CourseEnd.objects.filter(area=by.area_id, course=course).first()
    refuse_if(rules.why_not_end(end.on if end else None, begins=course.on, on=happened(on, by=by), what="course"))
    CourseEnd.objects.create(**by.stamp, course=course, on=on)
    record("training.course.ended", course, by=by, on=on)


@deed
def count_as(ref: str, *, by: Viewer, on: date, counts_as: str) -> CourseEquivalent:
    """Say that whoever completed a course counts as having completed another, from a day."""
    by.must(Permission.TRAINING_EDIT)
    course = queries.courses_to_change(by).get(ref=ref)
    other = one(queries.courses(by), counts_as, what="course")
    there = set(queries.equivalents(by).values_list("course_id", "counts_as_id"))
    refuse_if(rules.why_not_count_as(course.pk, other.pk, there=there))
    made = CourseEquivalent.objects.create(**by.stamp, course=course, counts_as=other, on=happened(on, by=by))
    record("training.course.counted-as", course, by=by, on=on)
    return made
