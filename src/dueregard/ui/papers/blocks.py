"""The blocks of a paper: Word and PDF print the same ones, so that neither can leave a field out."""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator

from dueregard.basics.part import Strict

PAGE, PADDING, LEAST = 86, 6, 16  # characters: across a page, lost to the sides of a column, needed by a column of sentences
NARROW, WIDEST = 18, 48  # characters: up to how many a column keeps its width, and how many count when the others share the page


def printable(text: str) -> str:
    """Text without what no paper can print: control characters, halves of characters, and characters that are none."""
    return "".join(mark for mark in text.replace("\t", " ") if mark == "\n" or unicodedata.category(mark) not in {"Cc", "Cs", "Cn"})


def named(text: str) -> str:
    """A heading's words, which may not be empty: without a letter, a number or a sign, nobody could hear or find it."""
    return text if any(unicodedata.category(mark)[0] in "LNPS" for mark in text) else "Untitled"


Words = Annotated[str, AfterValidator(printable)]


class Block(Strict):
    """A heading, a paragraph, a note set off from the text, a label, a list or a table."""

    kind: str
    level: int = 0
    text: Words = ""
    items: tuple[Words, ...] = ()
    heads: tuple[Words, ...] = ()
    rows: tuple[tuple[Words, ...], ...] = ()
    opens_page: bool = False
    leading: int = -1  # the column of a table whose first line in each cell stands out

    @property
    def shares(self) -> tuple[int, ...]:
        """How the columns of a table share the page: 0 for one as wide as its words, otherwise by its longest line, within reason.

        Where those as wide as their words would leave the others too little, all of them share it.
        """
        longest = [max(len(line) for cell in column for line in cell.split("\n")) for column in zip(self.heads, *self.rows, strict=True)]
        shares = [0 if length <= NARROW else min(length, WIDEST) for length in longest]
        if sum(LEAST if share else length + PADDING for share, length in zip(shares, longest, strict=True)) > PAGE:
            return tuple(min(length, 2 * NARROW) + 2 * PADDING for length in longest)
        return tuple(shares if any(shares) else [*shares[:-1], NARROW])


class Paper(Strict):
    """Something to print: what it is, whose, how sensitive, who made it and when, and its blocks."""

    title: Words
    subject: Words
    area: Words
    author: Words
    marking: Words
    made_at: datetime  # in the time the council lives by
    made_words: Words  # who made it and when, at the foot of each page
    has_contents: bool = False
    blocks: tuple[Block, ...]

    @property
    def parts(self) -> list[str]:
        """Its parts, as its list of contents names them."""
        return [block.text for block in self.blocks if block.kind == "heading" and block.level == 1]


def part(text: str) -> Block:
    """A heading that opens a page."""
    return Block(kind="heading", level=1, text=named(printable(text)), opens_page=True)


def heading(level: int, text: str) -> Block:
    """A heading."""
    return Block(kind="heading", level=level, text=named(printable(text)))


def paragraph(text: str) -> Block:
    """A paragraph."""
    return Block(kind="paragraph", text=text)


def note(text: str) -> Block:
    """A paragraph set off from the text."""
    return Block(kind="note", text=text)


def listing(title: str, items: Sequence[str]) -> Iterator[Block]:
    """A titled list, if there is anything in it."""
    if items:
        yield Block(kind="label", text=title)
        yield Block(kind="list", items=tuple(items))


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, leading: int = -1) -> Iterator[Block]:
    """A table, if there is anything in it; in its leading column the first line of each cell stands out."""
    if rows:
        yield Block(kind="table", text=caption, heads=tuple(heads), rows=tuple(tuple(row) for row in rows), leading=leading)


def facts(rows: Sequence[tuple[str, str]], *, caption: str) -> Block:
    """A table of two columns."""
    return Block(kind="table", text=caption, heads=("What", "As it stands"), rows=tuple(rows))
