"""What would become of each row of a file that was looked at: written beside its bytes as it is judged, and deleted with them."""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader, StringIO
from itertools import islice
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.audit.rules import as_cell
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.models import Import
from dueregard.training.queries import matching
from dueregard.training.rules.bringing_in.reading import Cells
from dueregard.training.rules.imports import RowFate, Why, fate_of

MARK = b"\xef\xbb\xbf"  # so that Excel reads the letters right
HEADS = ("Row", "What becomes of it", "Why", "Whose it is")
TO = "looked_to"  # in what an import keeps: how much of what was written is committed
PIECE = 256 * 1024
FIRST_ROWS = 5_000  # read for the first of each kind: the page is waited for


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would become of one row."""

    line: int
    fate: RowFate
    cells: Cells
    why: str = ""
    learner: int = 0  # whose it is; 0: nobody here yet, or nobody known

    @classmethod
    def not_taken(cls, line: int, why: str, cells: Cells, learner: int | None = None) -> "Outcome":
        """A row that would not be taken, or not before somebody answers."""
        return cls(line, fate_of(why), cells, why, learner or 0)


class Outcomes:
    """The list of what would become of each row, batch by batch: what a killed run wrote beyond its last commit is written over."""

    def __init__(self, import_: Import, headings: Cells) -> None:
        self._place, self._headings = KeptFile(import_.path).beside, headings
        self.end: int = import_.asks.get(TO, 0)

    def add(self, rows: Sequence[Outcome], *, by: Viewer) -> None:
        """A batch more, in the order of the file."""
        with scope(by):
            refs = matching.refs_of(by, {row.learner for row in rows if row.learner})
        text = StringIO(newline="")
        lines = csv.writer(text, lineterminator="\r\n")
        if not self.end:
            lines.writerow([*HEADS, *map(as_cell, self._headings)])
        for row in rows:
            why = Why(row.why).label if row.why else ""
            lines.writerow([row.line, row.fate.label, why, refs.get(row.learner, ""), *map(as_cell, row.cells)])
        with os.fdopen(os.open(self._place, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
            file.truncate(self.end)
            file.seek(self.end)
            file.write((b"" if self.end else MARK) + text.getvalue().encode())
            file.flush()
            os.fsync(file.fileno())
            self.end = file.tell()


def first_of_each(import_: Any, *, most: int) -> dict[str, list[list[str]]]:
    """The first rows of each kind, as they stand in the list; nothing where there is none."""
    found: dict[str, list[list[str]]] = {}
    for row in islice(_rows(import_), FIRST_ROWS):
        same = found.setdefault(row[1], [])
        if len(same) < most:
            same.append(row)
    return found


def _rows(import_: Any) -> Iterator[list[str]]:
    try:
        with KeptFile(import_.path).beside.open(encoding="utf-8-sig", newline="") as file:
            rows: Iterable[list[str]] = csv.reader(file)
            yield from islice(rows, 1, None)
    except OSError:
        return


def outcomes(import_: Any) -> Iterator[bytes] | None:
    """The whole list, piece by piece, without the mark it begins with; none where there is none."""
    try:
        file = KeptFile(import_.path).beside.open("rb")
    except OSError:
        return None
    file.seek(len(MARK))
    return _pieces(file)


def _pieces(file: BufferedReader) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
