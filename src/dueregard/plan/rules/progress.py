"""How the actions of a plan go, counted by objective and by partner: numbers of actions, never a percentage. Pure Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dueregard.basics.choice import Choice
from dueregard.basics.dates import counted, listed
from dueregard.partnership.rules.decisions import ActionStatus, Rag

LEFT, WIDE = 330, 132  # where the first column begins, and how wide each is


class Going(Choice):
    """How an action goes, as the picture counts it."""

    DONE = "done", "Done"
    ON_COURSE = "green", "On course"
    AT_RISK = "amber", "At risk"
    OFF_COURSE = "red", "Off course"
    NOT_SAID = "not-said", "Nothing said yet"
    DROPPED = "dropped", "Dropped"


COLUMNS = tuple(Going)
_SAID = {column: column.label.lower() for column in Going} | {Going.NOT_SAID: "with nothing said yet"}


def going(status: ActionStatus, rag: Rag | None) -> Going:
    """How an action goes: whether it is closed, otherwise what its owner said last."""
    if status is not ActionStatus.OPEN:
        return Going(status.value)
    return Going(rag.value) if rag else Going.NOT_SAID


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One objective or partner with its actions counted."""

    words: str
    page: str = ""  # the page of it, where it has one
    ref: str = ""
    counts: tuple[int, ...]  # one for each column
    late: int

    @property
    def whole(self) -> int:
        """All its actions."""
        return sum(self.counts)

    @property
    def sentence(self) -> str:
        """The same in words: 2 done, 1 at risk."""
        said = [f"{number} {_SAID[column]}" for column, number in zip(COLUMNS, self.counts, strict=True) if number]
        return f"{listed(said)}{f'; {self.late} late' if self.late else ''}" if said else "No action"


@dataclass(frozen=True, kw_only=True)
class One:
    """An action as it is counted."""

    going: Going
    is_late: bool = False


def count(words: str, actions: Iterable[One], *, page: str = "", ref: str = "") -> Counted:
    """The actions of an objective or a partner, counted by how they go."""
    rows = list(actions)
    counts = tuple(sum(row.going is column for row in rows) for column in COLUMNS)
    return Counted(words=words, page=page, ref=ref, counts=counts, late=sum(row.is_late for row in rows))


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Rows of the picture with what they are rows of, and the longest bar they share a scale with."""

    of: str  # objective, or partner
    rows: tuple[Counted, ...]

    @property
    def most(self) -> int:
        """The highest count in it: its bar is the longest."""
        return max((number for row in self.rows for number in row.counts), default=0)

    def width(self, number: int) -> float:
        """How long the bar of a count is."""
        return round((WIDE - 44) * number / self.most, 1) if self.most else 0

    def x(self, column: int) -> int:
        """Where a column begins."""
        return LEFT + WIDE * column

    @property
    def columns(self) -> Sequence[Going]:
        """How an action may go, in order."""
        return COLUMNS


def say_progress(actions: Iterable[One]) -> str:
    """How a plan's actions go, as their owners say it, in one sentence."""
    whole = count("", actions)
    if not whole.whole:
        return "No action is in the plan yet, so nothing can be said of how it goes."
    return f"Of {counted(whole.whole, 'action')}: {whole.sentence}."
