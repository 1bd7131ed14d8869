"""A paper as Word and as PDF: every block in both, tagged and headed, and nothing typed is ever markup."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dueregard.ui.papers import Block, Paper, as_pdf, as_word, facts, heading, listing, note, paragraph, part, table

MADE = datetime(2026, 11, 18, 10, tzinfo=UTC)


def a_paper(*blocks: Block, **more: object) -> Paper:
    said = {"title": "A pack", "subject": "Meetings", "area": "Westmarch", "author": "A clerk", "marking": "OFFICIAL"}
    return Paper(**(said | {"made_at": MADE, "made_words": "Made today"} | more), blocks=blocks)


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).replace("\u200b", "")


def test_the_pdf_is_tagged_and_says_what_it_is_and_in_which_language():
    pdf = PdfReader(BytesIO(as_pdf(a_paper(part("One"), paragraph("Words")))))

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert (pdf.metadata.title, pdf.metadata.author, pdf.metadata.subject) == ("A pack", "A clerk", "Meetings")


def test_the_word_file_has_headings_heads_of_columns_and_a_language():
    word = Document(BytesIO(as_word(a_paper(part("One"), heading(2, "Two"), *table("Table", ("A", "B"), [("1", "2")])))))

    assert [line.style.name for line in word.paragraphs if line.style.name[:5] in {"Title", "Headi"}] == ["Title", "Heading 1", "Heading 2"]
    assert "w:tblHeader" in word.tables[0].rows[0]._tr.xml
    assert 'w:val="en-GB"' in word.styles["Normal"].element.xml
    assert (word.core_properties.title, word.core_properties.author, word.core_properties.language) == ("A pack", "A clerk", "en-GB")


def test_every_kind_of_block_is_in_both():
    blocks = (
        *(part("A part"), heading(2, "A heading"), paragraph("A paragraph"), note("A note"), facts([("What", "Fact")], caption="Facts")),
        *listing("A list", ["An entry"]),
        *table("A table", ("Head",), [["First\nSecond"]], leading=0),
    )

    words = ("A part", "A heading", "A paragraph", "A note", "Fact", "A list", "An entry", "A table", "Head", "First", "Second")

    word = Document(BytesIO(as_word(a_paper(*blocks, has_contents=True))))
    in_word = "\n".join(
        [line.text for line in word.paragraphs] + [cell.text for made in word.tables for row in made.rows for cell in row.cells]
    )
    in_pdf = text_of(as_pdf(a_paper(*blocks, has_contents=True)))
    assert not [each for each in words if each not in in_word or each not in in_pdf]


@pytest.mark.parametrize("typed", ["🎉", "👩‍👩‍👧", "漢字", "🇬🇧"])
def test_a_character_no_font_draws_is_named_and_never_stops_the_file(typed):
    text = text_of(as_pdf(a_paper(paragraph(f"before {typed} after"), *table("", ("Head",), [[typed]]), title=f"Title {typed}")))

    assert "before [" in text
    assert "] after" in text


@pytest.mark.parametrize("typed", ["#sys.inputs", "*a* _b_ $c$", "\\ \" ' @x <y>", "]]} #{", "= Heading", "- list", "/* */ // x"])
def test_markup_is_printed_as_it_was_typed(typed):
    text = text_of(as_pdf(a_paper(paragraph(typed), *listing(typed, [typed]), *table(typed, (typed,), [[typed]], leading=0))))

    assert text.count(typed) == 6


def test_columns_of_middling_words_leave_room_for_the_one_with_sentences():
    heads = ("Action", "Owner", "Starts", "Due", "How it is going", "Risks")
    rows = [
        (
            "A-2: look into the lettings of every hall in the county",
            "Westmarch Council",
            "1 September 2026",
            "30 September 2026",
            "On course",
            "R1, RS1, R12",
        )
    ]
    [block] = [one for one in table("", heads, rows) if one.heads]

    word = Document(BytesIO(as_word(a_paper(block))))

    assert min(column.width.cm for column in word.tables[0].columns) > 1
    assert sum(column.width.cm for column in word.tables[0].columns) < 16.7
    assert "look into the lettings" in " ".join(text_of(as_pdf(a_paper(block))).split())


def test_a_head_of_a_narrow_column_is_not_broken_in_two_in_word():
    heads = (
        "Body and team",
        "Awareness",
        "Referral",
        "Ideology",
        "For Prevent-specific posts",
        "Due diligence for venue staff",
        "For members",
    )
    rows = [("Adult social care of the county", "7 people", "8 of 9", "Not shown", "Not needed", "Not needed", "Not needed")]

    word = Document(BytesIO(as_word(a_paper(*table("Coverage", heads, rows)))))

    widths = [column.width.cm for column in word.tables[0].columns]
    assert widths[1] >= 0.2 * len("Awareness") + 0.4
    assert sum(widths) == pytest.approx(16.6, abs=0.1)


def test_a_long_word_stays_between_the_margins():
    word = "m" * 400

    pages = PdfReader(BytesIO(as_pdf(a_paper(paragraph(word), *table("", ("A", "B"), [(word, word)]))))).pages

    longest = max(len(line) for page in pages for line in page.extract_text().splitlines())
    assert longest < 130


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=25)
def test_no_text_stops_a_file(typed):
    paper = a_paper(paragraph(typed), heading(1, typed), *listing("List", [typed]), *table("", ("Head",), [[typed]], leading=0))

    assert as_pdf(paper).startswith(b"%PDF")
    assert as_word(paper).startswith(b"PK")


def test_the_same_paper_is_the_same_pdf():
    paper = a_paper(paragraph("Words"))

    assert as_pdf(paper) == as_pdf(paper)
