"""The shape of the register's part of an area file."""

from datetime import date

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.documents.models import Approval, Clause, Correction, Document, File, Link, Removal, Version, Withdrawal


class ReviewIn(Dated):
    """A review settled on a day."""

    due: date


class SignatoryIn(Dated):
    """A body signed."""

    body: str


@held_in(Clause)
class ClauseIn(Dated):
    """A clause read on a day."""

    place: str
    covers: str
    read_by: str | None = None


@held_in(File, name="original_name")
class FileIn(Dated):
    """A file by its digest; its bytes are in the folder beside the area file under that digest, or held elsewhere."""

    number: int
    digest: str
    size: int
    type: str
    name: str = ""


@held_in(Link)
class LinkIn(Dated):
    """A link."""

    address: str


@held_in(Removal)
class RemovalIn(Dated):
    """A file or a link that was taken out."""

    because: str
    held_since: date
    number: int | None = None
    digest: str = ""


@held_in(Withdrawal)
class WithdrawalIn(Dated):
    """A document or a version no longer stands."""

    because: str


@held_in(Approval)
class ApprovalIn(Dated):
    """A version was approved."""

    minute: str = ""
    decision: str = ""


@held_in(Version)
class VersionIn(Dated):
    """A version; its date is the day it was received or made."""

    number: int
    label: str = ""
    covers_from: date | None = None
    covers_to: date | None = None
    approved: ApprovalIn | None = None
    reviews: list[ReviewIn] = []
    signatories: list[SignatoryIn] = []
    clauses: list[ClauseIn] = []
    files: list[FileIn] = []
    links: list[LinkIn] = []
    removals: list[RemovalIn] = []
    withdrawn: WithdrawalIn | None = None


class OwnerIn(Dated):
    """A post owned the document from a day."""

    post: str


@held_in(Correction)
class CorrectionIn(Dated):
    """A title or a marking put right; what is not given stayed."""

    because: str
    title: str | None = None
    marking: str | None = None


@held_in(Document)
class DocumentIn(Dated):
    """A document as it came into the register; its corrections come after."""

    ref: str
    kind: str
    title: str
    marking: str = "official"
    owners: list[OwnerIn] = []
    corrections: list[CorrectionIn] = []
    versions: list[VersionIn] = []
    withdrawn: WithdrawalIn | None = None


class Documents(Strict):
    """The part called documents."""

    held: list[DocumentIn]
    files_from: str = ""  # the loader says where the bytes are; never in a file
