"""The deeds that make a file's milestones and measures, and say what became of them."""

from collections.abc import Callable, Iterator
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.partnership.exchange.loading.asked import At
from dueregard.plan import actions
from dueregard.plan.exchange.shapes.planned import MeasureIn, MilestoneIn

ROWS = At(())


class Made:
    """A milestone or a measure that has no reference: made by one deed of the file and spoken of by others."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._key = ""

    def make(self, act: Callable[..., Any]) -> Callable[..., object]:
        """The deed that makes it."""

        def do(*given: Any, by: Viewer, **named: Any) -> object:
            made = act(*given, by=by, **named)
            self._key = str(made.pk)
            return made

        return do

    def say(self, act: Callable[..., Any]) -> Callable[..., object]:
        """A deed that says something of it."""

        def do(*, by: Viewer, **named: Any) -> object:
            if not self._key:
                raise Refused(f"There is no such {self._what} on this day")
            return act(self._key, by=by, **named)

        return do


def milestones(rows: list[MilestoneIn]) -> Iterator[FileDeed]:
    """Milestones, and that they were reached or given up."""
    for place, row in enumerate(rows):
        here, made = ROWS.apart("milestones", place), Made("milestone")
        yield here.do(row, made.make(actions.set_milestone), row.action, on=row.date, words=row.words, due=row.due)
        if reached := row.reached:
            given = {"is_given_up": reached.is_given_up, "because": reached.because}
            yield (here / "reached").do(reached, made.say(actions.reach_milestone), on=reached.date, **given)


def measures(rows: list[MeasureIn]) -> Iterator[FileDeed]:
    """Measures with their readings."""
    for place, row in enumerate(rows):
        here, made = ROWS.apart("measures", place), Made("measure")
        given = row.model_dump(include={"words", "unit", "baseline", "target"})
        yield here.do(row, made.make(actions.set_measure), row.action, on=row.date, **given)
        for number, reading in enumerate(row.readings):
            read = {"value": reading.value, "words": reading.words}
            yield (here / "readings" / number).do(reading, made.say(actions.read_measure), on=reading.date, **read)
