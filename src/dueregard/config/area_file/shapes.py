"""A file’s parts as shapes. What is misshapen is reported and left out, so that the rest is tried and every mistake is found at once."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError as ShapeError
from pydantic_core import ErrorDetails

from dueregard.basics.part import Part
from dueregard.config.area_file.mistakes import said
from dueregard.config.area_file.parts import PARTS
from dueregard.config.area_file.problem import Problem, dotted
from dueregard.config.area_file.yaml_places import Places

Place = tuple[str | int, ...]
NAMING = {"marked", "redacted", "record"}  # rows whose ref names something instead of being given to it


class Shapes:
    """The parts of a file that have the right shape, and what was wrong with the rest."""

    def __init__(self, data: dict[str, Any], places: Places, *, folder: Path) -> None:
        self.read: list[tuple[Part[Any], Any]] = []
        self.problems: list[Problem] = []
        self.reported: set[Place] = set()  # rows whose mistake is known already
        self.left_out: set[str] = set()  # the references given in rows that were left out
        self._left: dict[tuple[str, str], list[int]] = {}  # of a list some rows were left out of: where the others stood
        self._places = places
        self._note_twins(data)
        for part in PARTS:
            if part.name in data:
                self._read(part, data[part.name], str(folder))

    def place(self, part: str, path: Place) -> Place:
        """The place in the file of a place in a shape."""
        if len(path) > 1 and (part, path[0]) in self._left:
            name, number, *rest = path
            return (part, name, self._left[part, str(name)][int(number)], *rest)
        return (part, *path)

    def _say(self, place: Place, says: str) -> None:
        self.problems.append(Problem(self._places.line(place), dotted(place), says))

    def _note_twins(self, data: dict[str, Any]) -> None:
        first: dict[tuple[Place, str], Place] = {}
        for place, ref in given_refs(data):
            kind = tuple(step for step in place if isinstance(step, str))
            earlier = first.setdefault((kind, ref), place)
            if earlier != place:
                self._say((*place, "ref"), f"{ref} is given twice, first at line {self._places.line((*earlier, 'ref'))}")
                self.reported.add(place)

    def _read(self, part: Part[Any], asked: Any, folder: str) -> None:
        beside = {"files_from": folder} if "files_from" in part.shape.model_fields else {}
        if not isinstance(asked, dict):
            self._say((part.name,), "this is not a row of keys with values")
            return
        for key in beside.keys() & asked.keys():
            self._say((part.name, key), "there is no such key")
        try:
            self.read.append((part, part.shape.model_validate({**asked, **beside})))
        except ShapeError as error:
            self.problems += said(error, (part.name,), self._places)
            rest = self._without(part.name, asked, error.errors(include_url=False))
            try:
                self.read.append((part, part.shape.model_validate({**rest, **beside})))
            except ShapeError:
                self.left_out |= {ref for _place, ref in given_refs(asked)}

    def _without(self, part: str, asked: dict[str, Any], mistakes: Sequence[ErrorDetails]) -> dict[str, Any]:
        """A part without its unknown keys, and without its rows in which something else is wrong."""
        wrong = [mistake["loc"] for mistake in mistakes if mistake["type"] != "extra_forbidden"]
        whole = deepcopy(asked)
        for mistake in mistakes:
            if mistake["type"] == "extra_forbidden":
                _drop_key(whole, mistake["loc"])
        rest: dict[str, Any] = {}
        for name, rows in whole.items():
            if (name,) in wrong:
                continue
            if isinstance(rows, list):
                bad = {place[1] for place in wrong if place[0] == name and len(place) > 1}
                self._left[part, name] = [number for number in range(len(rows)) if number not in bad]
                self.left_out |= {ref for number in bad for _place, ref in given_refs(rows[int(number)])}
                rows = [row for number, row in enumerate(rows) if number not in bad]
            rest[name] = rows
        return rest


def _drop_key(value: Any, place: Place) -> None:
    for step in place[:-1]:
        value = value[step]
    value.pop(place[-1], None)


def given_refs(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every reference that a file gives to something, with the place of its row."""
    if isinstance(value, dict):
        if isinstance(value.get("ref"), str) and not NAMING & set(place):
            yield place, value["ref"]
        for key, inner in value.items():
            yield from given_refs(inner, (*place, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from given_refs(inner, (*place, number))
