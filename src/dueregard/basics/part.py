"""What each app gives to the area file: the shape of its part, the deeds that load it, and the writing of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import IntEnum
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import CharField, Model, TextField
from pydantic import BaseModel, ConfigDict, StringConstraints


class Strict(BaseModel):
    """A piece of an area file: an unknown key or a value of the wrong kind is an error with its place."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Dated(Strict):
    """A row of an area file: the day it happened and, where that was not the same day, when it was typed."""

    date: date
    typed: datetime | None = None


Shape = TypeVar("Shape", bound=BaseModel)
HELD_IN: dict[type[BaseModel], dict[str, list[Any]]] = {}  # the columns each key of a shape fills, for the test that none is missed


def held_in(*models: type[Model], **named: str) -> Callable[[type[Shape]], type[Shape]]:
    """A shape whose text goes into these tables is as long as their columns at the most: SQLite does not ask.

    `named` says which column a key fills that is not called like it. A word out of a list is left to its deed, which names the list.
    """

    def limit(shape: type[Shape]) -> type[Shape]:
        filled = {key: _columns(models, named.get(key, key)) for key in shape.model_fields}
        HELD_IN[shape] = {key: columns for key, columns in filled.items() if columns}
        for key, columns in HELD_IN[shape].items():
            lengths = [
                column.max_length for column in columns if isinstance(column, CharField) and column.max_length and not column.choices
            ]
            if lengths:
                field = shape.model_fields[key]
                field.annotation = _limited(field.annotation, min(lengths))
        shape.model_rebuild(force=True)
        return shape

    return limit


def _columns(models: Iterable[type[Model]], name: str) -> list[Any]:
    """The columns of text with this name."""
    named = [column for model in models for column in model._meta.fields if column.name == name]
    return [column for column in named if isinstance(column, CharField | TextField)]


def _limited(annotation: Any, most: int) -> Any:
    text = Annotated[str, StringConstraints(max_length=most)]
    return text | None if annotation == (str | None) else text


class Line(dict[str, Any]):
    """A row of which there may be thousands: it stands on one line of the file."""


class Phase(IntEnum):
    """When in its day a deed runs, where parts lean on each other: what is made, what follows, what that came to, what ends it."""

    MADE = 0
    FOLLOWED = 1
    WEIGHED = 2
    CLOSED = 3


@dataclass(frozen=True)
class FileDeed:
    """One deed a file asks for. It runs on its day's order, through the same action as the page, stamped with when it was typed."""

    on: date
    path: tuple[str | int, ...]  # its place in the file, for the message if it is refused
    do: Callable[[Any], object]  # takes the Viewer
    typed: datetime | None = None
    phase: Phase = Phase.MADE

    @property
    def typed_at(self) -> datetime:
        return typed_moment(self.on, self.typed)


def typed_moment(on: date, typed: datetime | None) -> datetime:
    """When a row of a file was typed: as it says, or at noon of the day it happened."""
    if typed is None:
        return datetime.combine(on, time(12), UTC)
    return typed if typed.tzinfo else typed.replace(tzinfo=UTC)


def typed_as_written(on: date, typed_at: datetime) -> datetime | None:
    """How a row's typing is written to a file: left out where it is noon of the day it happened."""
    return None if typed_at == typed_moment(on, None) else typed_at.astimezone(UTC)


@dataclass(frozen=True)
class Part(Generic[Shape]):
    """One app's part of an area file."""

    name: str
    shape: type[Shape]
    deeds: Callable[[Shape], Iterable[FileDeed]]  # in the order of the file; the loader sorts them by date, keeping that order within a day
    write: Callable[[Any], dict[str, Any] | list[Any]]  # takes the Viewer; plain values in a fixed order, keys without a value left out
