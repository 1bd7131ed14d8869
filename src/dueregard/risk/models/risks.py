"""The register: risks that keep their identity, their wording, owners, controls and scores as dated rows, and the matrix of the scores."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.privacy import marking
from dueregard.risk.models.plain import RECORD, ROW
from dueregard.risk.models.sources import Source
from dueregard.risk.rules.risks import Concerns, RiskKind, RiskStatus, Setting


class Risk(Record):
    """A risk of the area, situational or corporate: of a place, a service or an influence, never of a person.

    R1 …; an Official-Sensitive one RS1 …, so that no gap in the numbers tells of it. One whose marking changes is closed and continued.
    """

    kind = models.CharField(max_length=12, choices=RiskKind.choices)
    concerns = models.CharField(max_length=10, choices=Concerns.choices)
    district = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")  # none: the whole area
    continues = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    on = models.DateField()  # when it was identified
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"kind", "concerns", "district", "continues", "on", "marking"}
        personal: set[str] = set()


class RiskWording(Row):
    """What a risk has said since a day; the row dated last holds, so its history can be read."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="wordings")
    title = models.CharField(max_length=200)
    cause = models.TextField(blank=True)
    event = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    influence = models.TextField(blank=True)  # the radicalising influence
    narratives = models.TextField(blank=True)  # of groups
    methods = models.TextField(blank=True)  # such as venues used
    targets = models.TextField(blank=True)  # who or what may be exploited or harmed, as a kind
    environment = models.TextField(blank=True)  # what permits it
    setting = models.CharField(max_length=8, choices=Setting.choices, blank=True)
    driver = models.CharField(max_length=40, blank=True)  # an id of the dated list of ideological drivers
    on = models.DateField()

    class Privacy:
        plain = (
            ROW
            | {"risk", "title", "cause", "event", "effect", "influence", "narratives", "methods", "targets", "environment"}
            | {
                "setting",
                "driver",
                "on",
            }
        )
        personal: set[str] = set()


class RiskStep(Row):
    """A risk was closed, or opened again."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="steps")
    status = models.CharField(max_length=6, choices=RiskStatus.choices)
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"risk", "status", "on", "because"}
        personal: set[str] = set()


class CorporateReference(Row):
    """Where a corporate risk stands in the council's own register, since a day."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="corporate_references")
    reference = models.CharField(max_length=80)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"risk", "reference", "on"}
        personal: set[str] = set()


class RiskOwner(Row):
    """A body, and in it perhaps a person, has owned a risk from a day, until a later row."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="owners")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"risk", "body", "on"}
        personal = {"person"}


class Control(Row):
    """Something in place that holds a risk down, from a day."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="controls")
    words = models.CharField(max_length=400)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"risk", "words", "on"}
        personal: set[str] = set()


class ControlEnd(Row):
    """A control is no longer in place; the date is its last day."""

    control = models.OneToOneField(Control, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"control", "on", "because"}
        personal: set[str] = set()


class RiskSource(Row):
    """A risk rests on a source."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="sources")
    source = models.ForeignKey(Source, models.PROTECT, related_name="risks")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"risk", "source", "on"}
        personal: set[str] = set()


class Matrix(Row):
    """The scale risks are scored on from a day: its size, the words for each step, the bands, and the highest score tolerated.

    An area without one uses the five by five of risk.rules.matrix. Scores are never converted from one matrix to the next.
    """

    size = models.PositiveSmallIntegerField()  # steps of likelihood, and of impact
    likelihood = models.JSONField()  # list of words, lowest first
    impact = models.JSONField()
    bands = models.JSONField()  # list of {"words": str, "from": lowest score}, lowest first
    tolerance = models.PositiveSmallIntegerField()  # a residual score above it is above tolerance
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"size", "likelihood", "impact", "bands", "tolerance", "on", "because"}
        personal: set[str] = set()


class RiskReview(Row):
    """A risk was reviewed: why its scores are as they are, and when it is next to be. A score not given stays as it was."""

    risk = models.ForeignKey(Risk, models.PROTECT, related_name="reviews")
    matrix = models.ForeignKey(Matrix, models.PROTECT, null=True, related_name="+")  # none: the five by five
    inherent_likelihood = models.PositiveSmallIntegerField(null=True)
    inherent_impact = models.PositiveSmallIntegerField(null=True)
    residual_likelihood = models.PositiveSmallIntegerField(null=True)
    residual_impact = models.PositiveSmallIntegerField(null=True)
    target_likelihood = models.PositiveSmallIntegerField(null=True)
    target_impact = models.PositiveSmallIntegerField(null=True)
    because = models.TextField()
    next_due = models.DateField(null=True)
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = (
            ROW
            | {"risk", "matrix", "because", "next_due", "on"}
            | {f"{score}_{side}" for score in ("inherent", "residual", "target") for side in ("likelihood", "impact")}
        )
        personal = {"done_by"}
