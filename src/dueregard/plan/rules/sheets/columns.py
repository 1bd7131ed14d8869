"""Which row of a sheet holds the headings and which column holds what: as the headings say it, put right by what somebody said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import Line, Table, Unreadable, words_of

Headings = Mapping[str, tuple[str, ...]]  # by field, most telling first; one that ends in * is how a heading begins
LOOKED_AT = 60  # rows from the top in which headings are looked for
TELLING = 3  # headings known in a further row that make it a row of headings


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Which column holds what: the heading row, and a column for each field there is."""

    header: int
    headings: tuple[str, ...]
    of: Mapping[str, int]
    repeats: frozenset[int] = frozenset()  # rows that say the headings again
    is_known: bool = True  # whether any heading was recognised

    @property
    def fingerprint(self) -> str:
        """What tells one layout from another: its headings, however they are written."""
        return sha256("|".join(whole(words) for words in self.headings).encode()).hexdigest()[:32]


def find_columns(table: Table, headings: Headings) -> Columns:
    """The row of headings and what each column holds; Unreadable where there is none, or a second one with other columns."""
    head = table.lines[:LOOKED_AT]
    best = max(head, key=lambda line: (len(_mapped(line, headings)), -line.number))
    is_known = bool(_mapped(best, headings))
    if not is_known:
        best = next((line for line in head if sum(cell is not None for cell in line.cells) > 1), best)
    if len(best.cells) < 2:
        raise Unreadable("No row of headings was found. Name the columns, such as Action, Owner, Due and RAG")
    return Columns(
        header=best.number,
        headings=tuple(words_of(cell) for cell in best.cells),
        of=_mapped(best, headings),
        repeats=_repeats(table.lines, best, headings),
        is_known=is_known,
    )


def _repeats(lines: Sequence[Line], best: Line, headings: Headings) -> frozenset[int]:
    """The rows below that say the same headings again; others refuse the file."""
    first, again = _mapped(best, headings), set()
    for line in lines:
        if line.number <= best.number or len(line.cells) < TELLING or not _is_heading(line, first, headings):
            continue
        found = _mapped(line, headings)
        if any(first.get(field) != column for field, column in found.items()):
            why = f"Row {best.number} and row {line.number} both hold headings, of different columns. Bring in each table by itself"
            raise Unreadable(why)
        again.add(line.number)
    return frozenset(again)


def _is_heading(line: Line, first: Mapping[str, int], headings: Headings) -> bool:
    """Whether a row is made of headings: at least three are known, and nearly every cell of it is one."""
    filled = sum(cell is not None for cell in line.cells)
    needed = max(min(TELLING, max(len(first), 2)), -(-filled * 3 // 4))
    exact, beginnings = _known(tuple(tuple(known) for known in headings.values()))
    texts = (whole(cell) for cell in line.cells if isinstance(cell, str) and len(cell) < 60)
    if sum(words in exact or words.startswith(beginnings) for words in texts) < needed:
        return False
    return len(_mapped(line, headings)) >= needed


@lru_cache(maxsize=8)
def _known(headings: tuple[tuple[str, ...], ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Every heading there is, and how others begin."""
    every = [heading for known in headings for heading in known]
    return frozenset(one for one in every if not one.endswith("*")), tuple(one[:-1] for one in every if one.endswith("*"))


def put_right(columns: Columns, said: Mapping[str, int | None]) -> Columns:
    """Which column holds what, once somebody said so: what they left out is not in the sheet."""
    mapped: dict[str, int | None] = {**columns.of, **said}
    return replace(columns, of={field: column for field, column in mapped.items() if column is not None})


def _mapped(line: Line, headings: Headings) -> dict[str, int]:
    said = {number: whole(words_of(cell)) for number, cell in enumerate(line.cells) if isinstance(cell, str) and len(cell) < 120}
    found: dict[str, int] = {}
    for field, known in headings.items():
        free = {number: words for number, words in said.items() if number not in found.values()}
        ranked = [(rank, number) for number, words in free.items() if (rank := _rank(words, known)) is not None]
        if ranked:
            found[field] = min(ranked)[1]
    return found


def _rank(words: str, known: Sequence[str]) -> int | None:
    for rank, heading in enumerate(known):
        if words == heading or (heading.endswith("*") and words.startswith(heading[:-1])):
            return rank
    return None
