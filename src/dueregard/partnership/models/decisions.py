"""Decisions, the threat checks that cover them, and the documents they approve."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.agenda import AgendaItem, Paper
from dueregard.partnership.models.groups import Group
from dueregard.partnership.models.meetings import Meeting
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.rules.decisions import CheckCovers, DecisionKind
from dueregard.privacy import marking


class Decision(Record):
    """What a group decided, at an item of a meeting and dated to it, or between meetings. D-2026-09 …"""

    group = models.ForeignKey(Group, models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="decisions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="decisions")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, related_name="decisions")  # taken under it: its check covers this
    kind = models.CharField(max_length=10, choices=DecisionKind.choices)
    words = models.TextField()
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")  # where one person took it
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"group", "meeting", "item", "paper", "kind", "words", "on", "marking"}
        personal = {"done_by"}


class DecisionWithdrawal(Row):
    """A decision was written down by mistake and taken out before the minutes were cleared."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="withdrawal")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"decision", "on", "because"}
        personal: set[str] = set()


class DecisionCheck(Row):
    """A Security Threat Check covers a decision from a day: its own, or its project's or plan's."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="checks")
    check_made = models.ForeignKey("guidance.ThreatCheck", models.PROTECT, related_name="+")
    covers = models.CharField(max_length=10, choices=CheckCovers.choices)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"decision", "check_made", "covers", "on"}
        personal: set[str] = set()


class Approval(Row):
    """A decision approved a version of a document, in the same deed as the document's own approval."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="approvals")
    version_approved = models.OneToOneField("documents.Version", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"decision", "version_approved", "on"}
        personal: set[str] = set()


class RiskAccepted(Row):
    """A group accepted a risk as it stands, by a decision, perhaps until a day."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="risks_accepted")
    risk = models.ForeignKey("risk.Risk", models.PROTECT, related_name="+")
    because = models.CharField(max_length=400)
    until = models.DateField(null=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"decision", "risk", "because", "until", "on"}
        personal: set[str] = set()
