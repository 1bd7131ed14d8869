"""Doing what a file asks for, deed by deed, and keeping every refusal with its place."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.config.area_file.problem import Problem, WrongFile, dotted
from dueregard.config.area_file.shapes import Place, Shapes, given_refs
from dueregard.config.area_file.yaml_places import Places

NOT_THERE = "There is no "  # how deeds begin to say so
REF = re.compile(r"[A-Z]+(?:-\d+)*-\d+|RS?\d+")  # risks without a dash
REFUSALS = (Refused, ObjectDoesNotExist, PermissionDenied, ValidationError, DatabaseError, ValueError, OverflowError)


def _why_not_typed(deed: FileDeed, latest: date | None) -> str | None:
    """The reason nobody can have typed this when the file says so."""
    if not 1900 <= deed.typed_at.year < 2200:
        return "this cannot be right: check the year"
    if latest and deed.typed_at.date() > latest:
        return "this is dated after today, and nobody can have typed it yet"
    return None


def _refusal(deed: FileDeed, viewer: Viewer, latest: date | None) -> Exception | None:
    """Do one deed, whole or not at all; why it was refused, if it was."""
    if reason := _why_not_typed(deed, latest):
        return Refused(reason)
    try:
        with transaction.atomic():
            deed.do(viewer.at(deed.typed_at))
    except REFUSALS as refusal:
        return refusal
    return None


class Doing:
    """The deeds of one file: what was refused, and what could not be done only because of that."""

    def __init__(self, data: dict[str, Any], places: Places, shapes: Shapes) -> None:
        self._data = data
        self._places = places
        self._shapes = shapes
        self._given = {ref for _place, ref in given_refs(data)}
        self._problems = list(shapes.problems)
        self._refused = set(shapes.left_out)
        self._wanting: set[Place] = set()  # where something named was not there
        self._followers = 0

    def floor(self, asked: Sequence[tuple[str, FileDeed]], viewer: Viewer, *, latest: date | None) -> None:
        """Deeds in their order. What is refused is tried again once the rest is done, as long as that helps: it may name a later one."""
        tried = [(part, deed, _refusal(deed, viewer, latest)) for part, deed in asked]
        left = [(part, deed, refusal) for part, deed, refusal in tried if refusal is not None]
        while (again := [one for one in left if _refusal(one[1], viewer, latest) is not None]) and len(again) < len(left):
            left = again
        for part, deed, refusal in again:
            self._say(self._shapes.place(part, deed.path), refusal)

    def _say(self, path: Place, refusal: Exception) -> None:
        """Keep why a deed was refused when it was first tried, for the end."""
        says = str(refusal)
        if isinstance(refusal, Refused):
            self._missing(path, says) if says.startswith(NOT_THERE) else self._refuse(path, says)
        elif isinstance(refusal, ObjectDoesNotExist):
            self._missing(path, "")
        else:
            self._refuse(path, _in_words(refusal))

    def finish(self) -> None:
        """Raise everything that was refused, if anything was."""
        if self._problems:
            rows = "1 row names" if self._followers == 1 else f"{self._followers} rows name"
            raise WrongFile(self._problems, also=f"{rows} what was refused, and so could not be tried" if self._followers else "")

    def _refuse(self, path: Place, says: str) -> None:
        if self._follows(path):
            self._follow(path)
        else:
            self._report(path, says)

    def _follows(self, path: Place) -> bool:
        """Whether this is about something that was not there, or a stage of a record something of which was not."""
        is_stage = len(path) == 4 and isinstance(path[3], str)
        return any(path[: len(gone)] == gone or (is_stage and path[:3] == gone[:3]) for gone in self._wanting)

    def _follow(self, path: Place) -> None:
        self._followers += 1
        self._note(path)

    def _report(self, path: Place, says: str) -> None:
        if path not in self._shapes.reported:
            self._problems.append(Problem(self._places.line(path), dotted(path), says))
        self._note(path)

    def _note(self, path: Place) -> None:
        """What the row would have made, or is part of, is not there for whatever names it."""
        refs = [row["ref"] for row in self._rows(path) if isinstance(row.get("ref"), str)]
        self._refused |= set(refs[-1:])

    def _missing(self, path: Place, says: str) -> None:
        """Something the row names is not there: it was refused, or is not in the file, or is not there on that day."""
        rows = self._rows(path)
        own, around = (rows[-1], rows[:-1]) if rows else ({}, [])
        named = [*_named(own), *((key, ref) for row in around for key, ref in _named(row) if key == "ref")]
        unknown = [(key, ref) for key, ref in named if ref not in self._given]
        for key, ref in unknown:
            self._report((*path, key) if key in own else path, f"there is no {ref} in this file")
        refs = {ref for row in rows for _key, ref in _named(row)} | set(REF.findall(says))
        if refs & self._refused and not unknown:
            self._follow(path)
        elif not unknown:
            there = ", ".join(dict.fromkeys(ref for key, ref in named if key != "ref" or own.get("ref") != ref))
            missing = f"something it needs is not there on that day{f' ({there})' if there else ''}"
            self._report(path, _too_early(own, around) or says or missing)
        self._note(path)
        self._wanting.add(path)

    def _rows(self, path: Place) -> list[dict[str, Any]]:
        """The rows on the way to a place in the file, the outermost first."""
        found: list[dict[str, Any]] = []
        inner: Any = self._data
        for step in path:
            inner = _within(inner, step)
            if isinstance(inner, dict):
                found.append(inner)
        return found[1:]  # the part itself is no row


def _too_early(own: dict[str, Any], around: list[dict[str, Any]]) -> str | None:
    """Whether a row is dated before the record it is part of: an end before its beginning."""
    for row in reversed(around):
        planned = row.get("planned")
        began = row.get("date") or (planned.get("date") if isinstance(planned, dict) else None)
        if isinstance(began, date) and isinstance(own.get("date"), date) and own["date"] < began:
            return f"{own['date']} is before {row.get('ref', 'what it is part of')} itself, which is dated {began}"
    return None


def _in_words(wrong: Exception) -> str:
    """What the database or a form says of a row, in a sentence."""
    if isinstance(wrong, IntegrityError):
        return "this is in the file twice, or does not fit what is around it"
    if isinstance(wrong, OverflowError):
        return "a number or a date here is too large"
    if isinstance(wrong, ValidationError):
        return " ".join(wrong.messages)
    return str(wrong) if isinstance(wrong, PermissionDenied) else f"this does not fit: {' '.join(str(wrong).split())}"


def _within(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _named(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a row names: references among its own values. DOC-4/2 names DOC-4."""
    for key, value in row.items():
        ref = value.partition("/")[0] if isinstance(value, str) else ""
        if REF.fullmatch(ref):
            yield key, ref
