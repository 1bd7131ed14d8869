"""Invented editions of the assessment: steps, paragraphs, what they rest on, updates and briefings."""

from datetime import timedelta
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, BodyFactory, InArea, PersonFactory
from dueregard.privacy.marking import Marking
from dueregard.risk import models
from dueregard.risk.rules.assessments import Edition, Stage
from dueregard.risk.tests.factories.risks import RiskFactory
from dueregard.risk.tests.factories.sources import OfArea, SourceFactory


class AssessmentFactory(OfArea):
    """An edition of the assessment. `drafted`, `submitted`, `approved` and `superseded` give it the steps up to there."""

    class Meta:
        model = models.Assessment

    class Params:
        drafted = factory.Trait(draft=factory.RelatedFactory("dueregard.risk.tests.factories.AssessmentStepFactory", "assessment"))
        submitted = factory.Trait(
            drafted=True,
            submission=factory.RelatedFactory("dueregard.risk.tests.factories.AssessmentStepFactory", "assessment", stage=Stage.SUBMITTED),
        )
        approved = factory.Trait(
            submitted=True,
            approval=factory.RelatedFactory("dueregard.risk.tests.factories.AssessmentStepFactory", "assessment", stage=Stage.APPROVED),
        )
        superseded = factory.Trait(
            approved=True,
            end=factory.RelatedFactory("dueregard.risk.tests.factories.AssessmentStepFactory", "assessment", stage=Stage.SUPERSEDED),
        )

    ref = factory.Sequence(lambda n: f"RA-{n + 1000}")
    title = factory.Sequence(lambda n: f"Local risk assessment {n}")


class OfAssessment(InArea):
    """A row of an edition, in its area, on the day it was begun."""

    class Meta:
        abstract = True

    _above = "assessment"
    assessment = factory.SubFactory(AssessmentFactory)
    area = factory.SelfAttribute("assessment.area")
    on = factory.SelfAttribute("assessment.on")
    typed_at: Any = TYPED


class AssessmentStepFactory(OfAssessment):
    """Drafted; each step is typed a little after the one made before it."""

    class Meta:
        model = models.AssessmentStep

    stage = Stage.DRAFTED
    typed_at: Any = factory.Sequence(lambda n: TYPED + timedelta(seconds=n))


class ParagraphFactory(OfAssessment):
    """An Official paragraph."""

    class Meta:
        model = models.Paragraph

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)

    position = factory.Sequence(lambda n: n % 1000 + 1)
    heading = "Venues"
    words = "Halls are let without being looked into."


class AssessmentSourceFactory(OfAssessment):
    """The edition rests on information from a partner."""

    class Meta:
        model = models.AssessmentSource

    source = factory.SubFactory(SourceFactory, area=factory.SelfAttribute("..assessment.area"))


class AssessmentRiskFactory(OfAssessment):
    """A situational risk stands in the edition."""

    class Meta:
        model = models.AssessmentRisk

    risk = factory.SubFactory(RiskFactory, area=factory.SelfAttribute("..assessment.area"))


class AssessmentUpdateFactory(OfAssessment):
    """Looked at again, and something changed."""

    class Meta:
        model = models.AssessmentUpdate

    class Params:
        unchanged = factory.Trait(is_changed=False, words="Nothing new was heard from any partner")

    ref = factory.Sequence(lambda n: f"U-{n + 1000}")
    is_changed = True
    words = "The risk of lettings went down"


class AssessmentBriefingFactory(OfAssessment):
    """Decision-makers were briefed on the Official edition."""

    class Meta:
        model = models.AssessmentBriefing

    ref = factory.Sequence(lambda n: f"BF-{n + 1000}")
    edition = Edition.OFFICIAL
    audience = "Decision-makers"


class BriefedBodyFactory(InArea):
    """The council was briefed; `of_a_person` says who of it."""

    class Meta:
        model = models.BriefedBody

    class Params:
        of_a_person = factory.Trait(person=factory.SubFactory(PersonFactory, body=factory.SelfAttribute("..body")))

    _above = "briefing__assessment"
    briefing = factory.SubFactory(AssessmentBriefingFactory)
    area = factory.SelfAttribute("briefing.area")
    body = factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..briefing.area"))
    on = factory.SelfAttribute("briefing.on")
    typed_at: Any = TYPED
