"""Groups: what they are there to do from when, whom they report to, and when they ended."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.rules.groups import GroupFunction


class Group(Record):
    """A partnership group, a Channel panel, a forum: people from several bodies who meet. GRP-1 …"""

    name = models.CharField(max_length=160)
    on = models.DateField()
    is_existing_body = models.BooleanField(default=False)  # not made for Prevent: its terms have to name it
    takes_over = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # whose history it inherits

    class Privacy:
        plain = RECORD | {"name", "on", "is_existing_body", "takes_over"}
        personal: set[str] = set()


class GroupEnd(Row):
    """A group was wound up; the date is its last day."""

    group = models.OneToOneField(Group, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"group", "on", "because"}
        personal: set[str] = set()


class FunctionTerm(Row):
    """A group has had a function from a date."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="function_terms")
    function = models.CharField(max_length=20, choices=GroupFunction.choices)
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)  # why, where it makes one person chair of both the group and the panel
    agreed_by = models.CharField(max_length=200, blank=True)

    class Privacy:
        plain = ROW | {"group", "function", "on", "because", "agreed_by"}
        personal: set[str] = set()


class FunctionTermEnd(Row):
    """A group gave up a function; the date is the last day it had it."""

    term = models.OneToOneField(FunctionTerm, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"term", "on"}
        personal: set[str] = set()


class GroupReport(Row):
    """A group reports to a parent board from a date, until a later row says otherwise."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="reports")
    to_group = models.ForeignKey(Group, models.PROTECT, null=True, related_name="+")
    to_board = models.CharField(max_length=160, blank=True)  # where the board is not a group kept here
    on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(to_group__isnull=True) ^ models.Q(to_board=""), name="partnership_report_to_one")
        ]

    class Privacy:
        plain = ROW | {"group", "to_group", "to_board", "on"}
        personal: set[str] = set()
