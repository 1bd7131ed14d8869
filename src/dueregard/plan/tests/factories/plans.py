"""Invented plans and everything that is said of one."""

from datetime import date
from typing import Any

import factory

from dueregard.documents.tests.factories import VersionFactory
from dueregard.guidance.tests.factories import ThreatCheckFactory
from dueregard.organisations.tests.factories import TYPED, BodyFactory, InArea
from dueregard.partnership.tests.factories import DecisionFactory, GroupFactory
from dueregard.plan import models
from dueregard.plan.rules.plans import RatifiedBy, Referenced, TookPart
from dueregard.privacy.marking import Marking
from dueregard.risk.tests.factories import AssessmentFactory

BEGUN, BEGINS, ENDS = date(2026, 2, 2), date(2026, 4, 1), date(2027, 3, 31)


class PlanFactory(InArea):
    """A plan for the year from April 2026, begun in February, Official. `agreed` has the group agree it in March."""

    class Meta:
        model = models.Plan

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)
        agreed = factory.Trait(agreement=factory.RelatedFactory("dueregard.plan.tests.factories.PlanAgreementFactory", "plan"))
        ratified = factory.Trait(ratification=factory.RelatedFactory("dueregard.plan.tests.factories.RatificationFactory", "plan"))

    _above = "group"
    group = factory.SubFactory(GroupFactory)
    area = factory.SelfAttribute("group.area")
    ref = factory.Sequence(lambda n: f"PLAN-{n + 1000}")
    title = factory.Sequence(lambda n: f"Partnership plan {n}")
    covers_from = BEGINS
    covers_to = ENDS
    on = BEGUN
    typed_at: Any = TYPED


class OfPlan(InArea):
    """A row of a plan, in its area, on the day it was begun."""

    class Meta:
        abstract = True

    _above = "plan__group"
    plan = factory.SubFactory(PlanFactory)
    area = factory.SelfAttribute("plan.area")
    on = factory.SelfAttribute("plan.on")
    typed_at: Any = TYPED


class PlanGovernanceFactory(OfPlan):
    """How it is governed."""

    class Meta:
        model = models.PlanGovernance

    words = "The group owns it and reviews it at each meeting"


class PlanClosingFactory(OfPlan):
    """Closed on its last day."""

    class Meta:
        model = models.PlanClosing

    on = factory.SelfAttribute("plan.covers_to")


class PlanAssessmentFactory(OfPlan):
    """It rests on an approved edition."""

    class Meta:
        model = models.PlanAssessment

    assessment = factory.SubFactory(AssessmentFactory, approved=True, area=factory.SelfAttribute("..plan.area"))


class ObjectiveFactory(OfPlan):
    """One of the area's own; `national` is one of the national ones."""

    class Meta:
        model = models.Objective

    class Params:
        nations = factory.Trait(national="ideology", title="Tackle the causes of radicalisation")

    ref = factory.Sequence(lambda n: f"O-{n + 1000}")
    title = factory.Sequence(lambda n: f"Make venues safer {n}")
    position = factory.Sequence(lambda n: n % 1000 + 1)


class ObjectiveEndFactory(InArea):
    """Dropped the day it was set."""

    class Meta:
        model = models.ObjectiveEnd

    _above = "objective__plan__group"
    objective = factory.SubFactory(ObjectiveFactory)
    area = factory.SelfAttribute("objective.area")
    on = factory.SelfAttribute("objective.on")
    typed_at: Any = TYPED


class PartnerRoleFactory(OfPlan):
    """The council's role."""

    class Meta:
        model = models.PartnerRole

    body = factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..plan.area"))
    words = "Leads, and trains its own staff"


class PlanContributionFactory(OfPlan):
    """The council sent a contribution; `workshop` has it take part in one."""

    class Meta:
        model = models.PlanContribution

    class Params:
        workshop = factory.Trait(how=TookPart.WORKSHOP)

    body = factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..plan.area"))
    how = TookPart.CONTRIBUTION


class PlanAgreementFactory(OfPlan):
    """The plan's own group agreed it."""

    class Meta:
        model = models.PlanAgreement

    decision = factory.SubFactory(DecisionFactory, group=factory.SelfAttribute("..plan.group"))
    on = factory.SelfAttribute("decision.on")


class PlanCheckFactory(OfPlan):
    """A Security Threat Check of it, answered the day it was begun."""

    class Meta:
        model = models.PlanCheck

    check_made = factory.SubFactory(ThreatCheckFactory, area=factory.SelfAttribute("..plan.area"), on=BEGUN)


class RatificationFactory(OfPlan):
    """Cabinet ratified it."""

    class Meta:
        model = models.Ratification

    by = RatifiedBy.CABINET
    named = "Cabinet"
    minute = "Minute 41 of 2026"
    on = date(2026, 3, 18)


class PlanReferenceFactory(OfPlan):
    """A corporate strategy refers to it; `service` is a service's."""

    class Meta:
        model = models.PlanReference

    class Params:
        service = factory.Trait(kind=Referenced.SERVICE)

    version_read = factory.SubFactory(VersionFactory, document__area=factory.SelfAttribute("...plan.area"))
    kind = Referenced.CORPORATE
    place = "page 12"


class EqualityAnalysisFactory(OfPlan):
    """The equality analysis of it."""

    class Meta:
        model = models.EqualityAnalysis

    version_read = factory.SubFactory(VersionFactory, document__area=factory.SelfAttribute("...plan.area"))
