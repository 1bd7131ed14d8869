"""The plan: its period and group, objectives, each partner's role, who made it, what agreed it and where it stands."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.plan.models.plain import RECORD, ROW
from dueregard.plan.rules.plans import RatifiedBy, Referenced, TookPart
from dueregard.privacy import marking


class Plan(Record):
    """A partnership plan for a period, owned by a group. PLAN-1 …"""

    title = models.CharField(max_length=200)
    group = models.ForeignKey("partnership.Group", models.PROTECT, related_name="+")
    lead = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")  # the authority that writes a joint one
    covers_from = models.DateField()
    covers_to = models.DateField()
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    on = models.DateField()  # when it was begun
    marking = marking.field()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=models.Q(covers_to__gt=models.F("covers_from")), name="plan_plan_ends_after_it_starts"),
        ]

    class Privacy:
        plain = RECORD | {"title", "group", "lead", "covers_from", "covers_to", "follows", "on", "marking"}
        personal: set[str] = set()


class PlanGovernance(Row):
    """How the plan is governed, in short; the row dated last holds."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="governance")
    words = models.TextField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "words", "on"}
        personal: set[str] = set()


class PlanClosing(Row):
    """A plan was closed before or at its end; `because` says why where something was still open."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="closing")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"plan", "on", "because"}
        personal: set[str] = set()


class PlanAssessment(Row):
    """A plan rests on an edition of the risk assessment, from a day."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="assessments")
    assessment = models.ForeignKey("risk.Assessment", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "assessment", "on"}
        personal: set[str] = set()


class Objective(Record):
    """What the plan is to achieve: a national objective, by its id, or one of the area's own. O-1 …"""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="objectives")
    national = models.CharField(max_length=40, blank=True)  # an id of the national objectives held as data
    title = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField()
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"plan", "national", "title", "position", "on"}
        personal: set[str] = set()

    @property
    def marking(self) -> str:
        """That of its plan."""
        return self.plan.marking


class ObjectiveEnd(Row):
    """An objective was dropped; the date is its last day."""

    objective = models.OneToOneField(Objective, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"objective", "on", "because"}
        personal: set[str] = set()


class PartnerRole(Row):
    """What a partner does in the plan, since a day; the row dated last for a body holds."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="roles")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    words = models.TextField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "body", "words", "on"}
        personal: set[str] = set()


class PlanContribution(Row):
    """A body took part in making the plan."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="contributions")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    how = models.CharField(max_length=12, choices=TookPart.choices)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = ROW | {"plan", "body", "how", "words", "on"}
        personal = {"person"}


class PlanAgreement(Row):
    """The group agreed the plan, by a decision."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="agreement")
    decision = models.ForeignKey("partnership.Decision", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "decision", "on"}
        personal: set[str] = set()


class PlanCheck(Row):
    """A Security Threat Check of the plan: it covers the decision that agrees it and every action in it."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="checks")
    check_made = models.ForeignKey("guidance.ThreatCheck", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "check_made", "on"}
        personal: set[str] = set()


class Ratification(Row):
    """Elected members ratified the plan: which body of theirs, when, and where it is minuted."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="ratifications")
    by = models.CharField(max_length=10, choices=RatifiedBy.choices)
    named = models.CharField(max_length=160)
    minute = models.CharField(max_length=200)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "by", "named", "minute", "on"}
        personal: set[str] = set()


class PlanReference(Row):
    """A corporate or service document refers to the plan, at a place in it."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="references")
    version_read = models.ForeignKey("documents.Version", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Referenced.choices)
    place = models.CharField(max_length=120)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "version_read", "kind", "place", "on"}
        personal: set[str] = set()


class EqualityAnalysis(Row):
    """The equality analysis of the plan, as a version in the documents register."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="equality_analyses")
    version_read = models.ForeignKey("documents.Version", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "version_read", "on"}
        personal: set[str] = set()
