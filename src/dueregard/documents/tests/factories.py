"""Invented documents, versions, files and clauses for tests."""

from datetime import date
from typing import Any

import factory

from dueregard.documents.models import Approval, Clause, Document, File, ReviewDue, Version, Withdrawal
from dueregard.documents.rules import ClauseTopic, DocumentKind
from dueregard.organisations.tests.factories import TYPED, AreaFactory, InArea
from dueregard.privacy.marking import Marking

RECEIVED = date(2025, 3, 3)


class DocumentFactory(InArea):
    """Terms of reference, Official. Its reference is far from those that deeds give."""

    class Meta:
        model = Document

    class Params:
        sensitive = factory.Trait(marking=Marking.SENSITIVE)
        sharing = factory.Trait(kind=DocumentKind.SHARING)

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"DOC-{n + 1000}")
    title = factory.Sequence(lambda n: f"Terms of reference {n}")
    kind = DocumentKind.TERMS
    on = RECEIVED
    typed_at: Any = TYPED


class VersionFactory(InArea):
    """The first version, received in March 2025."""

    class Meta:
        model = Version

    _above = "document"
    document = factory.SubFactory(DocumentFactory)
    area = factory.SelfAttribute("document.area")
    number = 1
    on = RECEIVED
    typed_at: Any = TYPED


class OfVersion(InArea):
    """A row of a version, in its area, on the day it was received."""

    class Meta:
        abstract = True

    _above = "of__document"
    of = factory.SubFactory(VersionFactory)
    area = factory.SelfAttribute("of.area")
    on = RECEIVED
    typed_at: Any = TYPED


class ApprovalFactory(OfVersion):
    """Approved on the day it was received."""

    class Meta:
        model = Approval


class ReviewDueFactory(OfVersion):
    """A review settled on the day it was received."""

    class Meta:
        model = ReviewDue

    due = date(2026, 3, 3)


class ClauseFactory(OfVersion):
    """A clause on delivery, read by nobody known."""

    class Meta:
        model = Clause

    place = factory.Sequence(lambda n: f"paragraph {n}")
    covers = ClauseTopic.DELIVERY


class FileFactory(OfVersion):
    """A file whose bytes are held elsewhere."""

    class Meta:
        model = File

    number = 1
    digest = factory.Sequence(lambda n: f"{n:064x}")
    size = 1000
    type = "pdf"


class WithdrawalFactory(InArea):
    """The whole document withdrawn in 2026."""

    class Meta:
        model = Withdrawal

    _above = "document"
    document = factory.SubFactory(DocumentFactory)
    area = factory.SelfAttribute("document.area")
    of = None
    on = date(2026, 1, 5)
    because = "Replaced by the council’s own"
    typed_at: Any = TYPED
