"""What each row of a plan’s sheet says: the action, its objective, whose it is, its dates, how it is going, what comes next."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.partnership.rules.bringing_in.log import NO_DAY, RAGS, status_said
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.plan.rules.sheets.columns import Columns
from dueregard.plan.rules.sheets.fills import Fills
from dueregard.plan.rules.sheets.trip import MARK, plain
from dueregard.sheets.rules.days import DayRead, Order, read_day
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import Cell, Line, Table, words_of


class Field(Choice):
    """What a column of a plan’s sheet may hold."""

    REF = "ref", "Reference"
    OBJECTIVE = "objective", "Objective"
    RISK = "risk", "Risk"
    WHAT = "what", "Action"
    OWNER = "owner", "Owner"
    PERSON = "person", "Person"
    START = "start", "Start"
    DUE = "due", "Due"
    STATUS = "status", "Status"
    RAG = "rag", "How it is going"
    WORDS = "words", "Last update"
    NEXT = "next", "Next steps"
    OUTCOME = "outcome", "Outcome it is measured by"
    MARK = "mark", MARK


HEADINGS: dict[str, tuple[str, ...]] = {
    Field.MARK: (whole(MARK),),
    Field.REF: ("reference", "ref", "action ref", "action no", "no", "number", "id"),
    Field.WHAT: (
        "action",
        "actions",
        "action required",
        "actions required",
        "action to address risk",
        "further action needed",
        "what is to be done",
        "what",
        "task",
    ),
    Field.OBJECTIVE: (
        "objective",
        "objectives",
        "strategic objective",
        "theme",
        "priority",
        "workstream",
        "guidance summary*",
        "guidance*",
    ),
    Field.RISK: ("risk", "risks", "risk title", "risk vulnerability", "risk or vulnerability", "vulnerability", "linked risk", "risk ref"),
    Field.OWNER: ("owner", "action owner", "lead", "lead agency", "lead organisation", "lead partner", "responsible", "by whom", "who"),
    Field.PERSON: ("person", "lead officer", "named lead", "lead person", "officer"),
    Field.START: ("start", "start date", "starts", "from"),
    Field.DUE: (
        "due",
        "due date",
        "deadline",
        "target date",
        "by when",
        "timescale",
        "timescales",
        "completion date",
        "end date",
        "when",
    ),
    Field.STATUS: ("status", "state", "complete", "completed"),
    Field.RAG: ("rag", "rag rating", "rag status", "how it is going", "course"),
    Field.NEXT: ("next steps", "next step", "next steps*"),
    Field.WORDS: (
        "last update",
        "evidence of progress",
        "progress",
        "progress update",
        "update",
        "updates",
        "work to date",
        "progress*",
        "comments",
        "evidence",
    ),
    Field.OUTCOME: ("outcome", "outcomes", "intended outcome", "desired outcome", "measure", "success measure"),
}
LABELS: dict[str, str] = {one.value: one.label for one in Field}
QUARTER = re.compile(r"\bq(?:uarter)? ?([1-4])\b")
NO_LIGHT = frozenset({"blue", "b", "complete", "completed", "done", "closed", "grey", "white", "not started", "n a", "na", "tbc"})
OURS = re.compile(r"A-\d+", re.I)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row as it was understood; `said` holds each field as it is compared, `problems` what cannot be read."""

    number: int
    ref: str
    section: str
    said: Mapping[str, str]
    start: DayRead
    due: DayRead
    status: ActionStatus | None
    rag: Rag | None
    mark: str = ""
    problems: tuple[str, ...] = ()

    def words(self, name: Field) -> str:
        """What a field says; empty where it says nothing."""
        return self.said.get(name.value, "")

    @property
    def has_two_ways(self) -> bool:
        """Whether a date of it can be read two ways."""
        return self.start.two_ways or self.due.two_ways


@dataclass(frozen=True, kw_only=True)
class Read:
    """Every row under the headings, and in which quarter of the plan progress and next steps stand, where the headings say."""

    entries: tuple[Entry, ...]
    sections: tuple[str, ...] = ()
    quarters: Mapping[str, int] = field(default_factory=dict)


def read_rows(table: Table, columns: Columns, *, fills: Fills, order: Order | None = None) -> Read:
    """Every row under the headings; a row with one cell alone heads those below it."""
    section, entries, sections = "", [], []
    for line in table.lines:
        if line.number <= columns.header or line.number in columns.repeats:
            continue
        if found := _section(line, columns):
            section = found
            sections.append(found)
        else:
            entries.append(_entry(line, columns, section, fills, order))
    return Read(entries=tuple(entries), sections=tuple(dict.fromkeys(sections)), quarters=_quarters(columns))


def _section(line: Line, columns: Columns) -> str:
    """The words of a row that heads those below it: nothing but its first cell is filled, or one text is merged across it."""
    filled = {number: words_of(cell) for number, cell in enumerate(line.cells) if cell is not None}
    texts = set(filled.values())
    if len(texts) != 1 or len(columns.of) < 3:
        return ""
    [words] = texts
    alone = len(filled) > 1 or min(filled) == min(columns.of.values())
    is_action = set(filled) == {columns.of.get(Field.WHAT)} and (Field.OWNER not in columns.of or len(words) > 80)
    return "" if not alone or is_action or words.isdecimal() else words


def _entry(line: Line, columns: Columns, section: str, fills: Fills, order: Order | None) -> Entry:
    text = {name.value: plain(words_of(line.at(columns.of[name]))) if name in columns.of else "" for name in Field}
    days = {name: _day(line, columns, name, order) for name in (Field.START, Field.DUE)}
    light = text[Field.RAG] or fills.get((line.number, columns.of.get(Field.RAG, -1)), "")
    rag = RAGS.get(whole(light)) or RAGS.get(whole(text[Field.STATUS]))
    status = _status(text[Field.STATUS], light)
    problems = [read.problem for read in days.values() if read.problem]
    problems += [f"“{light}” is no RAG: write red, amber or green"] if light and not rag and whole(light) not in NO_LIGHT else []
    said = text | {name.value: read.day.isoformat() if read.day else "" for name, read in days.items()}
    said |= {Field.RAG: rag.value if rag else "", Field.STATUS: status.value if status else ""}
    return Entry(
        number=line.number,
        ref=text[Field.REF].upper() if OURS.fullmatch(text[Field.REF]) else "",
        section=section,
        said=said,
        start=days[Field.START],
        due=days[Field.DUE],
        status=status,
        rag=rag,
        mark=text[Field.MARK],
        problems=tuple(problems),
    )


def _day(line: Line, columns: Columns, name: Field, order: Order | None) -> DayRead:
    """A date of the row; words that promise no day are none, others that are no date say so."""
    if name not in columns.of:
        return DayRead()
    cell = line.at(columns.of[name])
    words, read = words_of(cell), read_day(cell, order=order)
    if read.no_year:
        return DayRead(problem=f"{name.label}: “{words}” has no year")
    if read.problem:
        return DayRead(problem=f"{name.label}: {read.problem}")
    if not read.is_date and words and whole(words) not in NO_DAY:
        return DayRead(problem=f"{name.label}: “{words}” is no date")
    return read


def _status(words: str, light: str) -> ActionStatus | None:
    """How far the row says the action has come; None where it does not say."""
    if not words and whole(light) not in {"blue", "complete", "completed"}:
        return None
    found, is_known = status_said(words, light, closed=False)
    return found if is_known else None


def _quarters(columns: Columns) -> dict[str, int]:
    """The last quarter the heading of progress or next steps names."""
    found = {}
    for name in (Field.WORDS, Field.NEXT):
        heading = whole(columns.headings[columns.of[name]]) if columns.of.get(name, 999) < len(columns.headings) else ""
        if quarters := QUARTER.findall(heading):
            found[name.value] = max(int(one) for one in quarters)
    return found


def quarter_end(begins: date, *, quarter: int, ends: date) -> date:
    """The last day of a quarter of a plan’s period: the quarters are a quarter of a year each from its first day."""
    month = begins.month - 1 + quarter * 3
    first = date(begins.year + month // 12, month % 12 + 1, 1)
    return min(date.fromordinal(first.toordinal() - 1), ends)


def dates_of(table: Table, columns: Columns) -> list[Cell]:
    """Every cell that stands under a heading of dates."""
    return [line.at(columns.of[name]) for name in (Field.START, Field.DUE) if name in columns.of for line in table.lines]


def owners_of(entries: Sequence[Entry]) -> list[str]:
    """The different owners as written, bodies and people, in the order of the sheet."""
    return list(dict.fromkeys(name for one in entries for kind in (Field.PERSON, Field.OWNER) if (name := one.words(kind))))
