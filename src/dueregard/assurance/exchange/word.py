"""The return as a Word file."""

from collections.abc import Sequence
from datetime import datetime

from dueregard.assurance.exchange.blocks import return_paper
from dueregard.assurance.rules.contents import HomeOfficeSeen, RoundContents
from dueregard.ui.papers import as_word


def return_as_word(
    contents: RoundContents, views: Sequence[HomeOfficeSeen], *, digest: str, printed_by: str, printed_at: datetime
) -> bytes:
    """The return of a round, open or signed, as the bytes of a Word file."""
    return as_word(return_paper(contents, views, digest=digest, printed_by=printed_by, printed_at=printed_at))
