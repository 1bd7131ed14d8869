"""A file as a table of cells: Excel or CSV, found by its bytes; whatever cannot be read says why in a sentence."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

Cell = str | int | float | date | None

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_ROWS = 1000
MOST_COLUMNS = 120
MOST_WORDS = 4000  # in a cell
CELL = re.compile(rb"<c\s[^>]*?r=\"([A-Z]{1,4})(\d{1,8})\"[^>]*?(/?)>")
SEPARATORS = ",;\t|"
STARTS = (
    (b"\xd0\xcf\x11\xe0", "This is an Excel file of the old kind, or one locked with a password. Save it as .xlsx without a password"),
    (b"%PDF", "This is a PDF. Save the table as Excel or CSV"),
    (b"\x89PNG", "This is a picture. Save the table as Excel or CSV"),
    (b"\xff\xd8\xff", "This is a picture. Save the table as Excel or CSV"),
    (b"MZ", "This is a program, whatever its name says"),
    (b"\x7fELF", "This is a program, whatever its name says"),
)


class Unreadable(Exception):
    """The file cannot be brought in; the message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row that has something in it, with its number in the file."""

    number: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell:
        """The cell of a column; None past the end of the row."""
        return self.cells[column] if 0 <= column < len(self.cells) else None


@dataclass(frozen=True, kw_only=True)
class Table:
    """The rows of one sheet, blank ones left out."""

    lines: tuple[Line, ...]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)


def read_table(content: bytes, *, sheet: str = "", most_rows: int = MOST_ROWS) -> Table:
    """The table in a file, whatever its name; Unreadable says why there is none."""
    if len(content) > MOST_BYTES:
        raise Unreadable(f"The file is larger than {MOST_BYTES // (1024 * 1024)} MB. Leave out pictures and other sheets, or split it")
    if not content.strip(b"\x00\r\n\t ,;\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("The file is empty")
    for start, why in STARTS:
        if content.startswith(start):
            raise Unreadable(why)
    if content.startswith(b"PK"):
        return _from_excel(content, sheet, most_rows)
    return Table(lines=_lines(_csv_rows(_text(content)), most_rows))


def words_of(cell: Cell) -> str:
    """A cell as text: numbers without a needless fraction, dates as day month year, runs of blanks as one."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return f"{cell.day} {cell:%B} {cell.year}"
    text = " ".join(str(cell).split())
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text  # as our own CSV keeps formula text from running


def _lines(rows: Iterable[Sequence[Cell]], most_rows: int) -> tuple[Line, ...]:
    found: list[Line] = []
    for number, row in enumerate(rows, start=1):
        cells = [_tidy(cell) for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise Unreadable(f"Row {number} has {len(cells)} columns; at most {MOST_COLUMNS} are read. Leave out what is not needed")
        found.append(Line(number=number, cells=tuple(cells)))
        if len(found) > most_rows:
            raise Unreadable(f"The file has more than {most_rows} rows with something in them. Split it")
    if not found:
        raise Unreadable("The file is empty")
    return tuple(found)


def _tidy(cell: object) -> Cell:
    if isinstance(cell, datetime):
        return cell.date()
    if cell is None or isinstance(cell, int | float | date):
        return "TRUE" if cell is True else "FALSE" if cell is False else cell
    text = str(cell).replace("\x00", "").replace("\xa0", " ").replace("\ufeff", "").strip()
    return text[:MOST_WORDS] or None


def _text(content: bytes) -> str:
    """The text of a CSV file, in whichever encoding it was saved."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\x00" in content[:2000]:
        return _decoded(content, "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeError:
        raise Unreadable(NOT_TEXT) from None
    return text


NOT_TEXT = "This is neither Excel nor text, whatever its name says. Save the table as Excel (.xlsx) or CSV"


def _csv_rows(text: str) -> Iterator[Sequence[Cell]]:
    if is_strange(text):
        raise Unreadable(NOT_TEXT)
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) == 5:
        separator, text = told[4], "\n" + rest  # the line counts, so that row numbers are those of the file
    else:
        separator = separator_of(text)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        raise Unreadable("The file begins a quotation that never ends, or holds something that is no text. Save it again as CSV") from None


def is_strange(text: str) -> bool:
    """Whether text is no text: control characters where words should be."""
    head = text[:4000]
    return sum(ord(letter) < 32 and letter not in "\t\r\n\x0b\x0c" for letter in head) * 50 > len(head)


def separator_of(text: str) -> str:
    """What stands between the cells: what splits the first lines most evenly into most."""
    head = [line for line in text.splitlines()[:200] if line.strip()][:40]
    counts = {mark: sorted(line.count(mark) for line in head) for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: (counts[mark][len(head) // 2], counts[mark][-1]) if head else (0, 0))


def _from_excel(content: bytes, wanted: str, most_rows: int) -> Table:
    _refuse_bombs(content)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        names = book.sheet_names
        chosen = _chosen(names, wanted)
        kept = book.get_sheet_by_name(chosen)
        rows = kept.to_python(skip_empty_area=False)
        merged = kept.merged_cell_ranges or []
    except (CalamineError, OSError, ValueError, KeyError):
        raise Unreadable("This Excel file cannot be read. Open it, save it again as .xlsx and try once more") from None
    cells = [[_tidy(cell) for cell in row] for row in rows]
    _fill_down(cells, merged)
    others = tuple(name for name in names if name != chosen)
    try:
        return Table(lines=_lines(cells, most_rows), sheet=chosen, other_sheets=others)
    except Unreadable as why:
        raise Unreadable(f"Sheet “{chosen}”: {why}" + (f". The file’s other sheets: {', '.join(others)}" if others else "")) from None


def _chosen(names: Sequence[str], wanted: str) -> str:
    if not names:
        raise Unreadable("The file has no sheet")
    if not wanted.strip():
        return names[0]
    found = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
    if not found:
        raise Unreadable(f"The file has no sheet called {wanted.strip()}. It has: {', '.join(names)}")
    return found[0]


def _refuse_bombs(content: bytes) -> None:
    """Refuse what would unpack to more than anybody typed: a reader that makes room for every cell between two far ones would never end."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable("Unpacked, this file is far larger than a table somebody keeps. Copy the table into a new file")
            sheets = [one for one in packed.namelist() if one.startswith("xl/worksheets/") and one.endswith(".xml")]
            if not sheets:
                raise Unreadable("This is not an Excel workbook (.xlsx), whatever its name says. Save the table as Excel or CSV")
            for name in sheets:
                _refuse_far_cells(packed.read(name))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise Unreadable("This Excel file is damaged or locked. Open it, save it again as .xlsx and try once more") from None


def _refuse_far_cells(sheet: bytes) -> None:
    for letters, number, empty in CELL.findall(sheet):
        if not empty and (int(number) > MOST_ROWS * 50 or len(letters) > 2):
            raise Unreadable(f"A cell far away ({letters.decode()}{number.decode()}) has something in it. Copy the table into a new file")


def _fill_down(cells: list[list[Cell]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """A label merged over several rows belongs to each of them."""
    for (top, left), (bottom, _right) in merged:
        for row in range(top + 1, min(bottom, len(cells) - 1) + 1):
            if left < len(cells[row]) and left < len(cells[top]):
                cells[row][left] = cells[top][left]


def letters(number: int) -> str:
    """A column as a spreadsheet calls it: A, B … Z, AA."""
    said = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        said = chr(65 + rest) + said
    return said
