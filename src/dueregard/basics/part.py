"""What each app gives to the area file: the shape of its part, the deeds that load it, and the writing of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """A piece of an area file: an unknown key or a value of the wrong kind is an error with its place."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Dated(Strict):
    """A row of an area file: the day it happened and, where that was not the same day, when it was typed."""

    date: date
    typed: datetime | None = None


Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True)
class FileDeed:
    """One deed a file asks for. It runs on its day's order, through the same action as the page, stamped with when it was typed."""

    on: date
    path: tuple[str | int, ...]  # its place in the file, for the message if it is refused
    do: Callable[[Any], object]  # takes the Viewer
    typed: datetime | None = None

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
