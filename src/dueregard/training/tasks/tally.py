"""What was counted so far in a file under work, taken up again from where it was committed."""

from collections.abc import Sequence
from typing import Any

from dueregard.training.actions.import_runs import NotTaken
from dueregard.training.models import Import
from dueregard.training.rules.imports import RowFate, fate_of


class Tally:
    """Rows by what became of them, and those not taken by reason."""

    def __init__(self, import_: Import) -> None:
        self.line = import_.line
        self.counts = {fate.replace("-", "_"): getattr(import_, f"rows_{fate.replace('-', '_')}") for fate in RowFate.values}
        self._reasons: dict[str, int] = dict(import_.asks.get("reasons", {}))

    def count(self, fate: RowFate, rows: int) -> None:
        """So many rows more of a fate."""
        self.counts[fate.replace("-", "_")] += rows

    def add(self, line: int, not_taken: Sequence[NotTaken]) -> None:
        """A batch up to a row, with those of it that were not taken."""
        self.line = line
        for row in not_taken:
            self._reasons[row.why] = self._reasons.get(row.why, 0) + 1
            self.count(fate_of(row.why), 1)

    @property
    def asks(self) -> dict[str, Any]:
        """What is kept beside the counts."""
        return {"reasons": self._reasons}
