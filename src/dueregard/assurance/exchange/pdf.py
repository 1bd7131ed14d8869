"""The return as a PDF."""

from collections.abc import Sequence
from datetime import datetime

from dueregard.assurance.exchange.blocks import return_paper
from dueregard.assurance.rules.contents import HomeOfficeSeen, RoundContents
from dueregard.ui.papers import as_pdf


def return_as_pdf(contents: RoundContents, views: Sequence[HomeOfficeSeen], *, digest: str, printed_by: str, printed_at: datetime) -> bytes:
    """The return of a round, open or signed, as the bytes of a PDF."""
    return as_pdf(return_paper(contents, views, digest=digest, printed_by=printed_by, printed_at=printed_at))
