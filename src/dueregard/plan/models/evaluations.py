"""What completed actions came to, and what that changes."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.plan.models.plain import RECORD, ROW
from dueregard.plan.models.plans import Objective
from dueregard.plan.rules.evaluations import Changed
from dueregard.privacy import marking


class Evaluation(Record):
    """One or more completed actions were evaluated together for their impact, perhaps at an item of a meeting. EV-1 …"""

    words = models.TextField()  # what difference it made, and how we know
    next_plan = models.TextField(blank=True)  # what it says for the next plan
    item = models.ForeignKey("partnership.AgendaItem", models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"words", "next_plan", "item", "on", "marking"}
        personal = {"done_by"}


class EvaluationTaken(Row):
    """An evaluation made earlier was taken at an item of a meeting."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="taken")
    item = models.ForeignKey("partnership.AgendaItem", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"evaluation", "item", "on"}
        personal: set[str] = set()


class EvaluatedAction(Row):
    """An evaluation covers an action."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="actions")
    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"evaluation", "action", "on"}
        personal: set[str] = set()


class EvaluationChange(Row):
    """What an evaluation changes: a residual score it proposes, an action, an objective; or nothing, with the reason."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="changes")
    changed = models.CharField(max_length=10, choices=Changed.choices)
    risk = models.ForeignKey("risk.Risk", models.PROTECT, null=True, related_name="+")
    likelihood = models.PositiveSmallIntegerField(null=True)  # the residual score proposed: a person decides in a review of the risk
    impact = models.PositiveSmallIntegerField(null=True)
    matrix = models.ForeignKey("risk.Matrix", models.PROTECT, null=True, related_name="+")  # that of the score; none: the five by five
    action = models.ForeignKey("partnership.Action", models.PROTECT, null=True, related_name="+")
    objective = models.ForeignKey(Objective, models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"evaluation", "changed", "risk", "likelihood", "impact", "matrix"} | {"action", "objective", "because", "on"}
        personal: set[str] = set()
