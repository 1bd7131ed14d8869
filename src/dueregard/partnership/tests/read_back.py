"""Files of a meeting made for the lead, and read back as the text somebody sees."""

from collections.abc import Iterable
from io import BytesIO

from docx import Document
from pypdf import PdfReader

from dueregard.organisations.models import Area
from dueregard.partnership.exchange import meeting_file
from dueregard.partnership.tests.stories import inside, the_lead_on

ENDINGS = ("pdf", "docx")
KINDS = ("pack", "minutes")
UNSEEN = "\u200b"  # where a long word may break


def text_of(content: bytes, ending: str) -> str:
    """All the words of a Word file or a PDF, without the blanks and breaks between them."""
    return squeezed(text_of_pdf(content) if ending == "pdf" else text_of_word(content))


def squeezed(words: str) -> str:
    """Words as they compare wherever the lines were broken."""
    return "".join(words.replace(UNSEEN, "").split())


def text_of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def text_of_word(content: bytes) -> str:
    word = Document(BytesIO(content))
    frame = [line.text for part in (word.sections[0].header, word.sections[0].footer) for line in part.paragraphs]
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*frame, *(line.text for line in word.paragraphs), *cells])


def made(area: Area, ref: str, *, kind: str, ending: str, **more: bool) -> str:
    with inside(area):
        return text_of(meeting_file(the_lead_on(area), ref, kind=kind, ending=ending, **more), ending)


def both(area: Area, ref: str, *, kind: str, **more: bool) -> dict[str, str]:
    """The file as PDF and as Word."""
    return {ending: made(area, ref, kind=kind, ending=ending, **more) for ending in ENDINGS}


def missing(texts: dict[str, str], wanted: Iterable[str]) -> list[tuple[str, str]]:
    """The words that are not in a file, by its ending."""
    return [(ending, words) for ending, text in texts.items() for words in wanted if squeezed(words) not in text]
