"""Attendance lists as people paste them or bring them in: which employee number or e-mail each line says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.rules.bringing_in.columns import Field, guessed, places, plain
from dueregard.training.rules.bringing_in.reading import Cells, Numbered
from dueregard.training.rules.imports import Holds

MOST_LINES = 2_000
HEAD_ROWS = 30  # what a meeting tool writes above its list
SHOWN = 120  # letters of a line that are shown again
APART = re.compile(r"[\s,;<>()\[\]|]+")
REF = re.compile(r"LN-\d+", re.IGNORECASE)
NOT_A_NUMBER = re.compile(r"\d{1,4}[/.:-]\d{1,2}([/.:-]\d{1,4})?")  # a day or a time beside a name
CAME_HEADINGS = frozenset({"attended", "attendance", "present", "came", "did they attend"})
CAME = frozenset({"attended", "present", "came", "yes", "y", "true", "1", "p", "x", "✓", "✔", "completed", "passed"})
TOO_MANY = f"The list has more than {MOST_LINES:,} lines: split it"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a line says of one person: a number and an e-mail, or a learner’s reference."""

    line: int
    says: str
    number: str = ""
    email: str = ""
    ref: str = ""
    stayed_away: bool = False

    @property
    def has_key(self) -> bool:
        """Whether it says anything to find somebody by."""
        return bool(self.number or self.email or self.ref)


def said_in_text(text: str) -> list[Said]:
    """What each line of a pasted list says; blank lines are nothing."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if len(lines) > MOST_LINES:
        raise Unreadable(TOO_MANY)
    return [said for number, line in lines for said in _said(number, line)]


def said_in_rows(rows: Iterable[Numbered]) -> list[Said]:
    """What each row of a file says: by its headings where some row has them, otherwise as if it were pasted."""
    listed = list(islice(rows, MOST_LINES + HEAD_ROWS + 1))
    if len(listed) > MOST_LINES + HEAD_ROWS:
        raise Unreadable(TOO_MANY)
    for place, (_number, cells) in enumerate(listed[:HEAD_ROWS]):
        columns = guessed(cells, holds=Holds.COMPLETIONS)
        if Field.NUMBER in columns or Field.EMAIL in columns:
            return list(_by_heading(listed[place + 1 :], cells))
    return [said for number, cells in listed for said in _said(number, "\t".join(cells))]


def _by_heading(rows: Iterable[Numbered], headings: Cells) -> Iterator[Said]:
    where = places(guessed(headings, holds=Holds.COMPLETIONS), headings)
    came = next((number for number, heading in enumerate(headings) if plain(heading) in CAME_HEADINGS), None)
    for number, cells in rows:
        found = {field: _at(cells, where.get(field)) for field in (Field.NUMBER, Field.EMAIL)}
        yield Said(
            line=number,
            says=_shown(" ".join(cell for cell in cells if cell.strip())),
            number=found[Field.NUMBER],
            email=found[Field.EMAIL],
            stayed_away=came is not None and plain(_at(cells, came)) not in CAME,
        )


def _at(cells: Cells, column: int | None) -> str:
    return cells[column].strip() if column is not None and column < len(cells) else ""


def _said(line: int, text: str) -> Iterator[Said]:
    """The people of one line: an address book pastes several, and a number stands beside a name more often than alone."""
    words = [word for word in (one.strip("\"'.:") for one in APART.split(text)) if word]
    emails = [word for word in words if "@" in word]
    refs = [word.upper() for word in words if REF.fullmatch(word)]
    numbers = [word for word in words if _is_number(word)]
    if len(words) == 1 and not emails and not refs:
        numbers = words
    if refs:
        yield from (Said(line=line, says=ref, ref=ref) for ref in refs)
    elif len(emails) > 1:
        yield from (Said(line=line, says=_shown(email), email=email) for email in emails)
    elif len(numbers) > 1 and len(numbers) == len(words):
        yield from (Said(line=line, says=_shown(number), number=number) for number in numbers)
    else:
        yield Said(line=line, says=_shown(" ".join(text.split())), number="".join(numbers[:1]), email="".join(emails))


def _is_number(word: str) -> bool:
    has_digit = any(letter.isdigit() for letter in word)
    return has_digit and "@" not in word and not REF.fullmatch(word) and not NOT_A_NUMBER.fullmatch(word)


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
