"""An attendance sheet: which row holds the dates, whose each row is, and every mark where the two meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dueregard.partnership.rules.bringing_in.marks import key_of
from dueregard.sheets.rules.days import DayRead, Order, read_day
from dueregard.sheets.rules.naming import is_nobody
from dueregard.sheets.rules.tables import Cell, Line, Table, Unreadable, letters, words_of

LEAST_DATES = 0.5  # two without a year, or one with
LABELS = 4  # columns before the dates that may name somebody


@dataclass(frozen=True, kw_only=True)
class Column:
    """One meeting of the sheet."""

    number: int
    letter: str  # where it stands: a column, or a row where the sheet lies on its side
    words: str
    read: DayRead


@dataclass(frozen=True, kw_only=True)
class Who:
    """One row of the sheet: the words that may say whose it is, and its marks by column."""

    number: int
    labels: tuple[str, ...]
    cells: Mapping[int, str]  # column: mark as written

    @property
    def words(self) -> str:
        return ", ".join(self.labels)

    @property
    def is_nobody(self) -> bool:
        """A total, a key, a heading."""
        return all(is_nobody(label) for label in self.labels)


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """The sheet as it was understood."""

    header: int  # the row of dates
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]  # columns that are no meeting
    rows: tuple[Who, ...]
    is_turned: bool  # dates went down, names across

    @property
    def has_two_ways(self) -> bool:
        return any(column.read.two_ways for column in self.columns)

    @property
    def has_no_year(self) -> bool:
        return any(column.read.no_year for column in self.columns)


def read_matrix(table: Table, *, order: Order | None = None, year: int | None = None) -> Matrix:
    """The attendance in a table; Unreadable where no row or column of dates is in it."""
    found = _header(table.lines)
    turned = _turned(table)
    across = _header(turned)
    is_turned = _dates(across) > _dates(found)
    lines, header = (turned, across) if is_turned else (table.lines, found)
    if header is None or _dates(header) < LEAST_DATES:
        raise Unreadable("No row of dates was found. The dates of the meetings stand in one row, names in the first column")
    dated = [number for number, cell in enumerate(header.cells) if read_day(cell).is_date]
    columns = _columns(header, dated, order=order, year=year, is_turned=is_turned, table=table)
    names = list(range(dated[0]))[:LABELS]
    if not names:
        raise Unreadable("The dates begin in the first column, so nothing says whose each row is. Put names before the dates")
    rows = tuple(_who(line, names, columns) for line in lines if line.number > header.number)
    rows = tuple(row for row in rows if row.labels or row.cells)
    if not rows:
        raise Unreadable("There is nothing under the row of dates")
    after = [words_of(cell) for number, cell in enumerate(header.cells) if number > dated[0] and number not in dated and cell is not None]
    return Matrix(header=header.number, columns=columns, ignored=tuple(after), rows=rows, is_turned=is_turned)


def _header(lines: Sequence[Line]) -> Line | None:
    """The first row with most dates."""
    return max(lines[:60], key=lambda line: (_dates(line), -line.number), default=None)


def _dates(line: Line | None) -> float:
    """How many dates a row has; one without a year is as likely a share, 3/4, so it weighs little."""
    reads = [read_day(cell) for cell in line.cells] if line else []
    return sum(0.3 if read.no_year else float(read.is_date) for read in reads)


def _turned(table: Table) -> tuple[Line, ...]:
    """The table on its side, numbered by column."""
    if len(table.lines) > 200:
        return ()
    width = table.width
    return tuple(
        Line(number=column + 1, cells=tuple(line.at(column) for line in table.lines))
        for column in range(width)
        if any(line.at(column) is not None for line in table.lines)
    )


def _columns(
    header: Line, dated: Sequence[int], *, order: Order | None, year: int | None, is_turned: bool, table: Table
) -> tuple[Column, ...]:
    columns: list[Column] = []
    last: date | None = None
    for number in dated:
        cell = header.cells[number]
        read = read_day(cell, order=order, year=year)
        if year is not None and last is not None and read.day and read.day < last and read_day(cell, order=order).no_year:
            year += 1  # the dates run on into the next year
            read = read_day(cell, order=order, year=year)
        last = read.day or last
        letter = f"row {table.lines[number].number}" if is_turned else f"column {letters(number)}"
        columns.append(Column(number=number, letter=letter, words=words_of(cell), read=read))
    return tuple(columns)


def _who(line: Line, names: Sequence[int], columns: Sequence[Column]) -> Who:
    labels = tuple(dict.fromkeys(words for number in names if (words := words_of(line.at(number)))))
    cells = {column.number: words_of(line.at(column.number)) for column in columns if key_of(line.at(column.number))}
    return Who(number=line.number, labels=labels, cells=cells)


def cells_of(matrix: Matrix) -> list[Cell]:
    """The dates as written, for telling which number is the day."""
    return [column.words for column in matrix.columns]
