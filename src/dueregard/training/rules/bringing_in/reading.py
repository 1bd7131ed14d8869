"""A file as rows of cells, one after another, whatever its size: CSV or Excel, found by its bytes."""

import codecs
import csv
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from dueregard.partnership.rules.bringing_in.tables import NOT_TEXT, STARTS, Unreadable, is_strange, separator_of
from dueregard.training.rules.bringing_in.workbook import workbook_rows

Cells = Sequence[str]
Numbered = tuple[int, Cells]  # a row with its number in the file

HEAD = 64 * 1024
PIECE = 1024 * 1024
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MOST_LINES = 100  # of one cell: a quotation that never ends would swallow the file
NEVER_ENDS = "Row {row} begins a quotation that never ends, or holds something that is no text. Save the file again as CSV"
EMPTY = "The file is empty"
ENDLESS = "The file holds a line longer than any row of a table, or was cut off and filled up with nothing. Save the table again as CSV"


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows of a file with something in them; the first holds the headings."""

    headings: Cells
    first: int  # the row the headings stand in
    after: Generator[Numbered, None, None]  # closed before the file is


def read_rows(file: BinaryIO) -> Rows:
    """The rows of a file, headings first; Unreadable says why there are none."""
    head = file.read(HEAD)
    file.seek(0)
    if not head.strip(b"\x00\r\n\t ,;\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(EMPTY)
    for start, why in STARTS:
        if head.startswith(start):
            raise Unreadable(why)
    is_workbook = head.startswith(b"PK")
    rows: Generator[Numbered, None, None] = workbook_rows(file) if is_workbook else _text_rows(file, head)
    found = next(rows, None)
    if found is None:
        raise Unreadable(EMPTY)
    headings = tuple(" ".join(cell.split()) for cell in found[1])
    return Rows(headings=headings, first=found[0], after=_widened(rows, len(headings)) if is_workbook else rows)


def _widened(rows: Generator[Numbered, None, None], width: int) -> Generator[Numbered, None, None]:
    """A workbook leaves out what is empty at the end of a row."""
    with closing(rows):
        for number, cells in rows:
            yield number, [*cells, *[""] * (width - len(cells))]


def encoding_of(file: BinaryIO, head: bytes) -> str:
    """In which letters a text file was saved: read through once, since the first foreign letter may stand in its last row."""
    told = next((encoding for mark, encoding in MARKS if head.startswith(mark)), "")
    if not told and b"\x00" in head[:2000]:
        told = "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
    decoder: codecs.IncrementalDecoder | None = None if told else codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(PIECE):
            if len(piece) == PIECE and b"\n" not in piece and b"\r" not in piece:
                raise Unreadable(ENDLESS)  # a line is read whole: one of two gigabytes would fill the memory
            decoder = _decoded(decoder, piece)
        return told or ("utf-8" if _decoded(decoder, b"", is_last=True) else "cp1252")
    finally:
        file.seek(0)


def _decoded(decoder: codecs.IncrementalDecoder | None, piece: bytes, *, is_last: bool = False) -> codecs.IncrementalDecoder | None:
    """The decoder, as long as all it was given is UTF-8."""
    try:
        if decoder:
            decoder.decode(piece, final=is_last)
    except UnicodeDecodeError:
        return None
    return decoder


def _text_rows(file: BinaryIO, head: bytes) -> Generator[Numbered, None, None]:
    text = TextIOWrapper(file, encoding=encoding_of(file, head), newline="")
    try:
        yield from _csv_rows(text)
    except UnicodeError:
        raise Unreadable(NOT_TEXT) from None
    finally:
        text.detach()


def _csv_rows(text: TextIOWrapper) -> Iterator[Numbered]:
    lines = [line for _, line in zip(range(40), text, strict=False)]
    first = "".join(lines)
    if is_strange(first):
        raise Unreadable(NOT_TEXT)
    told = lines[0].strip().lower() if lines else ""
    separator, skipped = (told[4], 1) if told.startswith("sep=") and len(told) == 5 else (separator_of(first), 0)
    reader = csv.reader(chain(lines[skipped:], text), delimiter=separator)
    number, before = skipped, 0
    try:
        for number, cells in enumerate(reader, start=skipped + 1):
            if reader.line_num - before > MOST_LINES:
                raise Unreadable(NEVER_ENDS.format(row=number))
            before = reader.line_num
            if any(cells):  # a row of commas alone is empty
                yield number, cells
    except csv.Error:
        raise Unreadable(NEVER_ENDS.format(row=number + 1)) from None
