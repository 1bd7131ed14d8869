"""Working through a file of completions: each batch judged, sorted by learner, written in short transactions."""

from collections.abc import Callable, Iterator
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.training.actions import import_runs as running
from dueregard.training.actions.import_runs import Noted, NotTaken
from dueregard.training.models import Import
from dueregard.training.queries import matching
from dueregard.training.rules.bringing_in.columns import places
from dueregard.training.rules.bringing_in.days import Days
from dueregard.training.rules.bringing_in.judging import Completed, Doubt, Judge
from dueregard.training.rules.bringing_in.reading import Cells, Numbered
from dueregard.training.rules.imports import RowFate, Why
from dueregard.training.tasks.outcomes import TO, Outcome, Outcomes
from dueregard.training.tasks.tally import Tally

Looked = tuple[int, Cells, Completed | NotTaken]  # a row's number, what it says, and what was found
PART = 5_000  # written in one transaction: a few hundredths of a second in which nobody else can write


class Completions:
    """One file of completions under work."""

    # Sorted by learner, a batch meets the index of completions in its own order, so that each of its short transactions
    # touches a few pages of it. Unsorted, they would touch nearly all: twice the time of one long transaction. (*Measured.*)
    # Between its batches a file is only read and judged: whoever waits to write on SQLite gets in there, if not before. Of a larger batch
    # they would wait a second.
    batch = 40_000

    def __init__(self, import_: Import, headings: Cells, *, by: Viewer, is_dry: bool) -> None:
        self._import, self._is_dry = import_, is_dry
        self._judge = Judge(
            places=places(import_.source.columns, headings),
            headings=headings,
            people=matching.people(by, import_.source),
            courses=matching.courses_said(by, import_.source),
            days=Days(import_.source.date_order),
            today=by.today,
            unknown=dict(import_.asks.get("courses", {})),
        )
        self._outcomes = Outcomes(import_, headings) if is_dry else None
        self._beside = matching.has_completions(by, besides=import_.pk)
        self._tally = Tally(import_)
        self._line = 0

    def take(
        self, rows: Iterator[Numbered], *, position: Callable[[], int], now: Callable[[], Viewer], pause: Callable[[str], None]
    ) -> bool:
        """One batch, judged as it is read; whether there was one is given back. One committed before an interruption is passed over."""
        taken, not_taken, said = self._judged(rows)
        read = len(taken) + len(not_taken)
        self._line += read
        if self._line <= self._tally.line:
            return read > 0
        pause("judged")
        asks: dict[str, Any] = {"courses": self._judge.unknown}
        asks |= {"two_ways": self._judge.days.two_ways, "shown": sorted(self._judge.days.shown)}
        if self._outcomes:
            self._look(taken, said, now(), self._outcomes)
            asks |= {TO: self._outcomes.end}
        else:
            self._write(taken, now, pause)
        before = self._tally.line
        self._tally.add(self._line, not_taken)
        noted = Noted(line=self._line, bytes_read=position(), counts=self._tally.counts, asks=self._tally.asks | asks, not_taken=not_taken)
        running.note(self._import.ref, by=now(), before=before, noted=noted)
        return True

    def end(self, *, by: Viewer) -> None:
        """Nothing is left to write."""

    def _judged(self, rows: Iterator[Numbered]) -> tuple[list[Completed], list[NotTaken], list[Looked]]:
        """What is taken, sorted; what is not; and, of a file that is only looked at, every row with what it says."""
        taken: list[Completed] = []
        not_taken: list[NotTaken] = []
        said: list[Looked] = []
        judge, is_dry = self._judge.judge, self._is_dry
        for line, cells in rows:
            found = judge(cells)
            if type(found) is tuple:
                taken.append(found)
            elif isinstance(found, Doubt):
                not_taken.append(NotTaken(line=line, why=Why.LOOKS_LIKE, key=found.key, learner=found.learner))
            else:
                not_taken.append(NotTaken(line=line, why=str(found)))
            if is_dry:
                said.append((line, cells, found if type(found) is tuple else not_taken[-1]))
        taken.sort()
        return taken, not_taken, said

    def _look(self, taken: list[Completed], said: list[Looked], by: Viewer, outcomes: Outcomes) -> None:
        with scope(by):
            here = matching.here_already(by, set(taken)) if self._beside else set[Completed]()
        found = []
        for line, cells, row in said:
            if isinstance(row, NotTaken):
                found.append(Outcome.not_taken(line, row.why, cells, row.learner))
            else:
                found.append(Outcome(line, RowFate.SAME if row in here else RowFate.NEW, cells, learner=row[0]))
                here.add(row)  # said once more in the same file, it is here already
        outcomes.add(found, by=by)
        new = sum(row.fate is RowFate.NEW for row in found)
        self._tally.count(RowFate.NEW, new)
        self._tally.count(RowFate.SAME, len(taken) - new)

    def _write(self, taken: list[Completed], now: Callable[[], Viewer], pause: Callable[[str], None]) -> None:
        for start in range(0, len(taken), PART):
            running.keep_completions(taken[start : start + PART], by=now(), file=self._import.pk, beside=self._beside)
            pause("part")
        self._tally.count(RowFate.NEW, len(taken))
