"""Doing what a file asks for, deed by deed, and keeping every refusal with its place."""

import re
from collections.abc import Iterator
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

REF = re.compile(r"[A-Z]+(?:-\d+)*-\d+")


class Doing:
    """The deeds of one file: what was refused, and what could not be done only because of that."""

    def __init__(self, data: dict[str, Any], places: Places, shapes: Shapes) -> None:
        self._data = data
        self._places = places
        self._shapes = shapes
        self._given = {ref for _place, ref in given_refs(data)}
        self._problems = list(shapes.problems)
        self._refused = set(shapes.left_out)
        self._followers = 0

    def do(self, deed: FileDeed, viewer: Viewer, *, part: str, latest: date | None) -> None:
        """One deed, whole or not at all; a refusal is kept for the end."""
        path = self._shapes.place(part, deed.path)
        if latest and deed.typed_at.date() > latest:
            self._refuse(path, "this is dated after today, and nobody can have typed it yet")
            return
        try:
            with transaction.atomic():
                deed.do(viewer.at(deed.typed_at))
        except (Refused, PermissionDenied) as refusal:
            self._refuse(path, str(refusal))
        except ValidationError as wrong:
            self._refuse(path, " ".join(wrong.messages))
        except ObjectDoesNotExist:
            self._missing(path)
        except IntegrityError:
            self._refuse(path, "this is in the file twice, or does not fit what is around it")
        except (DatabaseError, ValueError, OverflowError) as wrong:
            self._refuse(path, f"this does not fit: {' '.join(str(wrong).split())}")

    def finish(self) -> None:
        """Raise everything that was refused, if anything was."""
        if self._problems:
            rows = "1 row names" if self._followers == 1 else f"{self._followers} rows name"
            raise WrongFile(self._problems, also=f"{rows} what was refused, and so could not be tried" if self._followers else "")

    def _refuse(self, path: Place, says: str) -> None:
        if path not in self._shapes.reported:
            self._problems.append(Problem(self._places.line(path), dotted(path), says))
        self._refused |= {row["ref"] for row in self._rows(path)[-1:] if isinstance(row.get("ref"), str)}

    def _missing(self, path: Place) -> None:
        """Something the row names is not there: not in the file, or refused, or not yet there on that day."""
        rows = self._rows(path)
        named = [(key, ref) for row in rows for key, ref in _named(row)]
        unknown = [(key, ref) for key, ref in named if ref not in self._given]
        own = rows[-1] if rows else {}
        if any(ref in self._refused for _key, ref in named):
            self._followers += 1
            self._refused |= {own["ref"]} if isinstance(own.get("ref"), str) else set()
        elif unknown:
            for key, ref in unknown:
                here = (*path, key) if key in own else path
                self._refuse(here, f"there is no {ref} in this file")
        else:
            refs = ", ".join(dict.fromkeys(ref for key, ref in named if key != "ref"))
            self._refuse(path, f"it names what is not there on that day{f': {refs}' if refs else ''}")

    def _rows(self, path: Place) -> list[dict[str, Any]]:
        """The rows on the way to a place in the file, the outermost first."""
        found: list[dict[str, Any]] = []
        inner: Any = self._data
        for step in path:
            inner = _within(inner, step)
            if isinstance(inner, dict):
                found.append(inner)
        return found[1:]  # the part itself is no row


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
