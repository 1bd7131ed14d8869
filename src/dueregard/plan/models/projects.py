"""Projects with Home Office or other funding that the plan directs."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.plan.models.plain import RECORD, ROW
from dueregard.plan.models.plans import Objective
from dueregard.plan.rules.projects import AmountKind, DueDiligence, Funder
from dueregard.privacy import marking


class Project(Record):
    """A funded project: what it is for, who funds it, who delivers it. PR-1 …"""

    title = models.CharField(max_length=200)
    funder = models.CharField(max_length=12, choices=Funder.choices)
    funder_named = models.CharField(max_length=160, blank=True)
    provider = models.CharField(max_length=160)  # an organisation, never a person
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")  # the provider, where it is kept here
    on = models.DateField()  # when its funding began
    until = models.DateField(null=True)
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"title", "funder", "funder_named", "provider", "body", "on", "until", "marking"}
        personal: set[str] = set()


class ProjectEnd(Row):
    """A project ended; the date is its last day."""

    project = models.OneToOneField(Project, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"project", "on", "because"}
        personal: set[str] = set()


class ProjectObjective(Row):
    """A project serves an objective of a plan, from a day."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="objectives")
    objective = models.ForeignKey(Objective, models.PROTECT, related_name="projects")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"project", "objective", "on"}
        personal: set[str] = set()


class ProjectAction(Row):
    """A project delivers an action, from a day."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="actions")
    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"project", "action", "on"}
        personal: set[str] = set()


class ProviderLook(Row):
    """How far the provider had been looked into on a day."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="looks")
    status = models.CharField(max_length=10, choices=DueDiligence.choices)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"project", "status", "words", "on"}
        personal: set[str] = set()


class Amount(Row):
    """An amount of a project in pounds: awarded, or spent by a day."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="amounts")
    kind = models.CharField(max_length=7, choices=AmountKind.choices)
    pounds = models.DecimalField(max_digits=12, decimal_places=2)
    words = models.CharField(max_length=200, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"project", "kind", "pounds", "words", "on"}
        personal: set[str] = set()


class Output(Row):
    """What a project delivered: sessions, people reached as a count, something made."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="outputs")
    words = models.CharField(max_length=400)
    number = models.PositiveIntegerField(null=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"project", "words", "number", "on"}
        personal: set[str] = set()


class ProjectCheck(Row):
    """A Security Threat Check of a project: it covers its actions."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="checks")
    check_made = models.ForeignKey("guidance.ThreatCheck", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"project", "check_made", "on"}
        personal: set[str] = set()
