"""What is taught and who must have had it: courses, the training plan and its requirements."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.models.workforce import Profile
from dueregard.training.rules.courses import CourseKind, Duty, Subject


class Course(Record):
    """A course, of whatever kind and provider. CR-1 …

    Numbered, as every completion holds it: a UUID here would double the size of millions of rows.
    """

    id = models.BigAutoField(primary_key=True)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=14, choices=CourseKind.choices)
    provider = models.CharField(max_length=120, blank=True)
    address = models.URLField(blank=True)
    months = models.PositiveSmallIntegerField(null=True)  # how long it holds; none: for good
    on = models.DateField()  # offered since

    class Privacy:
        plain = RECORD | {"title", "kind", "provider", "address", "months", "on"}
        personal: set[str] = set()


class CourseSubject(Row):
    """A course teaches a subject."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="subjects")
    subject = models.CharField(max_length=14, choices=Subject.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "subject"], name="training_course_subject_once")]

    class Privacy:
        plain = ROW | {"course", "subject"}
        personal: set[str] = set()


class CourseEquivalent(Row):
    """Whoever completed one course counts as having completed another, from a day."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    counts_as = models.ForeignKey(Course, models.PROTECT, related_name="equivalents")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"course", "counts_as", "on"}
        personal: set[str] = set()


class CourseEnd(Row):
    """A course is no longer offered; what was completed still counts."""

    course = models.OneToOneField(Course, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"course", "on"}
        personal: set[str] = set()


class TrainingPlan(Record):
    """A training plan, or strategy, for a period. TP-1 …"""

    title = models.CharField(max_length=200)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    covers_from = models.DateField()
    covers_to = models.DateField()
    on = models.DateField()  # agreed

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=models.Q(covers_to__gt=models.F("covers_from")), name="training_plan_ends_after_it_starts"),
        ]

    class Privacy:
        plain = RECORD | {"title", "document", "covers_from", "covers_to", "on"}
        personal: set[str] = set()


class TrainingPlanEnd(Row):
    """A training plan was replaced or given up before its end."""

    plan = models.OneToOneField(TrainingPlan, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"plan", "on", "because"}
        personal: set[str] = set()


class Requirement(Record):
    """Everybody with a profile (none: everybody in scope) completes a course within so many days of joining, and again in time. RQ-1 …"""

    plan = models.ForeignKey(TrainingPlan, models.PROTECT, related_name="requirements")
    profile = models.ForeignKey(Profile, models.PROTECT, null=True, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    within_days = models.PositiveSmallIntegerField()
    every_months = models.PositiveSmallIntegerField(null=True)  # none: once is enough, unless the course itself ends
    duty = models.CharField(max_length=10, choices=Duty.choices)
    because = models.CharField(max_length=400, blank=True)
    risk = models.ForeignKey("risk.Risk", models.PROTECT, null=True, related_name="+")
    line = models.CharField(max_length=40, blank=True)  # the line of guidance it answers
    on = models.DateField()  # since when it holds

    class Privacy:
        plain = RECORD | {"plan", "profile", "course", "within_days", "every_months", "duty", "because", "risk", "line", "on"}
        personal: set[str] = set()


class RequirementEnd(Row):
    """A requirement no longer holds."""

    requirement = models.OneToOneField(Requirement, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"requirement", "on", "because"}
        personal: set[str] = set()
