"""What people decided in a round: judgements, scores, evidence, improvement actions, and the local moderator's view."""

from django.db import models

from dueregard.assurance.models.rounds import ROW, FindingKept, Round
from dueregard.assurance.rules.judging import Judged
from dueregard.basics.records import Row


class Judgement(Row):
    """A person's judgement of a line, beside the finding it saw. A later one is a new row."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="judgements")
    line = models.CharField(max_length=40)
    status = models.CharField(max_length=20, choices=Judged.choices, blank=True)  # empty where the year's criteria only score
    score = models.CharField(max_length=20, blank=True)
    because = models.TextField()
    saw = models.ForeignKey(FindingKept, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()  # of its line: the highest stands
    on = models.DateField()
    who = models.CharField(max_length=160)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(status="", score=""), name="assurance_judgement_says_something"),
            models.UniqueConstraint(fields=["round", "line", "number"], name="assurance_judgement_number"),
        ]

    class Privacy:
        plain = {*ROW, "round", "line", "status", "score", "because", "saw", "number", "on", "who"}
        personal = {"done_by"}


class SectionScore(Row):
    """A person's score for a section on the round's scale: their choice. A later one is a new row."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="scores")
    section = models.CharField(max_length=40)
    score = models.CharField(max_length=20)
    because = models.TextField(blank=True)
    number = models.PositiveIntegerField()  # of its section: the highest stands
    on = models.DateField()
    who = models.CharField(max_length=160)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "section", "number"], name="assurance_sectionscore_number")]

    class Privacy:
        plain = {*ROW, "round", "section", "score", "because", "number", "on", "who"}
        personal = {"done_by"}


class Evidence(Row):
    """A document's edition, or a record the finding rests on, kept beside a line."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="evidence")
    line = models.CharField(max_length=40)
    document = models.ForeignKey("documents.Version", models.PROTECT, null=True, related_name="+")
    record_kind = models.CharField(max_length=40, blank=True)
    record_ref = models.CharField(max_length=40, blank=True)
    record_label = models.CharField(max_length=240, blank=True)
    record_on = models.DateField(null=True)
    on = models.DateField()
    who = models.CharField(max_length=160)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(document__isnull=True) ^ models.Q(record_ref=""), name="assurance_evidence_is_one_thing"
            ),
            models.UniqueConstraint(
                fields=["round", "line", "record_kind", "record_ref", "record_label"],
                condition=~models.Q(record_ref=""),
                name="assurance_evidence_record_once",
            ),
        ]

    class Privacy:
        plain = {*ROW, "round", "line", "document", "record_kind", "record_ref", "record_label", "record_on", "on", "who"}
        personal = {"done_by"}


class EvidenceDrop(Row):
    """Evidence was taken away again, with the reason: it stays, said to be taken away."""

    evidence = models.OneToOneField(Evidence, models.PROTECT, related_name="drop")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = {*ROW, "evidence", "on", "because"}
        personal: set[str] = set()


class LocalModeration(Row):
    """A local moderator's view of a line, or of a whole section: beside the council's own, never instead of it."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="moderations")
    section = models.CharField(max_length=40)
    line = models.CharField(max_length=40, blank=True)  # empty: the section as a whole
    status = models.CharField(max_length=20, choices=Judged.choices, blank=True)
    score = models.CharField(max_length=20, blank=True)
    because = models.TextField()
    number = models.PositiveIntegerField()  # in its round
    on = models.DateField()
    who = models.CharField(max_length=160)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="assurance_localmoderation_number")]

    class Privacy:
        plain = {*ROW, "round", "section", "line", "status", "score", "because", "number", "on", "who"}
        personal = {"done_by"}


class ImprovementAction(Row):
    """An action a round led to: it points down to the one Action."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="improvements")
    line = models.CharField(max_length=40, blank=True)
    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="+")
    view = models.ForeignKey("assurance.HomeOfficeView", models.PROTECT, null=True, related_name="improvements")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "line", "action"], name="assurance_improvement_once")]

    class Privacy:
        plain = {*ROW, "round", "line", "action", "view", "on"}
        personal: set[str] = set()
