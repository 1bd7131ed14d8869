"""Invented sources, the local profile by reference, and what was given towards it."""

from datetime import date
from decimal import Decimal
from typing import Any

import factory

from dueregard.organisations.tests.factories import TYPED, AreaFactory, BodyFactory, InArea
from dueregard.privacy.marking import Marking
from dueregard.risk import models
from dueregard.risk.rules.sources import SourceKind, ThreatLevel

KNOWN = date(2025, 10, 6)


class OfArea(InArea):
    """A record of the area itself. Its reference is far from those that deeds give, so that the two never meet."""

    class Meta:
        abstract = True

    area = factory.SubFactory(AreaFactory)
    on = KNOWN
    typed_at: Any = TYPED


class SourceFactory(OfArea):
    """Information from a partner, Official."""

    class Meta:
        model = models.Source

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)
        profile = factory.Trait(kind=SourceKind.PROFILE, title="Local profile", words="")
        trend = factory.Trait(kind=SourceKind.TREND)
        series = factory.Trait(kind=SourceKind.DATA, title="Reports of hate crime, a quarter")
        level = factory.Trait(kind=SourceKind.THREAT_LEVEL, title="National threat level")

    ref = factory.Sequence(lambda n: f"S-{n + 1000}")
    kind = SourceKind.PARTNER
    title = factory.Sequence(lambda n: f"What the youth service sees {n}")
    words = "Leaflets were left at two venues"


class OfSource(InArea):
    """A row of a source, in its area, on the day it became known."""

    class Meta:
        abstract = True

    _above = "source"
    source = factory.SubFactory(SourceFactory)
    area = factory.SelfAttribute("source.area")
    on = factory.SelfAttribute("source.on")
    typed_at: Any = TYPED


class SourceWithdrawalFactory(OfSource):
    """Withdrawn the day it became known."""

    class Meta:
        model = models.SourceWithdrawal

    because = "Entered twice"


class ProfileFactory(OfSource):
    """The local profile by reference, dated a month before it was received."""

    class Meta:
        model = models.Profile

    source = factory.SubFactory(SourceFactory, profile=True)
    edition = factory.Sequence(lambda n: f"Edition {n}")
    dated = date(2025, 9, 1)
    held_at = "With the police, in their own store"


class ProfileBriefingFactory(OfSource):
    """An audience in words was briefed on the local profile."""

    class Meta:
        model = models.ProfileBriefing

    class Params:
        of_a_body = factory.Trait(body=factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..source.area")), audience="")

    source = factory.SubFactory(SourceFactory, profile=True)
    audience = "The partnership group"


class PromptFactory(OfSource):
    """A prompt its originator released, Official."""

    class Meta:
        model = models.Prompt

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)

    source = factory.SubFactory(SourceFactory, profile=True)
    words = "Look at how halls are let"
    released_by = "Head of Prevent of the force"
    released_on = factory.SelfAttribute("on")


class LevelSetFactory(OfSource):
    """The threat level was set to substantial."""

    class Meta:
        model = models.LevelSet

    source = factory.SubFactory(SourceFactory, level=True)
    level = ThreatLevel.SUBSTANTIAL


class ReadingFactory(OfSource):
    """A reading of a quarter."""

    class Meta:
        model = models.Reading

    source = factory.SubFactory(SourceFactory, series=True)
    covers_from = date(2025, 7, 1)
    covers_to = date(2025, 9, 30)
    value = Decimal(12)
    unit = "reports"


class ContributionFactory(OfArea):
    """The council gave something towards the local profile."""

    class Meta:
        model = models.Contribution

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)

    ref = factory.Sequence(lambda n: f"CC-{n + 1000}")
    what = "Themes of referrals and of lettings, as counts"
    body = factory.SubFactory(BodyFactory, area=factory.SelfAttribute("..area"))


class ProfileRequestFactory(OfArea):
    """Police were asked for a newer local profile."""

    class Meta:
        model = models.ProfileRequest

    ref = factory.Sequence(lambda n: f"CQ-{n + 1000}")
    words = "When is the next edition to come?"


class ProfileAnswerFactory(InArea):
    """Police answered the day they were asked."""

    class Meta:
        model = models.ProfileAnswer

    _above = "request"
    request = factory.SubFactory(ProfileRequestFactory)
    area = factory.SelfAttribute("request.area")
    on = factory.SelfAttribute("request.on")
    words = "In the spring"
    typed_at: Any = TYPED
