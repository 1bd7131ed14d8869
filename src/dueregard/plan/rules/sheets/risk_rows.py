"""What each row of a risk register’s sheet says: the risk in its words, its scores, its controls, whose it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dueregard.basics.choice import Choice
from dueregard.partnership.rules.bringing_in.log import NO_DAY
from dueregard.plan.rules.sheets.columns import Columns
from dueregard.plan.rules.sheets.trip import MARK, plain
from dueregard.risk.rules.matrix import Scale
from dueregard.sheets.rules.days import DayRead, Order, read_day
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import Cell, Line, Table, words_of


class Field(Choice):
    """What a column of a register’s sheet may hold."""

    REF = "ref", "Reference"
    TITLE = "title", "Risk"
    CAUSE = "cause", "Cause"
    EVENT = "event", "What may happen"
    EFFECT = "effect", "What would follow"
    INHERENT = "inherent", "Gross score"
    CONTROLS = "controls", "Controls in place"
    RESIDUAL = "residual", "Residual score"
    TARGET = "target", "Target score"
    OWNER = "owner", "Owner"
    PERSON = "person", "Person"
    REFERENCE = "reference", "In the corporate register"
    REVIEW = "review", "Next review"
    STATUS = "status", "Status"
    MARK = "mark", MARK


HEADINGS: dict[str, tuple[str, ...]] = {
    Field.MARK: (whole(MARK),),
    Field.REF: ("reference", "ref", "risk ref", "risk no", "risk id", "no", "number", "id"),
    Field.TITLE: ("risk title", "risk", "title", "risk vulnerability", "risk or vulnerability", "vulnerability", "risk name"),
    Field.CAUSE: ("cause", "causes", "source of risk", "trigger"),
    Field.EVENT: ("what may happen", "event", "summary", "description", "risk description", "summary of risk"),
    Field.EFFECT: ("what would follow", "effect", "consequence", "consequences", "impact description", "outcome"),
    Field.INHERENT: ("gross score", "inherent score", "inherent risk", "gross risk", "initial score", "gross"),
    Field.CONTROLS: ("controls in place", "existing controls", "controls", "current controls", "mitigation", "mitigations"),
    Field.RESIDUAL: ("residual score", "residual risk", "net score", "current score", "net", "residual", "risk score", "score"),
    Field.TARGET: ("target score", "target risk", "target"),
    Field.OWNER: ("owner", "risk owner", "lead", "lead agency", "lead organisation", "responsible"),
    Field.PERSON: ("person", "lead officer", "named lead", "officer"),
    Field.REFERENCE: ("in the corporate register", "corporate reference", "corporate register ref", "corporate risk no"),
    Field.REVIEW: ("next review", "review date", "review by", "review due", "next review date"),
    Field.STATUS: ("status", "state", "open or closed"),
}
LABELS: dict[str, str] = {one.value: one.label for one in Field}
OURS = re.compile(r"RS?\d+", re.I)
SCORES = (Field.INHERENT, Field.RESIDUAL, Field.TARGET)
BETWEEN = " | "  # controls in one cell of our own sheet
PARTS = re.compile(r"\s*(?:\n|\s\|\s|[•▪●])\s*")
LONGEST_TITLE, LONGEST_CONTROL = 200, 400


@dataclass(frozen=True, kw_only=True)
class RiskEntry:
    """One row as it was understood: each field as it is compared, what cannot be read, and which scores say too little."""

    number: int
    ref: str
    said: Mapping[str, str]
    controls: tuple[str, ...]
    review: DayRead
    mark: str = ""
    problems: tuple[str, ...] = ()
    unscored: tuple[str, ...] = ()

    def words(self, name: Field) -> str:
        """What a field says; empty where it says nothing."""
        return self.said.get(name.value, "")


def read_register(table: Table, columns: Columns, *, scale: Scale, order: Order | None = None) -> tuple[RiskEntry, ...]:
    """Every row under the headings that is more than a heading of those below it."""
    rows = (line for line in table.lines if line.number > columns.header and line.number not in columns.repeats)
    return tuple(_entry(line, columns, scale, order) for line in rows if sum(cell is not None for cell in line.cells) > 1)


def _entry(line: Line, columns: Columns, scale: Scale, order: Order | None) -> RiskEntry:
    text = {name.value: plain(words_of(line.at(columns.of[name]))) if name in columns.of else "" for name in Field}
    review = _day(line.at(columns.of[Field.REVIEW]), order) if Field.REVIEW in columns.of else DayRead()
    scores = {name: read_score(text[name], name=name, scale=scale) for name in SCORES}
    problems = [why for _, why, is_wrong in scores.values() if is_wrong] + ([review.problem] if review.problem else [])
    status = {"open": "open", "live": "open", "closed": "closed", "": ""}.get(whole(text[Field.STATUS]))
    problems += [f"“{text[Field.STATUS]}” is no status: write Open or Closed"] if status is None else []
    said = text | {name.value: words for name, (words, _, _) in scores.items()}
    said |= {Field.REVIEW: review.day.isoformat() if review.day else "", Field.STATUS: status or ""}
    cell = line.at(columns.of[Field.CONTROLS]) if Field.CONTROLS in columns.of else None
    return RiskEntry(
        number=line.number,
        ref=text[Field.REF].upper() if OURS.fullmatch(text[Field.REF]) else "",
        said=said,
        controls=controls_in(cell),
        review=review,
        mark=text[Field.MARK],
        problems=tuple(problems),
        unscored=tuple(why for _, why, is_wrong in scores.values() if why and not is_wrong),
    )


def controls_in(cell: Cell) -> tuple[str, ...]:
    """The controls of a cell: one on each line, or behind each bullet."""
    parts = (plain(words_of(part)) for part in PARTS.split(str(cell or "")))
    return tuple(dict.fromkeys(part.strip(" -") for part in parts if part.strip(" -")))


def read_score(text: str, *, name: Field, scale: Scale) -> tuple[str, str, bool]:
    """A score as it is compared (4 x 3), and why it is none; whether that is wrong or only too little said."""
    if not text:
        return "", "", False
    numbers = [int(one) for one in re.findall(r"\d+", text)[:2]]
    if not numbers and (steps := _in_words(whole(text), scale)) is not None:
        return f"{steps[0]} x {steps[1]}", "", False
    if len(numbers) == 2:
        if all(1 <= one <= scale.size for one in numbers):
            return f"{numbers[0]} x {numbers[1]}", "", False
        return "", f"{name.label} “{text}” is outside the matrix, which goes from 1 to {scale.size} each way", True
    if len(numbers) == 1:
        return _product(numbers[0], text, name=name, scale=scale)
    return "", f"{name.label.lower()} “{text}” is no score", False


def _product(number: int, text: str, *, name: Field, scale: Scale) -> tuple[str, str, bool]:
    ways = [(one, number // one) for one in range(1, scale.size + 1) if number % one == 0 and number // one <= scale.size and number]
    if len(ways) == 1:
        return f"{ways[0][0]} x {ways[0][1]}", "", False
    if number > scale.most or number < 1:
        return "", f"{name.label} “{text}” is outside the matrix, whose scores go from 1 to {scale.most}", True
    return "", f"{name.label.lower()} {number} does not say how likely and how grave: write it as 4 x 3", False


@lru_cache(maxsize=512)
def _in_words(words: str, scale: Scale) -> tuple[int, int] | None:
    """A score in the words of the matrix: its likelihood, then its impact."""
    for likely, likelihood in enumerate(scale.likelihood, start=1):
        for grave, impact in enumerate(scale.impact, start=1):
            if words in {whole(f"{likelihood} {impact}"), whole(f"{likelihood} x {impact}")}:
                return likely, grave
    return None


def _day(cell: Cell, order: Order | None) -> DayRead:
    words, read = words_of(cell), read_day(cell, order=order)
    if read.no_year or (not read.is_date and words and whole(words) not in NO_DAY):
        return DayRead(problem=f"Next review: “{words}” is no date with a year")
    return read


def risk_owners_of(entries: Sequence[RiskEntry]) -> list[str]:
    """The different owners as written, bodies and people, in the order of the sheet."""
    return list(dict.fromkeys(name for one in entries for kind in (Field.PERSON, Field.OWNER) if (name := one.words(kind))))
