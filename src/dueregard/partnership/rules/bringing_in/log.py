"""An action log: which column holds what, and what each row says is to be done, whose it is, by when and how it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dueregard.basics.choice import Choice
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.sheets.rules.days import DayRead, Order, read_day
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import Line, Table, Unreadable, words_of

LONGEST = 400


class Field(Choice):
    """What a column of an action log may hold."""

    REF = "ref", "Reference"
    WHAT = "what", "What is to be done"
    OWNER = "owner", "Owner"
    PERSON = "person", "Person"
    RAISED = "raised", "Date raised"
    DUE = "due", "Due"
    STATUS = "status", "Status"
    RAG = "rag", "How it is going"
    WORDS = "words", "Last update in words"
    CLOSED = "closed", "Date closed"


# How column headings say it, most telling first; each heading goes to one field only.
HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.REF: ("ref", "reference", "action ref", "action no", "action number", "no", "number", "id", "item no"),
    Field.WHAT: ("action", "actions", "action agreed", "action required", "agreed action", "what", "task", "description", "action point"),
    Field.OWNER: (
        "owner",
        "action owner",
        "lead",
        "lead agency",
        "lead organisation",
        "organisation",
        "responsible",
        "assigned to",
        "by whom",
        "who",
    ),
    Field.PERSON: ("person", "lead officer", "named lead", "lead person", "officer", "name"),
    Field.RAISED: (
        "raised",
        "date raised",
        "raised on",
        "date agreed",
        "agreed on",
        "meeting date",
        "date of meeting",
        "meeting",
        "date",
        "opened",
    ),
    Field.DUE: ("due", "due date", "date due", "deadline", "target date", "by when", "when", "target", "timescale", "completion date"),
    Field.STATUS: ("status", "state", "open closed", "complete", "completed", "progress status", "open or closed"),
    Field.RAG: ("course", "rag", "rag status", "rag rating", "how it is going"),
    Field.WORDS: (
        "update",
        "updates",
        "progress",
        "progress update",
        "latest update",
        "comments",
        "comment",
        "notes",
        "outcome",
        "position",
    ),
    Field.CLOSED: ("closed", "date closed", "closed on", "completed on", "date completed", "completed date"),
}
RAGS = {
    "green": Rag.GREEN,
    "g": Rag.GREEN,
    "on track": Rag.GREEN,
    "on course": Rag.GREEN,
    "amber": Rag.AMBER,
    "a": Rag.AMBER,
    "at risk": Rag.AMBER,
    "yellow": Rag.AMBER,
    "red": Rag.RED,
    "r": Rag.RED,
    "off track": Rag.RED,
    "off course": Rag.RED,
}
DONE = frozenset({"done", "complete", "completed", "closed", "discharged", "y", "yes", "blue", "b", "finished", "action complete", "true"})
DROPPED = frozenset({"dropped", "cancelled", "withdrawn", "no longer required", "superseded", "not proceeding", "removed"})
OPEN = frozenset(
    {"open", "ongoing", "on going", "in progress", "live", "outstanding", "not started", "overdue", "n", "no", "", "false", "new"}
)
NO_DAY = frozenset({"", "asap", "tbc", "tba", "ongoing", "on going", "n a", "na", "none", "next meeting", "continuous", "as required"})


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which column holds what: the heading row, and a column for each field there is."""

    header: int
    headings: tuple[str, ...]
    of: Mapping[Field, int]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row of the log as it was understood."""

    number: int
    ref: str
    what: str
    owner: str
    person: str
    raised: DayRead
    due: DayRead
    due_words: str
    status: ActionStatus
    status_words: str
    is_status_known: bool
    rag: Rag | None
    words: str
    closed: DayRead


def find_columns(table: Table, said: Mapping[Field, int | None] | None = None) -> Columns:
    """The row of headings and what each column holds: as the headings say it, put right by what somebody said."""
    head = table.lines[:60]
    best = max(head, key=lambda line: (len(_mapped(line)), -line.number))
    if not _mapped(best):
        best = next((line for line in head if sum(cell is not None for cell in line.cells) > 1), best)
    if len(best.cells) < 2:
        raise Unreadable("No row of headings was found. Name the columns, such as Action, Owner, Date raised, Due, Status and Update")
    mapped: dict[Field, int | None] = {**_mapped(best), **(said or {})}
    of = {field: column for field, column in mapped.items() if column is not None}
    return Columns(header=best.number, headings=tuple(words_of(cell) for cell in best.cells), of=of)


def _mapped(line: Line) -> dict[Field, int]:
    said = {number: whole(words_of(cell)) for number, cell in enumerate(line.cells) if cell is not None}
    found: dict[Field, int] = {}
    for field, headings in HEADINGS.items():
        free = {number: words for number, words in said.items() if number not in found.values()}
        ranked = [(headings.index(words), number) for number, words in free.items() if words in headings]
        if ranked:
            found[field] = min(ranked)[1]
    return found


def read_log(table: Table, columns: Columns, *, order: Order | None = None) -> tuple[Entry, ...]:
    """Every row under the headings; rows that repeat the headings are left out."""
    rows = (line for line in table.lines if line.number > columns.header)
    entries = (_entry(line, columns, order) for line in rows)
    return tuple(entry for entry in entries if whole(entry.what) not in HEADINGS[Field.WHAT])


def _entry(line: Line, columns: Columns, order: Order | None) -> Entry:
    text = {field: words_of(line.at(columns.of[field])) if field in columns.of else "" for field in Field}
    day = {
        field: read_day(line.at(columns.of[field]), order=order) if field in columns.of else DayRead()
        for field in (Field.RAISED, Field.DUE, Field.CLOSED)
    }
    status, is_known = status_said(text[Field.STATUS], text[Field.RAG], closed=bool(day[Field.CLOSED].day))
    return Entry(
        number=line.number,
        ref=text[Field.REF],
        what=text[Field.WHAT],
        owner=text[Field.OWNER],
        person=text[Field.PERSON],
        raised=_full(day[Field.RAISED], text[Field.RAISED]),
        due=_full(day[Field.DUE], text[Field.DUE]),
        due_words=text[Field.DUE],
        status=status,
        status_words=text[Field.STATUS],
        is_status_known=is_known,
        rag=RAGS.get(whole(text[Field.RAG])) or RAGS.get(whole(text[Field.STATUS])),
        words=text[Field.WORDS] if not read_day(text[Field.WORDS]).day else "",
        closed=_full(day[Field.CLOSED], text[Field.CLOSED]),
    )


def _full(read: DayRead, words: str) -> DayRead:
    """A date of a log needs its year; words that promise no day are none."""
    if read.no_year:
        return DayRead(problem=f"“{words}” has no year")
    if not read.is_date and words and whole(words) not in NO_DAY:
        return DayRead(problem=f"“{words}” is no date")
    return read


def status_said(status: str, rag: str, *, closed: bool) -> tuple[ActionStatus, bool]:
    """How far a row has come, and whether its words are known."""
    said, colour = whole(status), whole(rag)
    if said in DONE or (not said and (closed or colour in {"blue", "complete"})):
        return ActionStatus.DONE, True
    if said in DROPPED:
        return ActionStatus.DROPPED, True
    begins = re.match(r"(closed|complete|completed|done)\b", said)
    if begins:
        return ActionStatus.DONE, True
    return ActionStatus.OPEN, said in OPEN or said in RAGS


def owners_of(entries: Sequence[Entry]) -> list[str]:
    """The different owners as written, in the order of the file; the owner's column, or the person's where that is empty."""
    return list(dict.fromkeys(entry.owner or entry.person for entry in entries if entry.owner or entry.person))


def has_two_ways(entries: Sequence[Entry]) -> bool:
    """Whether any date of the log can be read two ways."""
    return any(read.two_ways for entry in entries for read in (entry.raised, entry.due, entry.closed))
