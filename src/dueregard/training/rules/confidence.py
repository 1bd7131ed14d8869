"""How confident people say they are, 0 to 3, before and after a session: when it can be recorded, and what is shown of it to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dueregard.training.rules.programme import CONFIDENCE, When
from dueregard.training.rules.suppression import hide

Number = int | float
ROUNDING = 2  # four rounded percentages can come to 98 or to 102
GOOD = 2  # the step from which somebody is confident: good, or able to champion


def steps_said() -> tuple[str, ...]:
    """The steps as they are asked: 0 Knew nothing …"""
    return tuple(f"{number} {words}" for number, words in enumerate(CONFIDENCE))


def why_not_counts(counts: Sequence[Number], *, came: int | None) -> str | None:
    """The reason counts of answers cannot be recorded; None if they can."""
    if len(counts) != len(CONFIDENCE):
        return f"Give {len(CONFIDENCE)} numbers, for 0 to {len(CONFIDENCE) - 1}; nobody is 0"
    if any(count != int(count) or count < 0 for count in counts):
        return "People are counted in whole numbers, 0 or more"
    if not sum(counts):
        return "Nobody answered: leave all of it empty"
    if came is None:
        return "Record how many came, or who, before what they answered"
    return f"{int(sum(counts))} answered and {came} came: check the numbers" if sum(counts) > came else None


def why_not_percentages(shares: Sequence[Number], *, base: int | None, came: int | None, has_document: bool) -> str | None:
    """The reason published percentages cannot be recorded; None if they can."""
    if len(shares) != len(CONFIDENCE):
        return f"Give {len(CONFIDENCE)} percentages, for 0 to {len(CONFIDENCE) - 1}"
    if any(not 0 <= share <= 100 for share in shares):
        return "A percentage is between 0 and 100"
    if abs(sum(shares) - 100) > ROUNDING:
        return f"The percentages come to {plain(sum(shares))}, not to about 100: check them against the document"
    if not has_document:
        return "Say which document they were published in; where you have the answers themselves, give them as counts"
    if base is not None and base < 1:
        return "They are of one answer at least; leave it empty where the document does not say of how many"
    return f"They are of {base} answers and {came} came: check the numbers" if base and came is not None and base > came else None


def plain(number: Number) -> str:
    """A number without a needless nought."""
    return f"{number:.1f}".removesuffix(".0")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What was answered to one question, before or after."""

    steps: tuple[Number, ...]
    is_percent: bool
    base: int | None = None

    def hidden(self) -> frozenset[int]:
        """The steps, and -1 for all of them together, whose counts would tell of fewer than five people."""
        if self.is_percent:
            return frozenset()  # published by others already
        counts = {number: (int(count),) for number, count in enumerate(self.steps)} | {-1: (int(sum(self.steps)),)}
        return hide({-1: tuple(range(len(self.steps)))}, -1, counts.__getitem__)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One step before or after, as it is shown: its words, and its share of 100 where that may be seen."""

    words: str
    share: float | None = None


NOT_ASKED, NOT_SHOWN = Cell(words="Not asked"), Cell(words="Not shown")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A question as a page shows it: the steps in order, each before and after, and of how many."""

    rows: tuple[tuple[str, Cell, Cell], ...]
    of: tuple[Cell, Cell]
    sentence: str
    is_hidden: bool


def shown(before: Answers | None, after: Answers | None, *, names: bool) -> Shown:
    """What somebody sees of a question: all of it if they may see names, without small groups if not."""
    cells = {when: _cells(answers, names=names) for when, answers in ((When.BEFORE, before), (When.AFTER, after))}
    rows = tuple((words, cells[When.BEFORE][number], cells[When.AFTER][number]) for number, words in enumerate(steps_said()))
    return Shown(
        rows=rows,
        of=(cells[When.BEFORE][-1], cells[When.AFTER][-1]),
        sentence=_sentence({when: _confident(steps) for when, steps in cells.items()}),
        is_hidden=any(cell is NOT_SHOWN for steps in cells.values() for cell in steps.values()),
    )


def _cells(answers: Answers | None, *, names: bool) -> dict[int, Cell]:
    """The cell of each step, and under -1 that of how many answered."""
    if answers is None:
        return dict.fromkeys((*range(len(CONFIDENCE)), -1), NOT_ASKED)
    if answers.is_percent:
        cells = {number: Cell(words=f"{plain(share)}%", share=float(share)) for number, share in enumerate(answers.steps)}
        return cells | {-1: Cell(words=str(answers.base) if answers.base else "Not said")}
    total, gone = int(sum(answers.steps)), frozenset[int]() if names else answers.hidden()
    counted = {
        number: Cell(words=f"{int(count)} ({count / total:.0%})", share=count * 100 / total) for number, count in enumerate(answers.steps)
    }
    return {number: NOT_SHOWN if number in gone else cell for number, cell in (counted | {-1: Cell(words=str(total))}).items()}


def _confident(cells: Mapping[int, Cell]) -> float | None:
    """The share of those who said good or better; None where it may not be told."""
    shares = [cells[number].share for number in range(GOOD, len(CONFIDENCE))]
    return None if None in shares else sum(share for share in shares if share is not None)


def _sentence(confident: Mapping[When, float | None]) -> str:
    before, after = confident[When.BEFORE], confident[When.AFTER]
    if before is None or after is None:
        return ""
    return f"Good or able to champion: {before:.0f}% before, {after:.0f}% after."
