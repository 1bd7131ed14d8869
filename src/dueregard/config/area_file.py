"""Area files: a whole area as one readable file, loaded through the same deeds as the pages, and written so that it loads again exactly."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from pydantic import ValidationError as ShapeError

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.assurance.exchange import PART as ASSURANCE
from dueregard.basics.part import FileDeed, Part, Strict
from dueregard.basics.refused import Refused
from dueregard.config import yaml_places
from dueregard.documents.exchange import PART as DOCUMENTS
from dueregard.guidance.exchange import PART as GUIDANCE
from dueregard.organisations.actions import create_area, note_loaded
from dueregard.organisations.exchange import PART as ORGANISATIONS
from dueregard.organisations.queries import area as own_area
from dueregard.organisations.rules import AreaKind, Nation, why_not_call
from dueregard.partnership.exchange import PART as PARTNERSHIP

# In floor order: what a later part names, an earlier one has made.
PARTS: tuple[Part[Any], ...] = (ORGANISATIONS, GUIDANCE, DOCUMENTS, PARTNERSHIP, ASSURANCE)
MOST_BYTES = 20_000_000


class Header(Strict):
    """The area itself."""

    slug: str
    name: str
    kind: str
    nation: str = Nation.ENGLAND.value
    held_by: str = ""
    began: date
    invented: bool = False
    ends: date | None = None  # invented areas: the last day of their story, moved into this week at the demo's first load


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a file, and where."""

    line: int
    path: str
    says: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.path}: {self.says}"


class WrongFile(Exception):
    """A file that was not loaded; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load(path: Path, *, now: datetime, shift_to: date | None = None) -> str:
    """Make the area a file describes. Gives "loaded" or "nothing to do"; raises WrongFile, having written nothing."""
    raw = _read(path)
    data, places = yaml_places.read(raw.decode("utf-8-sig"))
    if not isinstance(data, dict):
        raise WrongFile([Problem(1, "the file", "an area file is a list of named parts; see the examples")])
    digest = hashlib.sha256(raw).hexdigest()
    header = _header(data, places)
    there = areas().filter(slug=header.slug).first()
    if there is not None:
        return _compare(there, digest, raw, now=now)
    if shift_to and header.invented and header.ends:
        data = _shifted(data, weeks=(_monday(shift_to) - _monday(header.ends)).days // 7)
        header = _header(data, places)
    shapes = _shapes(data, places, folder=path.parent / f"{path.stem}-files")
    with transaction.atomic():
        _write(header, shapes, places, now=now, digest=digest)
    return "loaded"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise WrongFile([Problem(1, path.name, "the file is too large to be an area file")])
        raw = path.read_bytes()
        raw.decode("utf-8-sig")
    except OSError as error:
        raise WrongFile([Problem(1, path.name, f"it cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise WrongFile([Problem(1, path.name, "it is not text (UTF-8)")]) from None
    return raw


def _header(data: dict[str, Any], places: yaml_places.Places) -> Header:
    known = {"area", *(part.name for part in PARTS)}
    problems = [Problem(places.line((key,)), str(key), "there is no such part in an area file") for key in data if key not in known]
    try:
        header = Header.model_validate(data.get("area", {}))
    except ShapeError as error:
        raise WrongFile(problems + list(_said(error, ("area",), places))) from None
    if header.kind not in AreaKind.values:
        problems.append(Problem(places.line(("area", "kind")), "area.kind", f"one of: {', '.join(AreaKind.values)}"))
    if header.nation not in Nation.values:
        problems.append(Problem(places.line(("area", "nation")), "area.nation", f"one of: {', '.join(Nation.values)}"))
    if reason := why_not_call(header.slug):
        problems.append(Problem(places.line(("area", "slug")), "area.slug", reason))
    if problems:
        raise WrongFile(problems)
    return header


def _compare(there: Any, digest: str, raw: bytes, *, now: datetime) -> str:
    """The same file again is nothing to do; another one for an area that exists is refused: loading never merges."""
    if there.loaded_digest == digest or export(_operator(there, now)).encode() == raw:
        return "nothing to do"
    raise WrongFile([Problem(1, "area.slug", f"the area {there.slug} is here already, and this file is another one: loading never merges")])


def _shapes(data: dict[str, Any], places: yaml_places.Places, *, folder: Path) -> list[tuple[Part[Any], Any]]:
    shapes: list[tuple[Part[Any], Any]] = []
    problems: list[Problem] = []
    for part in PARTS:
        if part.name not in data:
            continue
        asked = data[part.name]
        if "files_from" in part.shape.model_fields and isinstance(asked, dict):
            asked = {**asked, "files_from": str(folder)}
        try:
            shapes.append((part, part.shape.model_validate(asked)))
        except ShapeError as error:
            problems += _said(error, (part.name,), places)
    if problems:
        raise WrongFile(problems)
    return shapes


def _said(error: ShapeError, above: tuple[str, ...], places: yaml_places.Places) -> Iterator[Problem]:
    for wrong in error.errors():
        path = (*above, *wrong["loc"])
        words = "there is no such key" if wrong["type"] == "extra_forbidden" else wrong["msg"].replace("Field required", "this is missing")
        yield Problem(places.line(path), ".".join(map(str, path)), words)


def _write(header: Header, shapes: list[tuple[Part[Any], Any]], places: yaml_places.Places, *, now: datetime, digest: str) -> None:
    made = header.model_dump(exclude={"ends", "invented"})
    area = create_area(**made, is_invented=header.invented, at=now)
    viewer = _operator(area, now)
    problems: list[Problem] = []
    with scope(viewer):
        for part, shape in shapes:
            for deed in sorted(part.deeds(shape), key=lambda deed: deed.on):  # stable: the file's order within a day
                problems += _done(deed, viewer, (part.name, *deed.path), places)
        if problems:
            raise WrongFile(problems)
        note_loaded(digest, by=viewer)


def _done(deed: FileDeed, viewer: Viewer, path: tuple[str | int, ...], places: yaml_places.Places) -> list[Problem]:
    try:
        with transaction.atomic():
            deed.do(viewer.at(deed.typed_at))
    except (Refused, PermissionDenied, ValidationError) as refusal:
        says = str(refusal)
    except ObjectDoesNotExist as missing:
        says = f"it names something that is not in the file: {missing}"
    except (DatabaseError, ValueError) as wrong:
        says = f"this does not fit: {wrong}"
    else:
        return []
    return [Problem(places.line(path), ".".join(map(str, path)), says)]


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _shifted(value: Any, *, weeks: int) -> Any:
    """The same data, so many whole weeks later."""
    if isinstance(value, date):
        return value + timedelta(weeks=weeks)
    if isinstance(value, dict):
        return {key: _shifted(inner, weeks=weeks) for key, inner in value.items()}
    if isinstance(value, list):
        return [_shifted(inner, weeks=weeks) for inner in value]
    return value


def _operator(area: Any, now: datetime) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=now, is_invented=area.is_invented)


def export(viewer: Viewer, *, official: bool = False) -> str:
    """The whole area as a file's text, all but the trail, accounts, outbox and cases. Loading it and exporting again gives the same bytes."""
    seen_by = replace(viewer, is_cleared=False) if official else viewer
    with scope(viewer):
        area = own_area(viewer)
        header = {
            "slug": area.slug,
            "name": area.name,
            "kind": area.kind,
            "nation": area.nation,
            "held_by": area.held_by,
            "began": area.began,
            "invented": area.is_invented,
        }
        parts = {part.name: part.write(seen_by) for part in PARTS}
    marking = "OFFICIAL" if official else "OFFICIAL-SENSITIVE"
    body = {"area": header} | {name: rows for name, rows in parts.items() if rows}
    return f"# {marking}. An area file of Due Regard: dueregard load makes this area again.\n" + yaml_places.write(body)
