"""The one Action: what is to be done, whose it is, by when, and everything that was said of it since, each on its day."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.agenda import AgendaItem
from dueregard.partnership.models.decisions import Decision
from dueregard.partnership.models.groups import Group
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.rules.decisions import ActionStatus, CheckCovers, Rag
from dueregard.privacy import marking


class Action(Record):
    """Something somebody is to do. Rounds, plans and other sections point to it. A-19 …"""

    group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="actions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="actions_raised")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="actions")
    what = models.CharField(max_length=400)
    on = models.DateField()
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"group", "item", "decision", "what", "on", "marking"}
        personal: set[str] = set()


class ActionOwner(Row):
    """A body, and in it perhaps a person, has owned an action from a day, until a later row."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="owners")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "body", "on"}
        personal = {"person"}


class ActionDue(Row):
    """An action was given a due date on a day; `item` says at which item the group agreed a new one."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="dues")
    due = models.DateField()
    on = models.DateField()
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"action", "due", "on", "item", "because"}
        personal: set[str] = set()


class ActionUpdate(Row):
    """Its owner said how an action is going."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="updates")
    rag = models.CharField(max_length=5, choices=Rag.choices, blank=True)
    words = models.TextField()
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    by_link = models.ForeignKey("accounts.AnswerLink", models.PROTECT, null=True, related_name="+")  # theirs, as they sent it

    class Privacy:
        plain = ROW | {"action", "rag", "words", "on", "by_link"}
        personal = {"done_by"}


class ActionReview(Row):
    """A group reviewed an action at an item of a meeting, with what it concluded."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="reviews")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="reviews")
    words = models.TextField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "item", "words", "on"}
        personal: set[str] = set()


class ActionStep(Row):
    """An action was done, dropped or opened again."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="steps")
    status = models.CharField(max_length=8, choices=ActionStatus.choices)
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = ROW | {"action", "status", "on", "because"}
        personal = {"done_by"}


class ActionStart(Row):
    """An action begins, or began, on a day; the row dated last holds."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="starts")
    start = models.DateField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "start", "on"}
        personal: set[str] = set()


class ActionRisk(Row):
    """An action answers a risk, from a day."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="risks")
    risk = models.ForeignKey("risk.Risk", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "risk", "on"}
        personal: set[str] = set()


class ActionRiskEnd(Row):
    """An action no longer answers a risk; the date is the last day it did."""

    link = models.OneToOneField(ActionRisk, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"link", "on", "because"}
        personal: set[str] = set()


class ActionLine(Row):
    """An action is meant to further a line of the guidance."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="lines")
    framework = models.CharField(max_length=60)
    line = models.CharField(max_length=60)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "framework", "line", "on"}
        personal: set[str] = set()


class ActionCheck(Row):
    """A Security Threat Check covers an action from a day: its own, or its decision's or project's. A plan's covers all that is in it."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="checks")
    check_made = models.ForeignKey("guidance.ThreatCheck", models.PROTECT, related_name="+")
    covers = models.CharField(max_length=10, choices=CheckCovers.choices)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "check_made", "covers", "on"}
        personal: set[str] = set()
