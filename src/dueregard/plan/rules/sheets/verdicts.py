"""What becomes of a row of a sheet, and a change it would make, as a dry run says it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dueregard.basics.choice import Choice


class Verdict(Choice):
    """What becomes of a row."""

    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    ASKS = "asks", "Needs your answer"
    WRONG = "wrong", "Left out"
    SAME = "same", "Nothing changes"

    @property
    def after_a_number(self) -> str:
        """The verdict as it follows a count: 2 to answer."""
        return {Verdict.ASKS: "to answer", Verdict.SAME: "without a change"}.get(self, self.label.lower())


@dataclass(frozen=True, kw_only=True)
class Change:
    """A field of a record that a sheet would change: what it says here, what the sheet says."""

    field: str  # its label
    was: str
    to: str


@dataclass(frozen=True, kw_only=True)
class Clash:
    """A field that was changed both here and in the sheet since the sheet was taken away; somebody says which holds."""

    key: str  # of its answer
    ref: str
    field: str
    here: str
    sheet: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the file: where it stands, what it says, what becomes of it and why."""

    number: int
    says: str
    verdict: Verdict
    why: str
    ref: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def told(self) -> str:
        """Everything said of the row, in one line."""
        fields = [f"{one.field}: {one.was or 'nothing'} → {one.to}" for one in self.changes]
        return "; ".join([*fields, *([self.why] if self.why else [])])


class Stop(Exception):
    """A row goes no further: its verdict and why."""

    def __init__(self, verdict: Verdict, why: str) -> None:
        super().__init__(why)
        self.verdict, self.why = verdict, why


def counts(rows: Sequence[Row]) -> list[tuple[Verdict, int]]:
    """How many rows there are of each verdict, in the order a page says them."""
    return [(verdict, sum(row.verdict is verdict for row in rows)) for verdict in Verdict]
