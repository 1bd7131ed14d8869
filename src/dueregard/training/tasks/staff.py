"""Working through a staff register: a batch is judged and written with how far it is, in one transaction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.training.actions import import_runs as running
from dueregard.training.actions.import_runs import Noted, NotTaken
from dueregard.training.actions.registers import keep_staff
from dueregard.training.models import Import
from dueregard.training.queries import matching, registers
from dueregard.training.rules.bringing_in.columns import places
from dueregard.training.rules.bringing_in.days import Days
from dueregard.training.rules.bringing_in.reading import Cells, Numbered
from dueregard.training.rules.bringing_in.register import NEW, Register, Said
from dueregard.training.rules.imports import RowFate
from dueregard.training.tasks.outcomes import TO, Outcome, Outcomes
from dueregard.training.tasks.tally import Tally

MISSING_AT_ONCE = 2_000
TEAMS, MOST_TEAMS = "teams", 50  # named first by this register


@dataclass
class _Batch:
    """Some rows of a register: what those say that are taken, each with its number and words, and the others."""

    said: list[tuple[int, Said]] = field(default_factory=list)
    rows: list[Numbered] = field(default_factory=list)
    not_taken: list[NotTaken] = field(default_factory=list)
    others: list[Outcome] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many rows."""
        return len(self.said) + len(self.not_taken)

    def outcomes(self, changed: list[bool]) -> list[Outcome]:
        """What becomes of those that are taken."""
        return [
            Outcome(line, _fate(learner, is_changed), cells, learner=max(learner, 0))
            for (line, cells), (learner, _said), is_changed in zip(self.rows, self.said, changed, strict=True)
        ]


def _fate(learner: int, is_changed: bool) -> RowFate:
    return RowFate.NEW if learner == NEW else RowFate.CHANGED if is_changed else RowFate.SAME


class Staff:
    """One staff register under work."""

    batch = 500

    def __init__(self, import_: Import, headings: Cells, *, by: Viewer, is_dry: bool) -> None:
        self._import, self._is_dry = import_, is_dry
        self._people = matching.people(by, import_.source, with_rows_of=import_.pk)
        self._days = Days(import_.source.date_order)
        where = places(import_.source.columns, headings)
        self._register = Register(places=where, headings=headings, people=self._people, days=self._days)
        self._tally = Tally(import_)
        self._outcomes = Outcomes(import_, headings) if is_dry else None
        self._teams, self._new_teams = registers.team_names(by, import_.source), set(import_.asks.get(TEAMS, ()))
        self._line = 0

    def take(
        self, rows: Iterator[Numbered], *, position: Callable[[], int], now: Callable[[], Viewer], pause: Callable[[str], None]
    ) -> bool:
        """One batch; whether there was one is given back. Of one committed before an interruption, only who is named is noticed."""
        batch = _Batch()
        for line, cells in rows:
            found = self._register.judge(cells)
            if isinstance(found, Said):
                batch.said.append((NEW if found.place == NEW else self._people.learner(found.place), found))
                batch.rows.append((line, cells))
            else:
                batch.not_taken.append(NotTaken(line=line, why=str(found)))
                batch.others.append(Outcome.not_taken(line, str(found), cells))
        self._line += batch.read
        if self._line > self._tally.line:
            pause("judged")
            self._write(batch, bytes_read=position(), by=now())
        return batch.read > 0

    def _write(self, batch: "_Batch", *, bytes_read: int, by: Viewer) -> None:
        before, said, not_taken = self._tally.line, batch.said, batch.not_taken
        with scope(by):
            changed = registers.changed(by, said)
        self._tally.add(self._line, not_taken)
        found = batch.outcomes(changed)
        for fate in (RowFate.NEW, RowFate.CHANGED, RowFate.SAME):
            self._tally.count(fate, sum(row.fate is fate for row in found))
        self._new_teams |= {row.team for _, row in said if row.team and row.team.casefold() not in self._teams}
        asks: dict[str, Any] = {
            TEAMS: sorted(self._new_teams)[:MOST_TEAMS],
            "two_ways": self._days.two_ways,
            "shown": sorted(self._days.shown),
        }
        if self._outcomes:
            self._outcomes.add(sorted([*found, *batch.others], key=lambda row: row.line), by=by)
            asks |= {TO: self._outcomes.end}
        noted = Noted(line=self._line, bytes_read=bytes_read, counts=self._tally.counts, asks=self._tally.asks | asks, not_taken=not_taken)
        if self._is_dry:
            running.note(self._import.ref, by=by, before=before, noted=noted)
        else:
            keep_staff(said, by=by, ref=self._import.ref, before=before, noted=noted)

    def end(self, *, by: Viewer) -> None:
        """Note who was not named, where the register names everybody."""
        missing = self._register.missing() if self._import.source.is_full and not self._is_dry else []
        for start in range(0, len(missing), MISSING_AT_ONCE):
            running.note_missing(missing[start : start + MISSING_AT_ONCE], by=by, file=self._import.pk)
