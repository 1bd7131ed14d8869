"""Invented funded projects."""

from decimal import Decimal
from typing import Any

import factory

from dueregard.guidance.tests.factories import ThreatCheckFactory
from dueregard.organisations.tests.factories import TYPED, AreaFactory, InArea
from dueregard.partnership.tests.factories import ActionFactory
from dueregard.plan import models
from dueregard.plan.rules.projects import AmountKind, DueDiligence, Funder
from dueregard.plan.tests.factories.plans import BEGINS, ENDS, ObjectiveFactory
from dueregard.privacy.marking import Marking


class ProjectFactory(InArea):
    """A project the Home Office funds, Official."""

    class Meta:
        model = models.Project

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"PR-{n + 1000}")
    title = factory.Sequence(lambda n: f"Young people’s forum {n}")
    funder = Funder.HOME_OFFICE
    provider = "Tarn Youth Trust"
    on = BEGINS
    typed_at: Any = TYPED


class OfProject(InArea):
    """A row of a project, in its area, on the day its funding began."""

    class Meta:
        abstract = True

    _above = "project"
    project = factory.SubFactory(ProjectFactory)
    area = factory.SelfAttribute("project.area")
    on = factory.SelfAttribute("project.on")
    typed_at: Any = TYPED


class ProjectEndFactory(OfProject):
    """It ended."""

    class Meta:
        model = models.ProjectEnd

    on = ENDS


class ProjectObjectiveFactory(OfProject):
    """It serves an objective."""

    class Meta:
        model = models.ProjectObjective

    objective = factory.SubFactory(ObjectiveFactory, plan__group__area=factory.SelfAttribute("....project.area"))


class ProjectActionFactory(OfProject):
    """It delivers an action."""

    class Meta:
        model = models.ProjectAction

    action = factory.SubFactory(ActionFactory, area=factory.SelfAttribute("..project.area"))


class ProviderLookFactory(OfProject):
    """Its provider was looked into, and nothing stood against it."""

    class Meta:
        model = models.ProviderLook

    status = DueDiligence.PASSED


class AmountFactory(OfProject):
    """Twelve thousand pounds awarded."""

    class Meta:
        model = models.Amount

    kind = AmountKind.AWARDED
    pounds = Decimal(12000)


class OutputFactory(OfProject):
    """Six sessions held."""

    class Meta:
        model = models.Output

    words = "Sessions held"
    number = 6


class ProjectCheckFactory(OfProject):
    """A Security Threat Check of it."""

    class Meta:
        model = models.ProjectCheck

    check_made = factory.SubFactory(ThreatCheckFactory, area=factory.SelfAttribute("..project.area"))
