"""Invented planned actions, milestones and measures."""

from datetime import date
from decimal import Decimal
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, InArea
from dueregard.partnership.tests.factories import ActionFactory
from dueregard.plan import models
from dueregard.plan.tests.factories.plans import ObjectiveFactory, OfPlan


class PlannedActionFactory(OfPlan):
    """An action in the plan, without an objective; `under_objective` has one."""

    class Meta:
        model = models.PlannedAction

    class Params:
        under_objective = factory.Trait(objective=factory.SubFactory(ObjectiveFactory, plan=factory.SelfAttribute("..plan")))

    action = factory.SubFactory(ActionFactory, area=factory.SelfAttribute("..plan.area"))


class PlannedActionEndFactory(InArea):
    """Taken out of the plan the day it was put in."""

    class Meta:
        model = models.PlannedActionEnd

    _above = "planned__plan__group"
    planned = factory.SubFactory(PlannedActionFactory)
    area = factory.SelfAttribute("planned.area")
    on = factory.SelfAttribute("planned.on")
    because = "Done by another service"
    typed_at: Any = TYPED


class OfAction(InArea):
    """What the plan adds to an action, in its area, on the day the action was raised."""

    class Meta:
        abstract = True

    _above = "action"
    action = factory.SubFactory(ActionFactory)
    area = factory.SelfAttribute("action.area")
    on = factory.SelfAttribute("action.on")
    typed_at: Any = TYPED


class MilestoneFactory(OfAction):
    """A step on the way, due in September."""

    class Meta:
        model = models.Milestone

    words = "Half of the venues looked into"
    due = date(2026, 9, 30)


class MilestoneReachedFactory(InArea):
    """Reached on the day it was due."""

    class Meta:
        model = models.MilestoneReached

    class Params:
        given_up = factory.Trait(is_given_up=True, because="The venues closed")

    _above = "milestone__action"
    milestone = factory.SubFactory(MilestoneFactory)
    area = factory.SelfAttribute("milestone.area")
    on = factory.SelfAttribute("milestone.due")
    typed_at: Any = TYPED


class MeasureFactory(OfAction):
    """A share of venues, from a tenth to all."""

    class Meta:
        model = models.Measure

    words = "Venues whose lettings are looked into"
    unit = "per cent"
    baseline = Decimal(10)
    target = Decimal(100)


class MeasureReadingFactory(InArea):
    """What it read."""

    class Meta:
        model = models.MeasureReading

    _above = "measure__action"
    measure = factory.SubFactory(MeasureFactory)
    area = factory.SelfAttribute("measure.area")
    value = Decimal(40)
    on = date(2026, 6, 30)
    typed_at: Any = TYPED
