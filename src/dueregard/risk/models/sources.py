"""What the assessment rests on: sources of every kind, the local profile by reference only, and what was given towards it."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.privacy import marking
from dueregard.risk.models.plain import RECORD, ROW
from dueregard.risk.rules.sources import SourceKind, ThreatLevel


class Source(Record):
    """Something known of the local threat, from a day. S-1 …; an Official-Sensitive one SS-1 …, so that no gap in numbers tells of it."""

    kind = models.CharField(max_length=14, choices=SourceKind.choices)
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)  # what it says to us; empty for the local profile, of which no copy is kept
    on = models.DateField()  # received, or made known
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")  # who contributed it
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"kind", "title", "words", "on", "body", "marking"}
        personal = {"person"}


class SourceWithdrawal(Row):
    """A source was entered by mistake, or no longer stands."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="withdrawal")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"source", "on", "because"}
        personal: set[str] = set()


class Profile(Row):
    """One edition of the counter-terrorism local profile, by reference: it is the police's, and no copy is kept here."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="profile")
    edition = models.CharField(max_length=80)
    dated = models.DateField()  # the date the edition bears; the source's own date is when it was received
    custodian = models.ForeignKey("organisations.Post", models.PROTECT, null=True, related_name="+")
    held_at = models.CharField(max_length=200)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"source", "edition", "dated", "custodian", "held_at", "on"}
        personal: set[str] = set()


class ProfileBriefing(Row):
    """Somebody was briefed on an edition of the local profile: a body, or an audience in words."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="briefings")
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")
    audience = models.CharField(max_length=200, blank=True)
    given_by = models.ForeignKey("organisations.Post", models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"source", "body", "audience", "given_by", "on"}
        personal: set[str] = set()


class Prompt(Row):
    """A prompt of the local profile in the words its originator released, with who released them and when."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="prompts")
    words = models.CharField(max_length=600)
    released_by = models.CharField(max_length=160)  # a post of the originator
    released_on = models.DateField()
    on = models.DateField()
    marking = marking.field()

    class Privacy:
        plain = ROW | {"source", "words", "released_by", "released_on", "on", "marking"}
        personal: set[str] = set()


class LevelSet(Row):
    """The national threat level was set."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="levels")
    level = models.CharField(max_length=12, choices=ThreatLevel.choices)
    on = models.DateField()
    words = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"source", "level", "on", "words"}
        personal: set[str] = set()


class Reading(Row):
    """A reading of a data series: a figure for a period, in the unit the source's title says."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="readings")
    covers_from = models.DateField(null=True)
    covers_to = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    unit = models.CharField(max_length=40)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"source", "covers_from", "covers_to", "value", "unit", "words", "on"}
        personal: set[str] = set()


class Contribution(Record):
    """A body of the area gave something towards the local profile. CC-1 …"""

    what = models.CharField(max_length=400)
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    towards = models.CharField(max_length=80, blank=True)  # the edition it was meant for, in words
    on = models.DateField()
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"what", "body", "towards", "on", "marking"}
        personal = {"person"}


class ProfileRequest(Record):
    """Police were asked for a local profile, or for a newer one. CQ-1 …"""

    words = models.CharField(max_length=400)
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")  # who was asked
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"words", "body", "on"}
        personal: set[str] = set()


class ProfileAnswer(Row):
    """Police answered a request for the local profile."""

    request = models.ForeignKey(ProfileRequest, models.PROTECT, related_name="answers")
    words = models.CharField(max_length=400)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"request", "words", "on"}
        personal: set[str] = set()
