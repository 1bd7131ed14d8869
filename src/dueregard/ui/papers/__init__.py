"""Papers people hold in their hands: a row of plain blocks, printed as Word and as PDF from the same blocks."""

from dueregard.ui.papers.blocks import Block, Paper, facts, heading, listing, note, paragraph, part, table
from dueregard.ui.papers.pdf import as_pdf
from dueregard.ui.papers.word import as_word

PRINTERS = {"docx": as_word, "pdf": as_pdf}

__all__ = ["PRINTERS", "Block", "Paper", "as_pdf", "as_word", "facts", "heading", "listing", "note", "paragraph", "part", "table"]
