"""A list of schools and other settings: its columns by their headings, and what becomes of each row. Pure Python."""

from collections.abc import Mapping, Sequence
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


def weigh(table: Table, layout: Layout, *, there: There, answers: Mapping[str, str], for_all: str = "") -> Weighed:
    """What becomes of each row; `answers` are the types of words nobody here knew, `for_all` the type of a list without a column for it."""
    weighing = _Weighing(there=there, answers=answers, for_all=for_all)
    rows = [weighing.row(_entry(line, layout)) for line in table.lines if line.number > layout.line]
    if len(weighing.asked) > MOST_ASKED:
        raise Unreadable(f"The list has more than {MOST_ASKED} words for a type that are not known here. Check which column holds the type")
    missing = tuple(known for known in there.settings if known.is_open and known.ref not in weighing.seen)
    return Weighed(rows=tuple(rows), said=tuple(weighing.said), asked=tuple(weighing.asked), missing=missing)


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """What one line of the list says."""

    number: int
    name: str
    urn: str
    kind: str
    status: str

    @property
    def is_open(self) -> bool:
        return not self.status.casefold().startswith(NOT_OPEN)


def _entry(line: Line, layout: Layout) -> _Entry:
    name, urn, kind, status = (words_of(line.at(layout.of[column])) if column in layout.of else "" for column in Column)
    return _Entry(number=line.number, name=name, urn=urn, kind=kind, status=status)


@dataclass(kw_only=True)
class _Weighing:
    """The list on its way, with what was met so far, so that it is told where it repeats itself."""

    there: There
    answers: Mapping[str, str]
    for_all: str
    urns: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    asked: dict[str, None] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    said: list[SettingSaid] = field(default_factory=list)

    def row(self, entry: _Entry) -> Row:
        """What becomes of one row."""
        verdict, why = self._verdict(entry)
        says = ", ".join(word for word in (entry.name, entry.kind, entry.urn) if word)
        return Row(place=f"row {entry.number}", says=says, verdict=verdict, why=why)

    def _verdict(self, entry: _Entry) -> tuple[Verdict, str]:
        if why := self._why_left_out(entry):
            return Verdict.REJECTED, why
        known, how = self._known(entry)
        if len(known) > 1:
            return Verdict.REJECTED, f"{len(known)} settings here go by this name: give their numbers"
        if known:
            return Verdict.MATCHED, self._matched(entry, known[0], how=how)
        return self._new(entry) if entry.is_open else (Verdict.REJECTED, f"The list says: {entry.status.casefold()}")

    def _why_left_out(self, entry: _Entry) -> str | None:
        """Why a row is left out before anything else is asked of it."""
        if not entry.name:
            return "It has no name"
        if len(entry.name) > MOST_NAME:
            return f"The name is longer than {MOST_NAME} letters"
        if why := why_not_urn(entry.urn):
            return why
        met = self.urns.setdefault(entry.urn, entry.number) if entry.urn else self.names.setdefault(whole(entry.name), entry.number)
        return f"Row {met} has the same {'number' if entry.urn else 'name'}" if met != entry.number else None

    def _known(self, entry: _Entry) -> tuple[list[Known], str]:
        """The settings a row may be about: by number, else by name where one of the two has no number."""
        by_number = [one for one in self.there.settings if entry.urn and one.urn == entry.urn]
        if by_number:
            return by_number, "number"
        alike = [one for one in self.there.settings if one.is_open and whole(one.name) == whole(entry.name)]
        return [one for one in alike if not (entry.urn and one.urn)], "name"

    def _matched(self, entry: _Entry, known: Known, *, how: str) -> str:
        self.seen.add(known.ref)
        here = f"Here by its {how} as {known.ref}, {known.name}"
        if not known.is_open:
            return f"{here}, which closed"
        if not entry.is_open:
            return f"{here}. The list says that it is not open: close it on its page"
        kind = self._type(entry)
        if kind in self.there.titles and kind != known.kind:
            here = f"{here}, of another type: {self.there.titles.get(known.kind, known.kind).lower()}"
        if entry.urn and not known.urn:
            self.said.append(SettingSaid(line=entry.number, name=known.name, urn=entry.urn, ref=known.ref))
            return f"{here}; its number is taken in"
        return here

    def _type(self, entry: _Entry) -> str:
        """The id of a type, LEAVE where it is to be left out, nothing where nobody has said."""
        if not entry.kind:
            return self.for_all
        return self.there.types.get(whole(entry.kind)) or self.answers.get(whole(entry.kind), "")

    def _new(self, entry: _Entry) -> tuple[Verdict, str]:
        kind = self._type(entry)
        if kind == LEAVE:
            return Verdict.REJECTED, f"Left out, as you said of “{entry.kind}”"
        if not kind and entry.kind:
            self.asked.setdefault(entry.kind)
            return Verdict.AMBIGUOUS, f"Say above what “{entry.kind}” is"
        if not kind:
            return Verdict.AMBIGUOUS, ASKS_ALL
        self.said.append(SettingSaid(line=entry.number, name=entry.name, kind=kind, urn=entry.urn))
        return Verdict.NEW, self.there.titles[kind]


def types_called(types: Sequence[tuple[str, str, Sequence[str]]]) -> dict[str, str]:
    """By plain words the id of the type: its id, its title, and what registers call it."""
    return {whole(words): key for key, title, called in types for words in (key, title, *called)}
