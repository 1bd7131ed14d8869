"""Invented groups, meetings, items, decisions and actions for the tests of the sections above; section 1 itself makes its own by deeds."""

from datetime import date, timedelta
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, AreaFactory, BodyFactory, InArea
from dueregard.partnership import models
from dueregard.partnership.rules.decisions import ActionStatus, DecisionKind
from dueregard.partnership.rules.groups import GroupFunction
from dueregard.partnership.rules.meetings import ItemKind, MeetingKind, MeetingStage
from dueregard.privacy.marking import Marking

BEGAN, MET = date(2025, 1, 6), date(2026, 3, 4)


class GroupFactory(InArea):
    """A group without a function; `overseeing` gives it the oversight of delivery."""

    class Meta:
        model = models.Group

    class Params:
        overseeing = factory.Trait(does=factory.RelatedFactory("dueregard.partnership.tests.factories.FunctionTermFactory", "group"))

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"GRP-{n + 1000}")
    name = factory.Sequence(lambda n: f"Prevent partnership {n}")
    on = BEGAN
    typed_at: Any = TYPED


class OfGroup(InArea):
    """A row of a group, in its area, on the day it began."""

    class Meta:
        abstract = True

    _above = "group"
    group = factory.SubFactory(GroupFactory)
    area = factory.SelfAttribute("group.area")
    on = factory.SelfAttribute("group.on")
    typed_at: Any = TYPED


class FunctionTermFactory(OfGroup):
    """The group oversees delivery."""

    class Meta:
        model = models.FunctionTerm

    function = GroupFunction.OVERSIGHT


class MeetingFactory(InArea):
    """An ordinary meeting without a date; `held` gives it one, and says that it took place."""

    class Meta:
        model = models.Meeting

    class Params:
        dated = factory.Trait(day=factory.RelatedFactory("dueregard.partnership.tests.factories.MeetingDateFactory", "meeting"))
        held = factory.Trait(
            dated=True,
            sat=factory.RelatedFactory("dueregard.partnership.tests.factories.MeetingStepFactory", "meeting"),
        )

    _above = "group"
    group = factory.SubFactory(GroupFactory)
    area = factory.SelfAttribute("group.area")
    ref = factory.Sequence(lambda n: f"M-{n + 1000}")
    kind = MeetingKind.ORDINARY
    typed_at: Any = TYPED


class OfMeeting(InArea):
    """A row of a meeting, in its area."""

    class Meta:
        abstract = True

    _above = "meeting__group"
    meeting = factory.SubFactory(MeetingFactory)
    area = factory.SelfAttribute("meeting.area")
    on = MET
    typed_at: Any = TYPED


class MeetingDateFactory(OfMeeting):
    """It is for a day in March, set six weeks before."""

    class Meta:
        model = models.MeetingDate

    day = MET
    on = factory.LazyAttribute(lambda row: row.day - timedelta(days=42))


class MeetingStepFactory(OfMeeting):
    """It was held."""

    class Meta:
        model = models.MeetingStep

    stage = MeetingStage.HELD


class AgendaItemFactory(OfMeeting):
    """An item about nothing in particular, put on the agenda a fortnight before."""

    class Meta:
        model = models.AgendaItem

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)

    ref = factory.Sequence(lambda n: f"I-{n + 1000}")
    kind = ItemKind.OTHER
    position = factory.Sequence(lambda n: n % 1000 + 1)
    title = factory.Sequence(lambda n: f"Item {n}")
    on = MET - timedelta(days=14)


class DecisionFactory(InArea):
    """A delivery decision between meetings, Official."""

    class Meta:
        model = models.Decision

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)

    _above = "group"
    group = factory.SubFactory(GroupFactory)
    area = factory.SelfAttribute("group.area")
    ref = factory.Sequence(lambda n: f"D-2026-{n + 1000}")
    kind = DecisionKind.DELIVERY
    words = "The plan was agreed"
    on = MET
    typed_at: Any = TYPED


class ActionFactory(InArea):
    """An action of nobody yet, Official. `owned` and `timed` give it a body and a due date; `done` finishes it."""

    class Meta:
        model = models.Action

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)
        owned = factory.Trait(owner=factory.RelatedFactory("dueregard.partnership.tests.factories.ActionOwnerFactory", "action"))
        timed = factory.Trait(time=factory.RelatedFactory("dueregard.partnership.tests.factories.ActionDueFactory", "action"))
        done = factory.Trait(step=factory.RelatedFactory("dueregard.partnership.tests.factories.ActionStepFactory", "action"))

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"A-{n + 1000}")
    what = factory.Sequence(lambda n: f"Look into lettings {n}")
    on = MET
    typed_at: Any = TYPED


class OfAction(InArea):
    """A row of an action, in its area, on the day it was raised."""

    class Meta:
        abstract = True

    _above = "action"
    action = factory.SubFactory(ActionFactory)
    area = factory.SelfAttribute("action.area")
    on = factory.SelfAttribute("action.on")
    typed_at: Any = TYPED


class ActionOwnerFactory(OfAction):
    """The council owns it."""

    class Meta:
        model = models.ActionOwner

    body = factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..action.area"))


class ActionDueFactory(OfAction):
    """Due half a year after it was raised."""

    class Meta:
        model = models.ActionDue

    due = factory.LazyAttribute(lambda row: row.on + timedelta(days=182))


class ActionStartFactory(OfAction):
    """It begins the day it was raised."""

    class Meta:
        model = models.ActionStart

    start = factory.SelfAttribute("on")


class ActionStepFactory(OfAction):
    """It was done."""

    class Meta:
        model = models.ActionStep

    status = ActionStatus.DONE


class ActionUpdateFactory(OfAction):
    """Its owner said how it goes."""

    class Meta:
        model = models.ActionUpdate

    words = "Half of it is done"


class ActionRiskFactory(OfAction):
    """It answers a risk, which has to be given."""

    class Meta:
        model = models.ActionRisk


class ActionReviewFactory(OfAction):
    """A meeting reviewed it at an item."""

    class Meta:
        model = models.ActionReview

    item = factory.SubFactory(AgendaItemFactory, meeting__group__area=factory.SelfAttribute("....action.area"))
    words = "On course"
