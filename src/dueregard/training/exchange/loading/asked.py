"""How rows of section 6 become deeds: done when they were typed, those of one moment together where there may be thousands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, typed_moment
from dueregard.basics.refused import Refused
from dueregard.training.exchange.shapes.workforce import Came

Path = tuple[str | int, ...]
Done = Mapping[str, datetime]  # when each import was done
Act = Callable[..., object]
ROW = {"date", "typed"}


def deed(path: Path, row: Dated, act: Act, /, *given: Any, **named: Any) -> FileDeed:
    """A deed of a dated row, done when it was typed: whatever was allowed in that order then is allowed in it again."""
    moment = typed_moment(row.date, row.typed).astimezone(UTC)

    def do(viewer: Viewer) -> object:
        return act(*given, by=viewer, on=row.date, **named)

    return FileDeed(moment.date(), path, do, moment)


def came(path: Path, row: Came, done: Done, act: Act, /, *given: Any, **named: Any) -> FileDeed:
    """The same of a row that may have come with a file: what did was typed when that was done."""
    asked = deed(path, row, act, *given, **named)
    moment = came_at(row, done)
    return replace(asked, on=moment.date(), typed=moment)


def came_at(row: Came, done: Done) -> datetime:
    """When a row was typed, or the file it came with was done."""
    return done.get(row.came_with or "", typed_moment(row.date, row.typed)).astimezone(UTC)


def together(rows: Sequence[tuple[Path, Any]], moment: datetime, act: Callable[..., dict[int, str]]) -> Iterator[FileDeed]:
    """Rows of one moment done in one deed, each with its own place for what is wrong with it."""
    why: dict[int, str] = {}

    def do(viewer: Viewer) -> object:
        why.update(act([row for _path, row in rows], by=viewer))
        return None

    def say(place: int) -> Callable[[Any], object]:
        def refuse(_viewer: Viewer) -> None:
            if place in why:
                raise Refused(why[place])

        return refuse

    yield FileDeed(moment.date(), rows[0][0], do, moment)
    for place, (path, _row) in enumerate(rows):
        yield FileDeed(moment.date(), path, say(place), moment)
