"""An Excel workbook read row by row: a million rows, empty or not, take no more room than one."""

import re
from collections.abc import Generator, Iterator, Sequence
from tempfile import TemporaryFile
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError

from dueregard.sheets.rules.elements import Element, elements
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.rules.bringing_in.workbook_rows import Labels, RowReader, SharedTexts, pieces

MOST_UNPACKED = 8 * 1024**3  # a sheet has at most a million rows: no true one comes near
MOST_TIMES = 400  # how many times its size a file may unpack to; a million empty rows come to some eighty
SMALL = 20 * 1024**2  # below this nothing is a bomb
MOST_OF_A_PART = 16 * 1024**2  # of the parts read whole
DAMAGED = "This Excel file is damaged, cut off or locked. Open it, save it again as .xlsx and try once more"
BOMB = "Unpacked, this file is far larger than any table somebody keeps. Copy the table into a new file"
NO_WORKBOOK = "This is not an Excel workbook (.xlsx), whatever its name says. Save the table as Excel or CSV"
SHARED = "xl/sharedStrings.xml"
NO_WORDS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # of a number format: what is printed as it stands
BUILT_IN_DAYS = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)})


def workbook_rows(file: BinaryIO) -> Generator[tuple[int, Sequence[str]], None, None]:
    """The rows of the first sheet with something in them, each with its number; a cell is words, a day is year-month-day."""
    try:
        with ZipFile(file) as packed:
            _refuse_bombs(packed)
            yield from _rows(packed)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, KeyError, ValueError, DeflateError, expat.ExpatError):
        raise Unreadable(DAMAGED) from None


def _refuse_bombs(packed: ZipFile) -> None:
    unpacked, kept = (sum(sizes) for sizes in zip(*((part.file_size, part.compress_size) for part in packed.infolist()), strict=True))
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_TIMES * kept):
        raise Unreadable(BOMB)
    if "xl/workbook.xml" not in packed.namelist():
        raise Unreadable(NO_WORKBOOK)


def _rows(packed: ZipFile) -> Iterator[tuple[int, list[str]]]:
    book = _part(packed, "xl/workbook.xml")
    name = _first_sheet(packed, book)
    with packed.open(name) as part:
        labels = Labels.found_in(part)
    with TemporaryFile() as kept:
        texts = SharedTexts(kept)
        if SHARED in packed.namelist():
            with packed.open(SHARED) as part:
                texts.read(part)
        reader = RowReader(texts, dated=_day_styles(packed), is_1904=_is_1904(book))
        with packed.open(name) as part:
            for _ in pieces(reader.parser, part):
                yield from labels.filled(reader.taken())


def _part(packed: ZipFile, name: str) -> list[Element]:
    """The elements of a small part, in its order."""
    if packed.getinfo(name).file_size > MOST_OF_A_PART:
        raise Unreadable(DAMAGED)
    return elements(packed.read(name))


def _first_sheet(packed: ZipFile, book: list[Element]) -> str:
    """The first sheet that is not hidden."""
    sheets = [sheet.said for sheet in book if sheet.name == "sheet" and sheet.said.get("state", "visible") == "visible"]
    if not sheets:
        raise Unreadable("The file has no sheet")
    relations = {one.said.get("Id"): one.said.get("Target", "") for one in _part(packed, "xl/_rels/workbook.xml.rels")}
    target = relations.get(sheets[0].get("id"), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _is_1904(book: list[Element]) -> bool:
    """Whether days are counted from 1904, as Excel once did on a Macintosh."""
    return any(one.name == "workbookPr" and one.said.get("date1904", "0") in {"1", "true"} for one in book)


def _day_styles(packed: ZipFile) -> frozenset[int]:
    """The cell styles that show a number as a day."""
    if "xl/styles.xml" not in packed.namelist():
        return frozenset()
    styles = _part(packed, "xl/styles.xml")
    formats = ((one.said.get("numFmtId", ""), one.said.get("formatCode", "")) for one in styles if one.name == "numFmt")
    written = {number: NO_WORDS.sub("", code).lower() for number, code in formats}
    own = {number for number, code in written.items() if "d" in code or "yy" in code}
    numbers = enumerate(one.said.get("numFmtId", "0") for one in styles if one.name == "xf" and one.within == "cellXfs")
    return frozenset(place for place, number in numbers if number in own or (number.isdecimal() and int(number) in BUILT_IN_DAYS))
