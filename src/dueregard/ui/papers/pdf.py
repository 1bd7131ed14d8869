"""A paper as a PDF: tagged (PDF/UA-1), headed, with a title and a language; the words go in as data, never as markup."""

import json
import re
import unicodedata
from datetime import UTC
from functools import cache
from pathlib import Path

import typst

from dueregard.ui.papers.blocks import Paper

TEMPLATE = Path(__file__).parent / "paper.typ"
SANS = ("Arial", "Helvetica", "Liberation Sans", "Noto Sans", "DejaVu Sans", "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Emoji")
NOT_DRAWN = re.compile(r'the text `"(.*?)"` could not be displayed')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def as_pdf(paper: Paper) -> bytes:
    """A paper as the bytes of a PDF. A character that no font of the machine can draw is printed as its name in square brackets."""
    words = json.dumps(_data(paper), ensure_ascii=False)
    try:
        return _compiled(words, paper)
    except typst.TypstError as error:
        missing = _not_drawn(error.diagnostic)
        if not missing:
            raise
    for mark in missing:
        words = words.replace(mark, _name_of(mark))
    return _compiled(words, paper)


def _data(paper: Paper) -> dict[str, object]:
    data = paper.model_dump(mode="json", exclude={"made_at", "blocks"})
    blocks = [{**block.model_dump(mode="json"), "shares": block.shares} for block in paper.blocks]
    return {**data, "blocks": blocks, "fonts": _fonts()}


@cache
def _fonts() -> list[str]:
    there = set(typst.Fonts().families())
    return [family for family in SANS if family in there]


def _compiled(words: str, paper: Paper) -> bytes:
    at = paper.made_at.astimezone(UTC).replace(microsecond=0)  # all that the compiler takes
    made = typst.compile(TEMPLATE, format="pdf", sys_inputs={"data": words}, pdf_standards=["ua-1"], timestamp=at)
    return bytes(made)


def _not_drawn(diagnostic: str) -> set[str]:
    """The characters the compiler says it has no font for."""
    said = (ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) for text in NOT_DRAWN.findall(diagnostic))
    return {mark for text in said for mark in text if ord(mark) > 127}


def _name_of(mark: str) -> str:
    if unicodedata.category(mark) in {"Cf", "Mn"}:
        return ""  # joins or shapes the character before it, which is named
    return f"[{unicodedata.name(mark, f'character {ord(mark):X}').lower()}]"
