"""Invented programmes, inductions, settings, information and updates, for tests."""

from datetime import date
from typing import Any

import factory

from dueregard.organisations.tests.factories import LONG_AGO, TYPED, InArea, PersonFactory
from dueregard.training import models
from dueregard.training.rules.programme import Audience, ProgrammeKind, StepKind, Told
from dueregard.training.tests.workforces import Begun


class ProgrammeFactory(Begun):
    """A programme of continuing development."""

    class Meta:
        model = models.Programme

    ref = factory.Sequence(lambda n: f"PG-{n + 1000}")
    kind = ProgrammeKind.DEVELOPMENT
    title = "Continuing development"


class InductionFactory(InArea):
    """Somebody began to deliver Prevent long ago."""

    class Meta:
        model = models.Induction

    _above = "person"
    person = factory.SubFactory(PersonFactory)
    area = factory.SelfAttribute("person.area")
    ref = factory.Sequence(lambda n: f"IN-{n + 1000}")
    on = LONG_AGO
    typed_at: Any = TYPED


class InductionStepFactory(InArea):
    """They finished."""

    class Meta:
        model = models.InductionStep

    _above = "induction"
    induction = factory.SubFactory(InductionFactory)
    area = factory.SelfAttribute("induction.area")
    kind = StepKind.FINISH
    on = LONG_AGO
    typed_at: Any = TYPED


class DevelopmentFactory(InArea):
    """Somebody went to a day of learning."""

    class Meta:
        model = models.Development

    _above = "person"
    person = factory.SubFactory(PersonFactory)
    area = factory.SelfAttribute("person.area")
    ref = factory.Sequence(lambda n: f"CD-{n + 1000}")
    what = "A day on ideologies"
    on = LONG_AGO
    typed_at: Any = TYPED


class SettingFactory(Begun):
    """A school."""

    class Meta:
        model = models.Setting

    ref = factory.Sequence(lambda n: f"ED-{n + 1000}")
    name = factory.Sequence(lambda n: f"School {n}")
    kind = "maintained"
    urn = ""


class OfSetting(InArea):
    """A row of a setting, in its area."""

    class Meta:
        abstract = True

    _above = "setting"
    setting = factory.SubFactory(SettingFactory)
    area = factory.SelfAttribute("setting.area")
    on = LONG_AGO
    typed_at: Any = TYPED


class SettingReachedFactory(OfSetting):
    """Thirty of its staff were trained."""

    class Meta:
        model = models.SettingReached

    staff = 30


class AuditReturnFactory(OfSetting):
    """Its safeguarding return, which leaves something to do."""

    class Meta:
        model = models.AuditReturn

    ref = factory.Sequence(lambda n: f"AU-{n + 1000}")
    year = date(2025, 9, 1).year
    words = "Train the governors"
    is_complete = False


class MaterialFactory(Begun):
    """A page of the intranet, for staff."""

    class Meta:
        model = models.Material

    ref = factory.Sequence(lambda n: f"MA-{n + 1000}")
    title = "What to do with a concern"
    audience = Audience.STAFF
    place = "Intranet, safeguarding page"


class MaterialCheckFactory(InArea):
    """Somebody found it current."""

    class Meta:
        model = models.MaterialCheck

    _above = "material"
    material = factory.SubFactory(MaterialFactory)
    area = factory.SelfAttribute("material.area")
    is_current = True
    on = LONG_AGO
    typed_at: Any = TYPED


class StaffUpdateFactory(Begun):
    """The published statistics, to all managers."""

    class Meta:
        model = models.StaffUpdate

    ref = factory.Sequence(lambda n: f"UP-{n + 1000}")
    about = Told.STATISTICS
    title = "The year’s referral statistics"
    to = "All managers"
