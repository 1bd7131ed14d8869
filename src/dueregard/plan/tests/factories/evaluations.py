"""Invented evaluations of finished actions."""

from datetime import date
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, AreaFactory, InArea
from dueregard.partnership.tests.factories import ActionFactory, AgendaItemFactory
from dueregard.plan import models
from dueregard.plan.rules.evaluations import Changed
from dueregard.privacy.marking import Marking
from dueregard.risk.tests.factories import RiskFactory


class EvaluationFactory(InArea):
    """An evaluation of no action yet, Official."""

    class Meta:
        model = models.Evaluation

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)
        at_meeting = factory.Trait(item=factory.SubFactory(AgendaItemFactory, meeting__group__area=factory.SelfAttribute("....area")))

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"EV-{n + 1000}")
    words = "Two lettings were refused; staff say they know whom to ask"
    on = date(2026, 10, 5)
    typed_at: Any = TYPED


class OfEvaluation(InArea):
    """A row of an evaluation, in its area, on its day."""

    class Meta:
        abstract = True

    _above = "evaluation"
    evaluation = factory.SubFactory(EvaluationFactory)
    area = factory.SelfAttribute("evaluation.area")
    on = factory.SelfAttribute("evaluation.on")
    typed_at: Any = TYPED


class EvaluationTakenFactory(OfEvaluation):
    """Taken at an item of a meeting."""

    class Meta:
        model = models.EvaluationTaken

    item = factory.SubFactory(AgendaItemFactory, meeting__group__area=factory.SelfAttribute("....evaluation.area"))


class EvaluatedActionFactory(OfEvaluation):
    """It covers a finished action."""

    class Meta:
        model = models.EvaluatedAction

    action = factory.SubFactory(ActionFactory, done=True, area=factory.SelfAttribute("..evaluation.area"))


class EvaluationChangeFactory(OfEvaluation):
    """It changes nothing, and says why; `score` proposes a residual score."""

    class Meta:
        model = models.EvaluationChange

    class Params:
        score = factory.Trait(
            changed=Changed.SCORE,
            risk=factory.SubFactory(RiskFactory, area=factory.SelfAttribute("..evaluation.area")),
            likelihood=2,
            impact=3,
        )

    changed = Changed.NOTHING
    because = "It is too early to say"
