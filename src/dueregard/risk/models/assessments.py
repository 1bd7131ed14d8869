"""The assessment in editions: its paragraphs, how far each edition has come, what it rests on, and who was told of it."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.privacy import marking
from dueregard.risk.models.plain import RECORD, ROW
from dueregard.risk.models.risks import Risk
from dueregard.risk.models.sources import Source
from dueregard.risk.rules.assessments import Edition, Stage


class Assessment(Record):
    """One edition of the area's view of its risks. RA-1 …"""

    title = models.CharField(max_length=200)
    on = models.DateField()  # when it was begun
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # the edition it was drafted from

    class Privacy:
        plain = RECORD | {"title", "on", "follows"}
        personal: set[str] = set()


class AssessmentStep(Row):
    """An edition was drafted, submitted, approved or superseded, on a day, by somebody."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="steps")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    minute = models.CharField(max_length=200, blank=True)  # where a group or board approved it
    because = models.CharField(max_length=400, blank=True)  # why its author approved it, and who agreed; or why it was sent back

    class Privacy:
        plain = ROW | {"assessment", "stage", "on", "minute", "because"}
        personal = {"done_by"}


class Paragraph(Row):
    """A paragraph of an edition, marked. It has no reference and no lasting number: the Official edition counts its own."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="paragraphs")
    position = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=160, blank=True)
    words = models.TextField()
    marking = marking.field()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"assessment", "position", "heading", "words", "marking", "on"}
        personal: set[str] = set()


class AssessmentSource(Row):
    """An edition rests on a source."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="sources")
    source = models.ForeignKey(Source, models.PROTECT, related_name="assessments")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"assessment", "source", "on"}
        personal: set[str] = set()


class AssessmentRisk(Row):
    """A risk of the register stands in an edition: it keeps its identity from one to the next."""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="risks")
    risk = models.ForeignKey(Risk, models.PROTECT, related_name="assessments")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"assessment", "risk", "on"}
        personal: set[str] = set()


class AssessmentUpdate(Record):
    """The assessment was looked at again: what changed, or why nothing did. Always in words everybody on the group may read. U-1 …"""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="updates")
    is_changed = models.BooleanField()
    words = models.TextField()
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = RECORD | {"assessment", "is_changed", "words", "on"}
        personal = {"done_by"}


class AssessmentBriefing(Record):
    """Somebody was briefed on an edition: who, on which of its two, by which post. BF-1 …"""

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="briefings")
    edition = models.CharField(max_length=8, choices=Edition.choices)
    audience = models.CharField(max_length=200, blank=True)  # decision-makers, elected members … in words
    on = models.DateField()
    given_by = models.ForeignKey("organisations.Post", models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=400, blank=True)  # how their clearance is known, where none is recorded here

    class Privacy:
        plain = RECORD | {"assessment", "edition", "audience", "on", "given_by", "because"}
        personal: set[str] = set()


class BriefedBody(Row):
    """A body was briefed, and perhaps who of it."""

    briefing = models.ForeignKey(AssessmentBriefing, models.PROTECT, related_name="bodies")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"briefing", "body", "on"}
        personal = {"person"}
