"""Working through a staff register: a batch is judged and written with how far it is, in one transaction."""

from collections.abc import Callable, Iterator

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
from dueregard.training.tasks.tally import Tally

MISSING_AT_ONCE = 2_000


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
        self._line = 0

    def take(
        self, rows: Iterator[Numbered], *, position: Callable[[], int], now: Callable[[], Viewer], pause: Callable[[str], None]
    ) -> bool:
        """One batch; whether there was one is given back. Of one committed before an interruption, only who is named is noticed."""
        said: list[tuple[int, Said]] = []
        not_taken: list[NotTaken] = []
        read = 0
        for line, cells in rows:
            read += 1
            found = self._register.judge(cells)
            if isinstance(found, Said):
                said.append((NEW if found.place == NEW else self._people.learner(found.place), found))
            else:
                not_taken.append(NotTaken(line=line, why=str(found)))
        self._line += read
        if self._line > self._tally.line:
            pause("judged")
            self._write(said, not_taken, bytes_read=position(), by=now())
        return read > 0

    def _write(self, said: list[tuple[int, Said]], not_taken: list[NotTaken], *, bytes_read: int, by: Viewer) -> None:
        before = self._tally.line
        new = sum(learner == NEW for learner, _ in said)
        with scope(by):
            changed = registers.changed(by, said)
        self._tally.add(self._line, not_taken)
        self._tally.count(RowFate.NEW, new)
        self._tally.count(RowFate.CHANGED, changed)
        self._tally.count(RowFate.SAME, len(said) - new - changed)
        asks = {"two_ways": self._days.two_ways, "shown": sorted(self._days.shown)}
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
