"""What the plan adds to the one Action: its place in a plan, milestones, measures and their readings."""

from django.db import models

from dueregard.basics.records import Row
from dueregard.plan.models.plain import ROW
from dueregard.plan.models.plans import Objective, Plan


class PlannedAction(Row):
    """An action is in a plan from a day, under an objective, for the area or one district's own part; or was carried forward into it.

    Moved to another objective or district, it leaves and comes in again: the row typed last that has not ended holds.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="actions")
    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="+")
    objective = models.ForeignKey(Objective, models.PROTECT, null=True, related_name="actions")
    district = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")
    carried_from = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="+")
    because = models.CharField(max_length=400, blank=True)  # why it was carried forward
    on = models.DateField()

    class Privacy:
        plain = ROW | {"plan", "action", "objective", "district", "carried_from", "because", "on"}
        personal: set[str] = set()


class PlannedActionEnd(Row):
    """An action was taken out of a plan; the date is its last day in it."""

    planned = models.OneToOneField(PlannedAction, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"planned", "on", "because"}
        personal: set[str] = set()


class Milestone(Row):
    """A step on the way of an action, due on a day."""

    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="+")
    words = models.CharField(max_length=300)
    due = models.DateField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "words", "due", "on"}
        personal: set[str] = set()


class MilestoneReached(Row):
    """A milestone was reached, or given up with a reason."""

    milestone = models.OneToOneField(Milestone, models.PROTECT, related_name="reached")
    is_given_up = models.BooleanField(default=False)
    because = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"milestone", "is_given_up", "because", "on"}
        personal: set[str] = set()


class Measure(Row):
    """How the difference an action makes is to be seen: what is measured, in which unit, from where to where."""

    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="+")
    words = models.CharField(max_length=300)
    unit = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"action", "words", "unit", "baseline", "target", "on"}
        personal: set[str] = set()


class MeasureReading(Row):
    """What a measure read on a day."""

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="readings")
    value = models.DecimalField(max_digits=14, decimal_places=2)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"measure", "value", "words", "on"}
        personal: set[str] = set()
