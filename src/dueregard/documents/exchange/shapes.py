"""The shape of the register's part of an area file."""

from datetime import date

from dueregard.basics.part import Dated, Strict


class ReviewIn(Dated):
    """A review settled on a day."""

    due: date


class SignatoryIn(Dated):
    """A body signed."""

    body: str


class ClauseIn(Dated):
    """A clause read on a day."""

    place: str
    covers: str
    read_by: str | None = None


class FileIn(Dated):
    """A file by its digest; its bytes are in the folder beside the area file under that digest, or held elsewhere."""

    number: int
    digest: str
    size: int
    type: str
    name: str = ""


class LinkIn(Dated):
    """A link."""

    address: str


class RemovalIn(Dated):
    """A file or a link that was taken out."""

    because: str
    held_since: date
    number: int | None = None
    digest: str = ""


class WithdrawalIn(Dated):
    """A document or a version no longer stands."""

    because: str


class ApprovalIn(Dated):
    """A version was approved."""

    minute: str = ""
    decision: str = ""


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


class CorrectionIn(Dated):
    """A title or a marking put right; what is not given stayed."""

    because: str
    title: str | None = None
    marking: str | None = None


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
