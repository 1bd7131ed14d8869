"""Reads of courses, training plans and requirements, and what is required on a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.training.models import Course, CourseEquivalent, Requirement, TrainingPlan
from dueregard.training.rules.courses import Duty
from dueregard.training.rules.requirements import Required, months_held


def courses(viewer: Viewer) -> QuerySet[Course]:
    """The area's courses, by title."""
    return Course.objects.filter(area=viewer.area_id).select_related("ending").prefetch_related("subjects").order_by("title", "ref")


def courses_to_change(viewer: Viewer) -> QuerySet[Course]:
    """The area's courses, locked as they are fetched."""
    return Course.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def equivalents(viewer: Viewer) -> QuerySet[CourseEquivalent]:
    """Which course counts as which, since when."""
    return CourseEquivalent.objects.filter(area=viewer.area_id).select_related("course", "counts_as").order_by("on", "typed_at")


def plans(viewer: Viewer) -> QuerySet[TrainingPlan]:
    """The area's training plans, the latest period first."""
    return TrainingPlan.objects.filter(area=viewer.area_id).select_related("ending", "document").order_by("-covers_from", "-ref")


def plans_to_change(viewer: Viewer) -> QuerySet[TrainingPlan]:
    """The area's training plans, locked as they are fetched."""
    return TrainingPlan.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def plans_in_force(viewer: Viewer, *, on: date) -> QuerySet[TrainingPlan]:
    """The plans whose period holds a day and that were not given up by it."""
    running = plans(viewer).filter(on__lte=on, covers_from__lte=on, covers_to__gte=on)
    return running.filter(Q(ending=None) | Q(ending__on__gt=on))


def requirements(viewer: Viewer) -> QuerySet[Requirement]:
    """What the plans require, each with its course, profile and risk."""
    rows = Requirement.objects.filter(area=viewer.area_id)
    return rows.select_related("plan", "plan__ending", "course", "profile", "profile__ending", "risk", "ending").order_by("on", "ref")


def requirements_to_change(viewer: Viewer) -> QuerySet[Requirement]:
    """What the plans require, locked as it is fetched."""
    return Requirement.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


@dataclass(frozen=True)
class _Taught:
    """What courses teach, and which count as which."""

    subjects: dict[int, frozenset[str]]
    counting: dict[int, tuple[int, ...]]


def required(asked: Asked) -> tuple[Required, ...]:
    """What the plans in force on the day require, in the order it was laid down: two statements."""
    taught = _taught(asked)
    return tuple(
        Required(
            ref=row.ref,
            title=row.course.title,
            courses=(row.course_id, *taught.counting.get(row.course_id, ())),
            subjects=taught.subjects.get(row.course_id, frozenset()),
            within_days=row.within_days,
            months=months_held(row.every_months, row.course.months),
            on=row.on,
            profile=row.profile.ref if row.profile else "",
            is_mandatory=row.duty == Duty.MANDATORY,
            risk=row.risk.ref if row.risk else "",
            plan=row.plan.ref,
        )
        for row in asked.rows(requirements(asked.viewer))
        if _holds(asked, row)
    )


def _holds(asked: Asked, row: Requirement) -> bool:
    """Whether a requirement, its plan and its profile hold on the day: the day of an end is the first without."""
    plan = row.plan
    is_running = asked.holds(plan.on, plan.typed_at) and plan.covers_from <= asked.on <= plan.covers_to
    ends = [getattr(one, "ending", None) for one in (row, plan, row.profile) if one is not None]
    return is_running and not any(end is not None and asked.holds(end.on, end.typed_at) for end in ends)


def _taught(asked: Asked) -> _Taught:
    subjects: dict[int, set[str]] = defaultdict(set)
    counting: dict[int, list[int]] = defaultdict(list)
    rows = Course.objects.filter(area=asked.viewer.area_id).order_by("equivalents__on", "equivalents__typed_at")
    fields = ("pk", "subjects__subject", "equivalents__course", "equivalents__on", "equivalents__typed_at")
    for course, subject, other, on, typed_at in rows.values_list(*fields):
        subjects[course] |= {subject} if subject else set()
        if asked.holds(on, typed_at):
            counting[course].append(other)
    kept = {course: frozenset(of_course) for course, of_course in subjects.items()}
    return _Taught(kept, {course: tuple(dict.fromkeys(rows)) for course, rows in counting.items()})
