"""Expected numbers an area has changed; rounds, their steps, the findings kept in them, and their sign-off."""

from django.db import models

from dueregard.assurance.rules.rounds import ScoredBy, Stage
from dueregard.basics.records import Record, Row
from dueregard.privacy import marking

ROW = frozenset({"id", "area", "typed_at"})


class Expectation(Row):
    """From a day the area expects another number of a line than we do. The newest row by that day holds."""

    framework = models.CharField(max_length=60)
    line = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=9, decimal_places=3)
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = {*ROW, "framework", "line", "key", "value", "on", "because"}
        personal: set[str] = set()


class Round(Record):
    """One exercise of assurance against one framework, for one period. RD-2026-01 …"""

    title = models.CharField(max_length=120)
    framework = models.CharField(max_length=60)
    criteria = models.TextField(blank=True)  # the year's own criteria, as the file they came in; empty for a published framework
    scale = models.CharField(max_length=40, blank=True)
    scored_by = models.CharField(max_length=10, choices=ScoredBy.choices, default=ScoredBy.NOTHING)
    period_from = models.DateField()
    period_to = models.DateField()
    as_at = models.DateField()
    due = models.DateField()
    on = models.DateField()  # opened
    marking = marking.field()

    class Meta(Record.Meta):
        abstract = False

    class Privacy:
        plain = {*ROW, "ref", "version", "once", "title", "framework", "criteria", "scale", "scored_by", "marking"} | {
            "period_from",
            "period_to",
            "as_at",
            "due",
            "on",
        }
        personal: set[str] = set()


class RoundStep(Row):
    """A round was opened, its findings looked up again, or signed off: on a day, by somebody in a capacity."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=10, choices=Stage.choices)
    on = models.DateField()
    who = models.CharField(max_length=160, blank=True)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="assurance_roundstep_number"),
            models.UniqueConstraint(fields=["round"], condition=models.Q(stage=Stage.SIGNED), name="assurance_roundstep_signed_once"),
        ]

    class Privacy:
        plain = {*ROW, "round", "number", "stage", "on", "who"}
        personal = {"done_by"}


class FindingKept(Row):
    """What the records showed about a line when the round was opened, or when they were looked up again and had changed."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="findings")
    line = models.CharField(max_length=40)
    step = models.ForeignKey(RoundStep, models.PROTECT, related_name="findings")
    edition = models.PositiveIntegerField()
    finding = models.TextField()  # rules.found.FindingSeen as JSON, kept as text so that it is the same bytes on either database
    digest = models.CharField(max_length=64)
    on = models.DateField()  # looked up

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "line", "edition"], name="assurance_findingkept_edition")]

    class Privacy:
        plain = {*ROW, "round", "line", "step", "edition", "finding", "digest", "on"}
        personal: set[str] = set()


class SignOff(Row):
    """The whole round as it was signed, its digest, and the trail as it then was. Nothing changes it."""

    round = models.OneToOneField(Round, models.PROTECT, related_name="signing")
    on = models.DateField()
    because = models.TextField(blank=True)  # why with lines unjudged
    kept = models.TextField()  # rules.contents.RoundContents as canonical JSON
    digest = models.CharField(max_length=64)
    trail_count = models.PositiveBigIntegerField()
    trail_head = models.CharField(max_length=64)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = {*ROW, "round", "on", "because", "kept", "digest", "trail_count", "trail_head"}
        personal = {"done_by"}
