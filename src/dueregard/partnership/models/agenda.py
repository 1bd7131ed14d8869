"""The agenda of a meeting and what was made of it: items, minutes, papers, declarations, corrections."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.meetings import Meeting
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.rules.agenda import ItemOutcome
from dueregard.partnership.rules.meetings import ItemKind
from dueregard.privacy import marking


class AgendaItem(Record):
    """Something a meeting takes up. Title, order, time and presenter may change until it is held; what it is about may not. I-1 …"""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    on = models.DateField()  # when it was put on the agenda
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    minutes_allotted = models.PositiveSmallIntegerField(null=True)
    presenter = models.CharField(max_length=160, blank=True)  # a post, or words
    marking = marking.field()
    carried_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    terms = models.ForeignKey("partnership.GroupTerms", models.PROTECT, null=True, related_name="items")
    action = models.ForeignKey("partnership.Action", models.PROTECT, null=True, related_name="items")
    exchange = models.ForeignKey("partnership.Exchange", models.PROTECT, null=True, related_name="items")
    minutes_of = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = (
            RECORD
            | {"meeting", "kind", "on", "position", "title", "minutes_allotted", "marking"}
            | {
                "carried_from",
                "terms",
                "action",
                "exchange",
                "minutes_of",
            }
        )
        personal = {"presenter"}


class ItemAction(Row):
    """An action is taken up at an item, perhaps with others, as when a meeting reviews those of the plan."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="taken_up")
    action = models.ForeignKey("partnership.Action", models.PROTECT, related_name="taken_up")
    on = models.DateField()  # when it was put there

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "action"], name="partnership_itemaction_once")]

    class Privacy:
        plain = ROW | {"item", "action", "on"}
        personal: set[str] = set()


class ItemWithdrawal(Row):
    """An item was taken off the agenda before the meeting."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="withdrawal")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"item", "on"}
        personal: set[str] = set()


class ItemStart(Row):
    """The meeting came to an item at a time of its day."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="starts")
    at = models.TimeField()

    class Privacy:
        plain = ROW | {"item", "at"}
        personal: set[str] = set()


class Minute(Row):
    """What was said of an item and what became of it. The row typed last holds, until the minutes are cleared."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="minutes")
    words = models.TextField(blank=True)
    outcome = models.CharField(max_length=12, choices=ItemOutcome.choices)
    marking = marking.field()

    class Privacy:
        plain = ROW | {"item", "words", "outcome", "marking"}
        personal: set[str] = set()


class Paper(Record):
    """A version of a document went to an item. PA-1 …"""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="papers")
    version_read = models.ForeignKey("documents.Version", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"item", "version_read", "on"}
        personal: set[str] = set()

    @property
    def marking(self) -> str:
        """That of its item or of its document, whichever is the higher."""
        return marking.highest((self.item.marking, self.version_read.document.marking))


class PaperCheck(Row):
    """A Security Threat Check was made of a paper; it covers the decisions taken under it."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="checks")
    check_made = models.ForeignKey("guidance.ThreatCheck", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"paper", "check_made", "on"}
        personal: set[str] = set()


class Declaration(Row):
    """Somebody declared an interest, at a meeting or in one of its items."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="declarations")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="declarations")
    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    words = models.CharField(max_length=400)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"meeting", "item", "on"}
        personal = {"person", "words"}


class Correction(Record):
    """The record of a meeting was put right after it was locked: beside it, dated. K-1 …"""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="corrections")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="corrections")
    decision = models.ForeignKey("partnership.Decision", models.PROTECT, null=True, related_name="corrections")
    at_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")  # approved there with this correction
    words = models.TextField()
    on = models.DateField()
    marking = marking.field()

    class Privacy:
        plain = RECORD | {"meeting", "item", "decision", "at_meeting", "words", "on", "marking"}
        personal: set[str] = set()
