"""What the section knows from data: courses of the toolkit, types of setting, and what a safeguarding return is called where."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from yaml import safe_load

from dueregard.basics.part import Strict
from dueregard.organisations.rules import Nation
from dueregard.training.rules.courses import CourseKind, Subject

HERE = Path(__file__).parent


class KnownCourse(Strict):
    """A course many areas use: an area takes it into its own register."""

    id: str
    title: str
    kind: str
    provider: str
    subjects: list[str]
    months: int
    source: str
    place: str


class SettingType(Strict):
    """A type of educational setting: where it is found, since when we hold it, and what registers call it."""

    id: str
    title: str
    nations: list[str]
    since: date
    until: date | None = None
    has_urn: bool
    called: list[str]
    source: str
    place: str


class SettingReturn(Strict):
    """The yearly safeguarding return of a nation's settings: its name there, and the types of setting asked for it."""

    id: str
    nation: str
    title: str
    since: date
    until: date | None = None
    of: list[str]
    source: str
    place: str


class _Courses(Strict):
    courses: list[KnownCourse]


class _Settings(Strict):
    types: list[SettingType]
    returns: list[SettingReturn]


@cache
def known_courses() -> tuple[KnownCourse, ...]:
    """The courses of the list, those of the toolkit first."""
    read = TypeAdapter(_Courses).validate_python(_yaml("courses")).courses
    for course in read:
        if course.kind not in CourseKind.values or not set(course.subjects) <= set(Subject.values):
            raise ValueError(f"The list of courses says {course.kind} and {course.subjects} of {course.id}, which nobody knows")
    return tuple(read)


@cache
def _settings() -> _Settings:
    read = TypeAdapter(_Settings).validate_python(_yaml("settings"))
    ids = [one.id for one in read.types]
    named = {nation for one in read.types for nation in one.nations} | {one.nation for one in read.returns}
    asked = {kind for one in read.returns for kind in one.of}
    if len(ids) != len(set(ids)) or not named <= set(Nation.values) or not asked <= set(ids):
        raise ValueError("The list of types of setting says a type twice, or names a nation or a type that nobody knows")
    return read


def setting_types() -> tuple[SettingType, ...]:
    """Every type of setting, whether it still holds or not, in the order of the list."""
    return tuple(_settings().types)


def setting_types_in(nation: str, *, on: date) -> tuple[SettingType, ...]:
    """The types of setting there are in a nation on a day."""
    return tuple(one for one in setting_types() if nation in one.nations and _holds(one, on))


def setting_return_in(nation: str, *, on: date) -> SettingReturn | None:
    """What the yearly safeguarding return is there on a day."""
    return next((one for one in _settings().returns if one.nation == nation and _holds(one, on)), None)


def type_words(kind: str, *, among: Sequence[SettingType] = ()) -> str:
    """A type's words, by its id."""
    return next((one.title for one in among or setting_types() if one.id == kind), kind)


def _holds(one: SettingType | SettingReturn, on: date) -> bool:
    return one.since <= on and (one.until is None or on <= one.until)


def _yaml(name: str) -> Any:
    return safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
