"""Invented risks of a place or an influence, never of a person: their wording, owners, controls and scores."""

from datetime import date
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, BodyFactory, InArea, PersonFactory
from dueregard.privacy.marking import Marking
from dueregard.risk import models
from dueregard.risk.rules.risks import Concerns, RiskKind, RiskStatus
from dueregard.risk.tests.factories.sources import OfArea, SourceFactory


class RiskFactory(OfArea):
    """A situational risk to people and from influences, Official, in the whole area. `worded` gives it a title."""

    class Meta:
        model = models.Risk

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)
        corporate = factory.Trait(kind=RiskKind.CORPORATE, concerns=Concerns.DUTY)
        worded = factory.Trait(wording=factory.RelatedFactory("dueregard.risk.tests.factories.RiskWordingFactory", "risk"))
        owned = factory.Trait(owner=factory.RelatedFactory("dueregard.risk.tests.factories.RiskOwnerFactory", "risk"))
        scored = factory.Trait(review=factory.RelatedFactory("dueregard.risk.tests.factories.RiskReviewFactory", "risk"))
        high = factory.Trait(review=factory.RelatedFactory("dueregard.risk.tests.factories.RiskReviewFactory", "risk", high=True))
        closed = factory.Trait(step=factory.RelatedFactory("dueregard.risk.tests.factories.RiskStepFactory", "risk"))

    ref = factory.Sequence(lambda n: f"R{n + 1000}")
    kind = RiskKind.SITUATIONAL
    concerns = Concerns.BOTH


class OfRisk(InArea):
    """A row of a risk, in its area, on the day it was identified."""

    class Meta:
        abstract = True

    _above = "risk"
    risk = factory.SubFactory(RiskFactory)
    area = factory.SelfAttribute("risk.area")
    on = factory.SelfAttribute("risk.on")
    typed_at: Any = TYPED


class RiskWordingFactory(OfRisk):
    """What the risk says."""

    class Meta:
        model = models.RiskWording

    title = factory.Sequence(lambda n: f"Halls let to a front group {n}")
    cause = "Lettings are not looked into"
    event = "A hall is let to a front for a group"
    effect = "Young people meet its influence"


class RiskStepFactory(OfRisk):
    """The risk was closed."""

    class Meta:
        model = models.RiskStep

    status = RiskStatus.CLOSED
    because = "The hall was sold"


class CorporateReferenceFactory(OfRisk):
    """Where a corporate risk stands in the council's register."""

    class Meta:
        model = models.CorporateReference

    risk = factory.SubFactory(RiskFactory, corporate=True)
    reference = "Corporate risk 21"


class RiskOwnerFactory(OfRisk):
    """The council owns it; `of_a_person` names one of it."""

    class Meta:
        model = models.RiskOwner

    class Params:
        of_a_person = factory.Trait(person=factory.SubFactory(PersonFactory, body=factory.SelfAttribute("..body")))

    body = factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..risk.area"))


class ControlFactory(OfRisk):
    """A control in place."""

    class Meta:
        model = models.Control

    words = "Every letting is looked into by two people"


class ControlEndFactory(InArea):
    """The control ended the day it began."""

    class Meta:
        model = models.ControlEnd

    _above = "control__risk"
    control = factory.SubFactory(ControlFactory)
    area = factory.SelfAttribute("control.area")
    on = factory.SelfAttribute("control.on")
    typed_at: Any = TYPED


class RiskSourceFactory(OfRisk):
    """The risk rests on information from a partner."""

    class Meta:
        model = models.RiskSource

    source = factory.SubFactory(SourceFactory, area=factory.SelfAttribute("..risk.area"))


class MatrixFactory(OfArea):
    """A matrix of four by four, where a score above eight is above tolerance."""

    class Meta:
        model = models.Matrix

    size = 4
    likelihood: Any = ["Rare", "Possible", "Likely", "Expected"]
    impact: Any = ["Slight", "Moderate", "Serious", "Severe"]
    bands: Any = [{"words": "Low", "from": 1}, {"words": "Medium", "from": 5}, {"words": "High", "from": 9}]
    tolerance = 8
    because = "The council’s own framework"


class RiskReviewFactory(OfRisk):
    """Reviewed at a residual score of six, within any tolerance; `high` is twenty, above it."""

    class Meta:
        model = models.RiskReview

    class Params:
        high = factory.Trait(residual_likelihood=5, residual_impact=4)

    inherent_likelihood = 5
    inherent_impact = 5
    residual_likelihood = 2
    residual_impact = 3
    target_likelihood = 2
    target_impact = 2
    because = "The controls were tried"
    next_due = date(2026, 4, 6)
