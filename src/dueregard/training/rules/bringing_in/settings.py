"""A list of schools and other settings: its columns by their headings, and what becomes of each row. Pure Python."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dueregard.basics.choice import Choice
from dueregard.partnership.rules.bringing_in.plan import Row, Verdict
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import Line, Table, Unreadable, words_of
from dueregard.training.rules.education import why_not_urn

LEAVE = "leave"
ASKS_ALL = "Say above what type it is"
MOST_ASKED = 20  # different words for a type
MOST_NAME = 160  # letters
HEADINGS_WITHIN = 10  # lines
NOT_OPEN = ("closed", "proposed to open", "ceased")


class Column(Choice):
    """What a column of such a list holds."""

    NAME = "name", "Name"
    URN = "urn", "Unique reference number (URN)"
    KIND = "kind", "Type"
    STATUS = "status", "Open or closed"


# Headings as councils write them, and as the national register of schools does.
HEADINGS: Mapping[Column, frozenset[str]] = {
    Column.NAME: frozenset(
        {"establishmentname", "establishment name", "name", "setting", "setting name", "school", "school name", "name of school"}
    ),
    Column.URN: frozenset({"urn", "unique reference number", "unique reference number urn", "establishment urn", "school urn"}),
    Column.KIND: frozenset({"typeofestablishment name", "type of establishment", "type", "kind", "type of setting", "school type"}),
    Column.STATUS: frozenset({"establishmentstatus name", "establishment status", "status", "open or closed"}),
}


@dataclass(frozen=True, kw_only=True)
class Known:
    """A setting of the register."""

    ref: str
    name: str
    urn: str
    kind: str
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class There:
    """What is there already, and what the types of setting are called here."""

    settings: tuple[Known, ...]
    types: Mapping[str, str]  # by plain words: the id of the type
    titles: Mapping[str, str]  # by id: the words


@dataclass(frozen=True, kw_only=True)
class SettingSaid:
    """What a list says of one setting: a new one, or the number of one that is there (`ref`)."""

    line: int
    name: str
    kind: str = ""
    urn: str = ""
    ref: str = ""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Which column holds what, and the line of the headings."""

    of: Mapping[Column, int]
    line: int
    headings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """What a list would do."""

    rows: tuple[Row, ...]
    said: tuple[SettingSaid, ...]
    asked: tuple[str, ...]  # words for a type that nobody here knows
    missing: tuple[Known, ...]  # in the register, open, and not in the list

    @property
    def unanswered(self) -> int:
        """How many rows wait for an answer."""
        return sum(row.verdict is Verdict.AMBIGUOUS for row in self.rows)


def find_layout(table: Table, said: Mapping[Column, int | None] | None = None) -> Layout:
    """The columns by their headings, or as somebody put them right; Unreadable where no heading says name."""
    for line in table.lines[:HEADINGS_WITHIN]:
        plain = [whole(words_of(cell)) for cell in line.cells]
        found = {column: plain.index(word) for column, known in HEADINGS.items() for word in plain if word in known}
        if Column.NAME in found:
            chosen = found if said is None else {column: number for column, number in said.items() if number is not None}
            if Column.NAME not in chosen:
                raise Unreadable("Say which column holds the names")
            return Layout(of=chosen, line=line.number, headings=tuple(words_of(cell) for cell in line.cells))
    raise Unreadable("No column of the first lines is headed Name. Give the columns headings such as Name, URN, Type and Status")


@dataclass
class _Reading:
    """What was met so far, so that a list is told where it repeats itself."""

    urns: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    asked: dict[str, None] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    said: list[SettingSaid] = field(default_factory=list)


def weigh(table: Table, layout: Layout, *, there: There, answers: Mapping[str, str], for_all: str = "") -> Weighed:
    """What becomes of each row; `answers` are the types of words nobody here knew, `for_all` the type of a list without a column for it."""
    reading = _Reading()
    rows = [_row(line, layout, there, answers, for_all, reading) for line in table.lines if line.number > layout.line]
    if len(reading.asked) > MOST_ASKED:
        raise Unreadable(f"The list has more than {MOST_ASKED} words for a type that are not known here. Check which column holds the type")
    missing = tuple(known for known in there.settings if known.is_open and known.ref not in reading.seen)
    return Weighed(rows=tuple(rows), said=tuple(reading.said), asked=tuple(reading.asked), missing=missing)


def _row(line: Line, layout: Layout, there: There, answers: Mapping[str, str], for_all: str, reading: _Reading) -> Row:
    cells = {column: words_of(line.at(number)) for column, number in layout.of.items()}
    name, urn = cells.get(Column.NAME, ""), cells.get(Column.URN, "")
    verdict, why = _verdict(line, cells, there, answers, for_all, reading)
    says = ", ".join(word for word in (name, cells.get(Column.KIND, ""), urn) if word)
    return Row(place=f"row {line.number}", says=says, verdict=verdict, why=why)


def _verdict(
    line: Line, cells: Mapping[Column, str], there: There, answers: Mapping[str, str], for_all: str, reading: _Reading
) -> tuple[Verdict, str]:
    name, urn = cells.get(Column.NAME, ""), cells.get(Column.URN, "")
    if why := _why_left_out(line, name, urn, reading):
        return Verdict.REJECTED, why
    is_open = not cells.get(Column.STATUS, "").casefold().startswith(NOT_OPEN)
    known, how = _known(name, urn, there.settings)
    if len(known) > 1:
        return Verdict.REJECTED, f"{len(known)} settings here go by this name: give their numbers"
    if known:
        return _matched(line, known[0], how, urn, is_open, reading)
    if not is_open:
        return Verdict.REJECTED, f"The list says: {cells[Column.STATUS].casefold()}"
    return _new(line, name, urn, _type_of(cells.get(Column.KIND, ""), there, answers, for_all), cells.get(Column.KIND, ""), there, reading)


def _why_left_out(line: Line, name: str, urn: str, reading: _Reading) -> str | None:
    """Why a row is left out before anything else is asked of it."""
    if not name:
        return "It has no name"
    if len(name) > MOST_NAME:
        return f"The name is longer than {MOST_NAME} letters"
    if why := why_not_urn(urn):
        return why
    before = reading.urns.setdefault(urn, line.number) if urn else reading.names.setdefault(whole(name), line.number)
    if before != line.number:
        return f"Row {before} has the same {'number' if urn else 'name'}"
    return None


def _known(name: str, urn: str, settings: Collection[Known]) -> tuple[list[Known], str]:
    """The settings a row may be about: by number, else by name where one of the two has no number."""
    by_number = [one for one in settings if urn and one.urn == urn]
    if by_number:
        return by_number, "number"
    return [one for one in settings if one.is_open and whole(one.name) == whole(name) and not (urn and one.urn)], "name"


def _matched(line: Line, known: Known, how: str, urn: str, is_open: bool, reading: _Reading) -> tuple[Verdict, str]:
    reading.seen.add(known.ref)
    if not known.is_open:
        return Verdict.MATCHED, f"Here by its number as {known.ref}, {known.name}, which closed"
    if not is_open:
        return Verdict.MATCHED, f"Here by its {how} as {known.ref}, {known.name}. The list says that it is not open: close it on its page"
    if urn and not known.urn:
        reading.said.append(SettingSaid(line=line.number, name=known.name, urn=urn, ref=known.ref))
        return Verdict.MATCHED, f"Here by its name as {known.ref}; its number is taken in"
    return Verdict.MATCHED, f"Here by its {how} as {known.ref}, {known.name}"


def _type_of(words: str, there: There, answers: Mapping[str, str], for_all: str) -> str:
    """The id of a type, LEAVE where it is to be left out, nothing where nobody has said."""
    if not words:
        return for_all
    return there.types.get(whole(words)) or answers.get(whole(words), "")


def _new(line: Line, name: str, urn: str, kind: str, words: str, there: There, reading: _Reading) -> tuple[Verdict, str]:
    if kind == LEAVE:
        return Verdict.REJECTED, f"Left out, as you said of “{words}”"
    if not kind:
        if words:
            reading.asked.setdefault(words)
        return Verdict.AMBIGUOUS, f"Say above what “{words}” is" if words else ASKS_ALL
    reading.said.append(SettingSaid(line=line.number, name=name, kind=kind, urn=urn))
    return Verdict.NEW, there.titles[kind]


def types_called(types: Sequence[tuple[str, str, Sequence[str]]]) -> dict[str, str]:
    """By plain words the id of the type: its id, its title, and what registers call it."""
    return {whole(words): key for key, title, called in types for words in (key, title, *called)}
