"""What people have had: completions, and the imports most of them came with."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.courses import Course
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.models.workforce import Learner
from dueregard.training.rules.imports import DateOrder, Holds, ImportState, RowFate


class ImportSource(Record):
    """A system whose files come again and again, and how its columns are read. SO-1 …"""

    name = models.CharField(max_length=80)
    holds = models.CharField(max_length=12, choices=Holds.choices)
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")  # whose people it knows
    columns = models.JSONField(default=dict)  # our field: the heading it stands under
    date_order = models.CharField(max_length=12, choices=DateOrder.choices, blank=True)  # empty: not yet asked
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"name", "holds", "body", "columns", "date_order", "on"}
        personal: set[str] = set()


class ImportCourse(Row):
    """What a source calls a course; no course: its rows are left out on purpose."""

    source = models.ForeignKey(ImportSource, models.PROTECT, related_name="courses")
    words = models.CharField(max_length=200)
    course = models.ForeignKey(Course, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "words"], name="training_import_course_words")]

    class Privacy:
        plain = ROW | {"source", "words", "course"}
        personal: set[str] = set()


class Import(Record):
    """One file brought in from a source. Its rows count from the moment it is done until it is withdrawn. IM-1 …"""

    source = models.ForeignKey(ImportSource, models.PROTECT, related_name="imports")
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()  # bytes
    state = models.CharField(max_length=10, choices=ImportState.choices)
    on = models.DateField()
    done_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)  # when it last showed that it is alive
    because = models.CharField(max_length=400, blank=True)  # why it stopped
    bytes_read = models.PositiveBigIntegerField(default=0)
    rows_new = models.PositiveIntegerField(default=0)
    rows_same = models.PositiveIntegerField(default=0)
    rows_changed = models.PositiveIntegerField(default=0)
    rows_ambiguous = models.PositiveIntegerField(default=0)
    rows_rejected = models.PositiveIntegerField(default=0)

    class Privacy:
        plain = (
            RECORD
            | {"source", "digest", "size", "state", "on", "done_at", "seen_at", "because", "bytes_read"}
            | {"rows_new", "rows_same", "rows_changed", "rows_ambiguous", "rows_rejected"}
        )
        personal: set[str] = set()


class ImportWithdrawal(Row):
    """A whole import was undone, with the reason; nothing of it is deleted."""

    came_with = models.OneToOneField(Import, models.PROTECT, related_name="withdrawal")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"came_with", "on", "because"}
        personal: set[str] = set()


class Refused(Row):
    """A row of an import that could not be used, and why: the row's number, never its words."""

    came_with = models.ForeignKey(Import, models.PROTECT, related_name="refused")
    line = models.PositiveIntegerField()
    fate = models.CharField(max_length=10, choices=RowFate.choices)
    because = models.CharField(max_length=200)

    class Privacy:
        plain = ROW | {"came_with", "line", "fate", "because"}
        personal: set[str] = set()


class Completion(Row):
    """A learner completed a course on a day. Never overwritten: a refresher stands beside the earlier one."""

    id = models.BigAutoField(primary_key=True)
    learner = models.ForeignKey(Learner, models.PROTECT, related_name="completions", db_index=False)
    course = models.ForeignKey(Course, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    came_with = models.ForeignKey(Import, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["area", "learner", "course", "on", "came_with"], name="training_completion_learner")]

    class Privacy:
        plain = {"id", "area", "typed_at", "course", "on", "came_with"}
        personal = {"learner"}


class CompletionWithdrawal(Row):
    """A completion was recorded by mistake."""

    completion = models.OneToOneField(Completion, models.PROTECT, related_name="withdrawal")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"completion", "on", "because"}
        personal: set[str] = set()


class Certificate(Row):
    """A file that shows a completion."""

    completion = models.ForeignKey(Completion, models.PROTECT, related_name="certificates")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"document", "on"}
        personal = {"completion"}
