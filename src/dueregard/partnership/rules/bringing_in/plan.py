"""What a file would do, row by row: the verdict on each row with its reason. Nothing is written by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dueregard.basics.choice import Choice


class Verdict(Choice):
    """What becomes of a row."""

    MATCHED = "matched", "Here already"
    NEW = "new", "New"
    AMBIGUOUS = "ambiguous", "Needs your answer"
    REJECTED = "rejected", "Left out"

    @property
    def after_a_number(self) -> str:
        """The verdict as it follows a count: 2 to answer."""
        return "to answer" if self is Verdict.AMBIGUOUS else self.label.lower()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row (or cell) of the file: where it stands, what it says, what becomes of it and why."""

    place: str
    says: str
    verdict: Verdict
    why: str


def counts(rows: Sequence[Row]) -> list[tuple[Verdict, int]]:
    """How many rows there are of each verdict, in the order a page says them."""
    return [
        (verdict, sum(row.verdict is verdict for row in rows))
        for verdict in (Verdict.NEW, Verdict.MATCHED, Verdict.AMBIGUOUS, Verdict.REJECTED)
    ]
