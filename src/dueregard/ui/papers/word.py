"""A paper as a Word file: headed, with a title, a language, and the marking and the page's number on each page."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dueregard.ui.papers.blocks import Block, Paper

INK = RGBColor(0x0B, 0x0C, 0x0C)
SIZES = {"Normal": 11, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Heading 3": 11, "Caption": 10}
WIDTH = 16.6  # centimetres between the margins of A4
A_LETTER = 0.19  # centimetres a letter takes in a table, more or less
A_BOLD_LETTER, BESIDE = 0.2, 0.45  # one of a column's head, and what a cell keeps free on both sides
WIDEST_WORD = 5.0  # an address may break


def as_word(paper: Paper) -> bytes:
    """A paper as the bytes of a Word file."""
    word = Document()
    _name(word, paper)
    _style(word)
    _frame(word, paper)
    word.add_heading(paper.title, level=0)
    if paper.has_contents:
        _contents(word, paper.parts)
    for block in paper.blocks:
        _add(word, block)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _name(word: Any, paper: Paper) -> None:
    about = word.core_properties
    about.title, about.subject, about.author, about.last_modified_by = paper.title[:255], paper.subject[:255], paper.author, paper.author
    about.language, about.category, about.comments = "en-GB", paper.marking, ""
    about.created = about.modified = paper.made_at.replace(tzinfo=None)


def _style(word: Any) -> None:
    for name, size in SIZES.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), INK
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    word.styles["Normal"].element.get_or_add_rPr().append(language)


def _frame(word: Any, paper: Paper) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    head.add_run(paper.marking).bold = True
    foot.add_run(f"{paper.marking}\n").bold = True
    foot.add_run(f"{paper.area}. {paper.made_words}\nPage ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")
    for line in (head, foot):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in line.runs:
            run.font.size = Pt(9)


def _field(line: Any, says: str) -> None:
    _mark(line, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = says
    line.add_run()._r.append(instruction)
    _mark(line, "separate")
    line.add_run("1")
    _mark(line, "end")


def _mark(line: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    line.add_run()._r.append(mark)


def _contents(word: Any, parts: Iterable[str]) -> None:
    word.add_paragraph().add_run("In this paper").bold = True
    for words in parts:
        word.add_paragraph(words, style="List Number")


def _add(word: Any, block: Block) -> None:
    if block.kind == "heading":
        word.add_heading(block.text, level=block.level).paragraph_format.page_break_before = block.opens_page
    elif block.kind == "list":
        for item in block.items:
            word.add_paragraph(item, style="List Bullet")
    elif block.kind == "table":
        _table(word, block)
    else:
        line = word.add_paragraph()
        line.add_run(block.text).bold = block.kind == "label"
        line.paragraph_format.keep_with_next = block.kind == "label"
        if block.kind == "note":
            _set_off(line)


def _set_off(line: Any) -> None:
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", "505A5F")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    line._p.get_or_add_pPr().append(borders)


def _table(word: Any, block: Block) -> None:
    if block.text:
        word.add_paragraph(block.text, style="Caption").paragraph_format.keep_with_next = True
    table = word.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    table.autofit = False
    for cell, words in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    _mark_row(table.rows[0], "w:tblHeader")  # so that a reader hears the head of each column
    for row in block.rows:
        for place, (cell, words) in enumerate(zip(table.add_row().cells, row, strict=True)):
            first, newline, rest = words.partition("\n") if place == block.leading else ("", "", words)
            cell.paragraphs[0].add_run(first + newline).bold = True
            cell.paragraphs[0].add_run(rest)
    widths = _widths(block)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)  # the grid, which other programs than Word go by
    for row in table.rows:
        _mark_row(row, "w:cantSplit")
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            _tighten(cell.paragraphs)
    word.add_paragraph().paragraph_format.space_after = Pt(2)


def _tighten(lines: Iterable[Any]) -> None:
    for line in lines:
        line.paragraph_format.space_after = Pt(2)
        for run in line.runs:
            run.font.size = Pt(10)


def _widths(block: Block) -> list[float]:
    """The columns in centimetres: what keeps its width, then the rest shared."""
    columns = zip(block.heads, *block.rows, strict=True)
    own = [1 + A_LETTER * max(len(line) for cell in column for line in cell.split("\n")) for column in columns]
    left = WIDTH - sum(width for width, share in zip(own, block.shares, strict=True) if not share)
    shared = [width if not share else left * share / sum(block.shares) for width, share in zip(own, block.shares, strict=True)]
    return _with_room_for_words(shared, [_longest_word(head, rows) for head, *rows in zip(block.heads, *block.rows, strict=True)])


def _longest_word(head: str, rows: Iterable[str]) -> float:
    """What the longest word of a column needs: broken in two, a head cannot be read."""
    below = max((len(word) for cell in rows for word in cell.replace("-", "- ").split()), default=0)
    bold = max((len(word) for word in head.replace("-", "- ").split()), default=0)
    return min(WIDEST_WORD, BESIDE + max(A_LETTER * below, A_BOLD_LETTER * bold))


def _with_room_for_words(widths: list[float], least: list[float]) -> list[float]:
    """The widths, the narrow ones taking what they need from those that have more; as they were where there is not enough."""
    wanted = sum(max(0, need - width) for width, need in zip(widths, least, strict=True))
    over = sum(max(0, width - need) for width, need in zip(widths, least, strict=True))
    if not wanted or wanted > over:
        return widths
    return [need if width < need else width - (width - need) * wanted / over for width, need in zip(widths, least, strict=True)]


def _mark_row(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
