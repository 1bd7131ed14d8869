"""The register's tables: documents and their versions, and the dated rows that say what happened to each."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.documents.rules import ClauseTopic, DocumentKind, FileType
from dueregard.privacy.marking import field as marking_field

ROW = frozenset({"id", "area", "typed_at"})


class Document(Record):
    """A document by its title, whatever its edition. DOC-1, DOC-2 … Its kind and first day are fixed; a Correction puts the rest right."""

    kind = models.CharField(max_length=20, choices=DocumentKind.choices)
    title = models.CharField(max_length=200)
    marking = marking_field()
    on = models.DateField()  # the day it came into the register

    class Privacy:
        plain = {*ROW, "ref", "version", "once", "kind", "title", "marking", "on"}
        personal: set[str] = set()


class Correction(Row):
    """A document's title or marking was put right: what it said, what it says now, when and why."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="corrections")
    on = models.DateField()
    because = models.CharField(max_length=400)
    title_was = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    marking_was = marking_field()
    marking = marking_field()

    class Privacy:
        plain = {*ROW, "document", "on", "because", "title_was", "title", "marking_was", "marking"}
        personal: set[str] = set()


class Ownership(Row):
    """A post has owned a document from a day, until the next row says another."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="ownerships")
    post = models.ForeignKey("organisations.Post", models.PROTECT, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = {*ROW, "document", "post", "on"}
        personal: set[str] = set()


class Version(Row):
    """One edition of a document: the period it covers, and the day it was received or made. A wrong one is withdrawn and added anew."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=40, blank=True)  # what the document calls itself: 2.1, Final, March 2026
    covers_from = models.DateField(null=True, blank=True)
    covers_to = models.DateField(null=True, blank=True)
    on = models.DateField()  # received or made
    once = models.UUIDField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="documents_version_number"),
            models.UniqueConstraint(fields=["area", "once"], name="documents_version_once"),
        ]

    class Privacy:
        plain = {*ROW, "document", "number", "label", "covers_from", "covers_to", "on", "once"}
        personal: set[str] = set()


class Approval(Row):
    """A version was approved, with the minute and the decision in words; the decision itself links down to the version."""

    of = models.OneToOneField(Version, models.PROTECT, related_name="approval")
    on = models.DateField()
    minute = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=200, blank=True)

    class Privacy:
        plain = {*ROW, "of", "on", "minute", "decision"}
        personal: set[str] = set()


class ReviewDue(Row):
    """It was settled, on a day, when a version is next to be reviewed. The newest row holds."""

    of = models.ForeignKey(Version, models.PROTECT, related_name="reviews_due")
    on = models.DateField()
    due = models.DateField()

    class Privacy:
        plain = {*ROW, "of", "on", "due"}
        personal: set[str] = set()


class Signatory(Row):
    """A body signed a version of an information-sharing agreement."""

    of = models.ForeignKey(Version, models.PROTECT, related_name="signatories")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "body"], name="documents_signatory_once")]

    class Privacy:
        plain = {*ROW, "of", "body", "on"}
        personal: set[str] = set()


class Clause(Row):
    """Somebody read, on a day, that a place in a version covers something."""

    of = models.ForeignKey(Version, models.PROTECT, related_name="clauses")
    place = models.CharField(max_length=80)
    covers = models.CharField(max_length=20, choices=ClauseTopic.choices)
    on = models.DateField()
    read_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = {*ROW, "of", "place", "covers", "on"}
        personal = {"read_by"}


class File(Row):
    """The bytes of a version, or the word that they are held elsewhere. Row and bytes live and die together."""

    of = models.ForeignKey(Version, models.PROTECT, related_name="files")
    number = models.PositiveIntegerField()  # in its document: its name outside is DOC-1-v2-file-3.pdf
    digest = models.CharField(max_length=64)  # SHA-256
    size = models.PositiveBigIntegerField()
    type = models.CharField(max_length=5, choices=FileType.choices)  # found in the bytes, never in the name
    original_name = models.CharField(max_length=200, blank=True)  # as it came: in no address, no log, no download
    path = models.CharField(max_length=120, blank=True)  # below MEDIA_ROOT; empty: held elsewhere
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "digest"], name="documents_file_once")]

    class Privacy:
        plain = {*ROW, "of", "number", "digest", "size", "type", "path", "on"}
        personal = {"original_name"}


class Link(Row):
    """Where a version can be read outside: an https address."""

    of = models.ForeignKey(Version, models.PROTECT, related_name="links")
    address = models.URLField(max_length=500)
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "address"], name="documents_link_once")]

    class Privacy:
        plain = {*ROW, "of", "address", "on"}
        personal: set[str] = set()


class Removal(Row):
    """A file or a link was taken out of a version, with the reason. What it was stays known by its digest."""

    of = models.ForeignKey(Version, models.PROTECT, related_name="removals")
    on = models.DateField()
    because = models.CharField(max_length=400)
    number = models.PositiveIntegerField(null=True)  # the file's; none for a link
    digest = models.CharField(max_length=64, blank=True)
    held_since = models.DateField()

    class Privacy:
        plain = {*ROW, "of", "on", "because", "number", "digest", "held_since"}
        personal: set[str] = set()


class Withdrawal(Row):
    """A version, or where none is named the whole document, no longer stands."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="withdrawals")
    of = models.OneToOneField(Version, models.PROTECT, null=True, blank=True, related_name="withdrawal")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document"], condition=models.Q(of=None), name="documents_withdrawal_once")]

    class Privacy:
        plain = {*ROW, "document", "of", "on", "because"}
        personal: set[str] = set()
