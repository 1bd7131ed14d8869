"""The plain dated registers: nil returns, members' briefings, links beyond the area, exchanges, the strategic officer's part."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.agenda import AgendaItem
from dueregard.partnership.models.meetings import Meeting
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.rules.decisions import NilAbout
from dueregard.partnership.rules.reach import BriefingAbout, InvolvementKind, LinkKind
from dueregard.privacy import marking


class NilReturn(Record):
    """A named post says that nothing of a kind arose in a period. N-1 …"""

    about = models.CharField(max_length=30, choices=NilAbout.choices)
    since = models.DateField()
    until = models.DateField()
    on = models.DateField()
    post = models.ForeignKey("organisations.Post", models.PROTECT, related_name="+")

    class Privacy:
        plain = RECORD | {"about", "since", "until", "on", "post"}
        personal: set[str] = set()


class MemberBriefing(Record):
    """Elected members were briefed. BR-1 …"""

    about = models.CharField(max_length=10, choices=BriefingAbout.choices)
    audience = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    on = models.DateField()
    post = models.ForeignKey("organisations.Post", models.PROTECT, null=True, related_name="+")  # who briefed them

    class Privacy:
        plain = RECORD | {"about", "audience", "words", "on", "post"}
        personal: set[str] = set()


class AreaLink(Record):
    """A link with another area, a specified authority or a network. L-1 …"""

    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    with_whom = models.CharField(max_length=200)
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"kind", "with_whom", "on"}
        personal: set[str] = set()


class AreaLinkEnd(Row):
    """A link ended; the date is its last day."""

    link = models.OneToOneField(AreaLink, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"link", "on"}
        personal: set[str] = set()


class AreaLinkDeed(Record):
    """Something was done under a link. LD-1 …"""

    link = models.ForeignKey(AreaLink, models.PROTECT, related_name="deeds")
    what = models.CharField(max_length=400)
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"link", "what", "on"}
        personal: set[str] = set()


class Exchange(Record):
    """An exchange with a community organisation. X-1 …"""

    organisation = models.CharField(max_length=160)
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=160)  # a visit, a letter, a meeting, in words
    on = models.DateField()
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"organisation", "body", "how", "on", "marking"}
        personal: set[str] = set()


class ExchangeHeard(Row):
    """What the organisation said."""

    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="heard")
    words = models.TextField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"exchange", "words", "on"}
        personal: set[str] = set()


class ExchangeAnswer(Row):
    """What was answered, and what changed."""

    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="answers")
    words = models.TextField()
    on = models.DateField()

    class Privacy:
        plain = ROW | {"exchange", "words", "on"}
        personal: set[str] = set()


class ExchangeReport(Row):
    """The group was told of an exchange at a meeting."""

    exchange = models.ForeignKey(Exchange, models.PROTECT, related_name="reports")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="exchange_reports")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"exchange", "meeting", "item", "on"}
        personal: set[str] = set()


class Involvement(Record):
    """A senior officer took part in a way that no other record shows. V-1 …"""

    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=InvolvementKind.choices)
    what = models.CharField(max_length=200)
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"how", "what", "on"}
        personal = {"person"}
