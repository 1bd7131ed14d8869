"""The return as a PDF: tagged, headed, with a title and a language; the words go in as data, never as markup."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import typst

from dueregard.assurance.exchange.blocks import return_blocks, title_of
from dueregard.assurance.rules.contents import HomeOfficeSeen, RoundContents

TEMPLATE = Path(__file__).parents[1] / "typst" / "return.typ"


def return_as_pdf(contents: RoundContents, views: Sequence[HomeOfficeSeen], *, printed_by: str, printed_at: datetime) -> bytes:
    """The return of a round, open or signed, as the bytes of a PDF."""
    blocks = return_blocks(contents, views, printed_by=printed_by, printed_at=printed_at)
    data = {
        "title": title_of(contents),
        "author": printed_by,
        "marking": contents.marking.upper(),
        "blocks": [block.model_dump(mode="json") for block in blocks],
    }
    made = typst.compile(TEMPLATE, format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)})
    return bytes(made)
