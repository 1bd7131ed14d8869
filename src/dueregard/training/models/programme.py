"""Programmes for those who deliver Prevent and for educational settings: induction, continuing development, education."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.rules.programme import ProgrammeKind, StepKind


class Programme(Record):
    """A programme that runs until it is reviewed or ended. PG-1 …"""

    kind = models.CharField(max_length=12, choices=ProgrammeKind.choices)
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    review_due = models.DateField(null=True)
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"kind", "title", "words", "document", "review_due", "on"}
        personal: set[str] = set()


class ProgrammeReview(Row):
    """A programme was looked at again and goes on, with the day of the next review."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="reviews")
    words = models.CharField(max_length=400, blank=True)
    review_due = models.DateField(null=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"programme", "words", "review_due", "on"}
        personal: set[str] = set()


class ProgrammeEnd(Row):
    """A programme ended, or another took its place."""

    programme = models.OneToOneField(Programme, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"programme", "on"}
        personal: set[str] = set()


class Induction(Record):
    """An officer who delivers Prevent began their induction. IN-1 …"""

    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    post = models.ForeignKey("organisations.Post", models.PROTECT, null=True, related_name="+")
    on = models.DateField()  # started in the post

    class Privacy:
        plain = RECORD | {"post", "on"}
        personal = {"person"}


class InductionStep(Row):
    """The regional adviser was met, another step was taken, or the induction was finished."""

    induction = models.ForeignKey(Induction, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=8, choices=StepKind.choices)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"induction", "kind", "words", "on"}
        personal: set[str] = set()


class Development(Record):
    """Somebody who delivers Prevent, the panel's members included, did something for their continuing development. CD-1 …"""

    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"what", "hours", "on"}
        personal = {"person"}
