"""What people have had: completions, and the imports most of them came with."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.documents.rules import FileType
from dueregard.training.models.courses import Course
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.models.workforce import Learner
from dueregard.training.rules.imports import DateOrder, Holds, ImportState, RowFate, Why


class ImportSource(Record):
    """A system whose files come again and again, and how its columns are read. SO-1 …"""

    name = models.CharField(max_length=80)
    holds = models.CharField(max_length=12, choices=Holds.choices)
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")  # whose people it knows
    columns = models.JSONField(default=dict)  # our field: the heading it stands under
    date_order = models.CharField(max_length=12, choices=DateOrder.choices, blank=True)  # empty: not yet asked
    is_full = models.BooleanField(default=False)  # a register that names everybody: whoever is missing is proposed as left
    on = models.DateField()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["area", "name"], name="training_source_name"),
        ]

    class Privacy:
        plain = RECORD | {"name", "holds", "body", "columns", "date_order", "is_full", "on"}
        personal: set[str] = set()


class ImportCourse(Row):
    """What a source calls a course; no course: its rows are left out on purpose."""

    source = models.ForeignKey(ImportSource, models.PROTECT, related_name="courses")
    words = models.CharField(max_length=200)  # as compared: small letters, single spaces
    course = models.ForeignKey(Course, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "words"], name="training_import_course_words")]

    class Privacy:
        plain = ROW | {"source", "words", "course"}
        personal: set[str] = set()


class ImportPerson(Row):
    """Somebody said that what a source writes of a person is this learner. What it writes is kept as a digest only."""

    source = models.ForeignKey(ImportSource, models.PROTECT, related_name="people")
    key = models.CharField(max_length=64)
    learner = models.ForeignKey(Learner, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="training_import_person_key")]

    class Privacy:
        plain = ROW | {"source"}
        personal = {"key", "learner"}


class Import(Record):
    """One file from a source. Its rows count from the moment it is done until it is withdrawn. IM-1 …

    Where it stands, and how far, is overwritten as it goes on: no finding reads more than `done_at` and the withdrawal.
    """

    id = models.BigAutoField(primary_key=True)  # every row that came with it holds it
    source = models.ForeignKey(ImportSource, models.PROTECT, related_name="imports")
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()  # bytes
    path = models.CharField(max_length=120, blank=True)  # of the bytes, as long as they are needed
    state = models.CharField(max_length=10, choices=ImportState.choices)
    on = models.DateField()
    done_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)  # when whoever works on it last said so
    because = models.CharField(max_length=400, blank=True)  # why it stopped
    line = models.PositiveIntegerField(default=0)  # rows of the file dealt with, and committed
    bytes_read = models.PositiveBigIntegerField(default=0)
    after_id = models.PositiveBigIntegerField(default=0)  # its completions have a higher number
    asks = models.JSONField(default=dict)  # what a look at it left open: course words, and how many days can be read two ways
    rows_new = models.PositiveIntegerField(default=0)
    rows_same = models.PositiveIntegerField(default=0)
    rows_changed = models.PositiveIntegerField(default=0)
    rows_ambiguous = models.PositiveIntegerField(default=0)
    rows_rejected = models.PositiveIntegerField(default=0)
    rows_left_out = models.PositiveIntegerField(default=0)

    class Privacy:
        plain = (
            RECORD
            | {"source", "digest", "size", "path", "state", "on", "done_at", "seen_at", "because", "line", "bytes_read", "after_id", "asks"}
            | {"rows_new", "rows_same", "rows_changed", "rows_ambiguous", "rows_rejected", "rows_left_out"}
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


class RowNotTaken(Row):
    """A row of a file that was not taken, and why: its number, never its words. At most so many are kept for each file."""

    id = models.BigAutoField(primary_key=True)
    came_with = models.ForeignKey(Import, models.PROTECT, related_name="not_taken")
    line = models.PositiveIntegerField()
    fate = models.CharField(max_length=10, choices=RowFate.choices)
    why = models.CharField(max_length=20, choices=Why.choices)
    key = models.CharField(max_length=64, blank=True)  # of ImportPerson, where somebody is proposed
    proposed = models.ForeignKey(Learner, models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = ROW | {"came_with", "line", "fate", "why"}
        personal = {"key", "proposed"}


class MissingFromRegister(Row):
    """Somebody whom a full register did not name: proposed as left, until somebody says so."""

    came_with = models.ForeignKey(Import, models.PROTECT, related_name="missing")
    learner = models.ForeignKey(Learner, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["came_with", "learner"], name="training_missing_once")]

    class Privacy:
        plain = ROW | {"came_with"}
        personal = {"learner"}


class Completion(Row):
    """A learner completed a course on a day. Never overwritten: a refresher stands beside the earlier one."""

    id = models.BigAutoField(primary_key=True)
    learner = models.ForeignKey(Learner, models.PROTECT, related_name="completions", db_index=False)
    course = models.ForeignKey(Course, models.PROTECT, related_name="+", db_index=False)
    on = models.DateField()
    came_with = models.ForeignKey(Import, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        # one index does three things: coverage reads along it, a file names each completion once, a file begun again repeats nothing
        constraints = [models.UniqueConstraint(fields=["area", "learner", "course", "on", "came_with"], name="training_completion_once")]

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
    """A file that shows a completion. It is about one person, so it is kept here and not in the register, which every reader opens."""

    completion = models.ForeignKey(Completion, models.PROTECT, related_name="certificates")
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    type = models.CharField(max_length=5, choices=FileType.choices)
    path = models.CharField(max_length=120, blank=True)  # below MEDIA_ROOT; empty: held elsewhere
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["completion", "digest"], name="training_certificate_once")]

    class Privacy:
        plain = ROW | {"digest", "size", "type", "path", "on"}
        personal = {"completion"}


class CertificateRemoval(Row):
    """A certificate was taken out, with the reason; its bytes are gone, its digest stays."""

    completion = models.ForeignKey(Completion, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    held_since = models.DateField()
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"digest", "held_since", "on", "because"}
        personal = {"completion"}
