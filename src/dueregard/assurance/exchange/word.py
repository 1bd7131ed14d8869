"""The return as a Word file: headed, with a title, a language and the marking on each page."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dueregard.assurance.exchange.blocks import Block, return_blocks, title_of
from dueregard.assurance.rules.contents import HomeOfficeSeen, RoundContents


def return_as_word(contents: RoundContents, views: Sequence[HomeOfficeSeen], *, printed_by: str, printed_at: datetime) -> bytes:
    """The return of a round, open or signed, as the bytes of a Word file."""
    word = Document()
    _name(word, contents, printed_by=printed_by, printed_at=printed_at)
    word.add_heading(title_of(contents), level=0)
    for block in return_blocks(contents, views, printed_by=printed_by, printed_at=printed_at):
        _add(word, block)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _name(word: Any, contents: RoundContents, *, printed_by: str, printed_at: datetime) -> None:
    about = word.core_properties
    about.title, about.author, about.language = title_of(contents), printed_by, "en-GB"
    about.subject, about.comments = contents.framework_title, ""
    about.created = about.modified = printed_at.replace(tzinfo=None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    fonts = word.styles["Normal"].element.get_or_add_rPr()
    fonts.append(language)
    for part in (word.sections[0].header, word.sections[0].footer):
        part.paragraphs[0].text = contents.marking.upper()


def _add(word: Any, block: Block) -> None:
    if block.kind == "heading":
        word.add_heading(block.text, level=block.level)
    elif block.kind == "list":
        for item in block.items:
            word.add_paragraph(item, style="List Bullet")
    elif block.kind == "table":
        _table(word, block)
    else:
        paragraph = word.add_paragraph()
        paragraph.add_run(block.text).bold = block.kind == "label"


def _table(word: Any, block: Block) -> None:
    word.add_paragraph(block.text, style="Caption")
    table = word.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    marker = OxmlElement("w:tblHeader")
    marker.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(marker)  # so that a reader hears the head of each column
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
