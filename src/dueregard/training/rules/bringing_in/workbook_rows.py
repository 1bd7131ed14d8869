"""The pieces a sheet is read by: its rows, the texts its cells share, the labels merged over several rows."""

import re
from array import array
from collections.abc import Iterator
from datetime import date, timedelta
from typing import IO
from xml.parsers import expat

from dueregard.sheets.rules.elements import careful_parser, column_number

PIECE = 256 * 1024
WIDEST = 200  # columns looked at
MOST_MERGED = 100_000
MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
FIRST_DAY, FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST_SERIAL = 2_958_465  # the end of the year 9999


def pieces(parser: expat.XMLParserType, part: IO[bytes]) -> Iterator[None]:
    """Feed a part to a parser piece by piece, pausing after each."""
    while piece := part.read(PIECE):
        parser.Parse(piece, False)
        yield
    parser.Parse(b"", True)
    yield


class SharedTexts:
    """The texts cells share, on disk: a workbook of a million addresses has a million of them."""

    def __init__(self, kept: IO[bytes]) -> None:
        self._kept = kept
        self._starts = array("Q", [0])
        self._words: list[str] = []
        self._is_text = False

    def read(self, part: IO[bytes]) -> None:
        """Keep every text of the part."""
        parser = careful_parser()
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = self._begins, self._ends, self._says
        for _ in pieces(parser, part):
            pass

    def _begins(self, name: str, _attributes: dict[str, str]) -> None:
        self._is_text = name.rpartition(":")[2] == "t"

    def _says(self, words: str) -> None:
        if self._is_text:
            self._words.append(words)

    def _ends(self, name: str) -> None:
        self._is_text = False
        if name.rpartition(":")[2] == "si":
            self._kept.write("".join(self._words).encode())
            self._starts.append(self._kept.tell())
            self._words = []

    def __getitem__(self, number: int) -> str:
        start, end = self._starts[number], self._starts[number + 1]
        self._kept.seek(start)
        return self._kept.read(end - start).decode()


class RowReader:
    """Rows as the parser finds them: a cell is words, a day is year-month-day, a formula is what it came to."""

    def __init__(self, texts: SharedTexts, *, dated: frozenset[int], is_1904: bool) -> None:
        self._texts, self._dated = texts, dated
        self._first_day = FIRST_DAY_1904 if is_1904 else FIRST_DAY
        self._done: list[tuple[int, list[str]]] = []
        self._number, self._at, self._kind, self._style = 0, 0, "", 0
        self._row: dict[int, str] = {}
        self._words: list[str] = []
        self._is_value = False
        self.parser = careful_parser()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._begins, self._ends
        self.parser.CharacterDataHandler = self._says

    def taken(self) -> Iterator[tuple[int, list[str]]]:
        """The rows found since it was last asked, those with nothing in them left out."""
        found, self._done = self._done, []
        return iter(found)

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            where = attributes.get("r", "").rstrip("0123456789")
            self._at = column_number(where) if where else self._at + 1
            self._kind, self._style = attributes.get("t", "n"), int(attributes.get("s", "0"))
            self._words = []
        elif name in {"v", "t"}:
            self._is_value = True
        elif name == "row":
            self._number = int(attributes.get("r", self._number + 1))
            self._row, self._at = {}, -1

    def _says(self, words: str) -> None:
        if self._is_value:
            self._words.append(words)

    def _ends(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name in {"v", "t"}:
            self._is_value = False
        elif name == "c" and self._words and self._at < WIDEST:
            if words := self._told("".join(self._words)):
                self._row[self._at] = words
        elif name == "row" and self._row:
            self._done.append((self._number, [self._row.get(column, "") for column in range(max(self._row) + 1)]))

    def _told(self, words: str) -> str:
        if self._kind == "s":
            return self._texts[int(words)].strip()
        if self._kind != "n":
            return words.strip()
        number = float(words)
        if self._style in self._dated and 0 < number <= LAST_SERIAL:
            return (self._first_day + timedelta(days=int(number))).isoformat()
        return str(int(number)) if number.is_integer() else words


class Labels:
    """Labels merged over several rows: each belongs to all of them. A sheet tells of them after its rows, so they are looked for first."""

    def __init__(self, below: dict[int, list[tuple[int, int]]]) -> None:
        self._below = below  # by first row: the column, and the last row
        self._open: dict[int, tuple[int, str]] = {}

    @classmethod
    def found_in(cls, part: IO[bytes]) -> "Labels":
        """The labels of a sheet."""
        below: dict[int, list[tuple[int, int]]] = {}
        left, count = b"", 0
        while (piece := part.read(PIECE)) and count < MOST_MERGED:
            text = left + piece
            for letters, top, bottom in MERGED.findall(text):
                count += 1
                if int(bottom) > int(top):
                    below.setdefault(int(top), []).append((column_number(letters.decode()), int(bottom)))
            left = text[text.rfind(b"<") :] if text.rfind(b"<") > len(text) - 200 else b""
        return cls(below)

    def filled(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
        """The rows with every label in each row it stands for."""
        if not self._below and not self._open:
            yield from rows
            return
        for number, cells in rows:
            for column, (last, words) in list(self._open.items()):
                if number > last:
                    del self._open[column]
                elif column < len(cells) and not cells[column]:
                    cells[column] = words
            for column, last in self._below.pop(number, ()):
                if column < len(cells):
                    self._open[column] = (last, cells[column])
            yield number, cells
