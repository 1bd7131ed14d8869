"""Making an area from a file, through the same deeds as the pages: whole, or not at all with every reason."""

import hashlib
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.config.area_file.deeds import Doing
from dueregard.config.area_file.header import Header, read_header, the_mapping
from dueregard.config.area_file.parts import FLOORS
from dueregard.config.area_file.problem import Problem, WrongFile
from dueregard.config.area_file.shapes import Shapes
from dueregard.config.area_file.writing import export
from dueregard.config.area_file.yaml_places import read
from dueregard.config.searching import everything
from dueregard.documents.actions.kept import Kept
from dueregard.organisations.actions import create_area, note_loaded
from dueregard.search.actions import indexed_together
from dueregard.training.actions.kept_files import CERTIFICATES, KeptFile

MOST_BYTES = 20_000_000


def load(path: Path, *, now: datetime, shift_to: date | None = None) -> str:
    """Make the area a file describes. Gives "loaded" or "nothing to do"; raises WrongFile, having written nothing."""
    raw = _read(path)
    text = raw.decode("utf-8-sig")
    parsed, places = read(text)
    data = the_mapping(parsed)
    digest = hashlib.sha256(raw).hexdigest()
    header, problems = read_header(data, places)
    there = areas().filter(slug=header.slug).first() if header and not problems else None
    if there is not None:
        return _compare(there, digest, text, now=now)
    if header and shift_to and header.invented and header.ends:
        data = _shifted(data, weeks=(_monday(shift_to) - _monday(header.ends)).days // 7)
        header, problems = read_header(data, places)
    shapes = Shapes(data, places, folder=files_beside(path))
    if header is None or problems:
        raise WrongFile([*problems, *shapes.problems])
    with transaction.atomic():
        _write(header, shapes, Doing(data, places, shapes), now=now, digest=digest)
    return "loaded"


def files_beside(path: Path) -> Path:
    """The folder beside an area file in which the bytes of its documents are, each under its digest."""
    return path.parent / f"{path.stem}-files"


def _read(path: Path) -> bytes:
    try:
        if not path.is_file() and path.exists():
            raise WrongFile([Problem(1, path.name, "it is not a file")])
        if path.stat().st_size > MOST_BYTES:
            raise WrongFile([Problem(1, path.name, "the file is too large to be an area file")])
        raw = path.read_bytes()
        raw.decode("utf-8-sig")
    except OSError as error:
        raise WrongFile([Problem(1, path.name, f"it cannot be read: {error.strerror}")]) from None
    except UnicodeDecodeError:
        raise WrongFile([Problem(1, path.name, "it is not text (UTF-8)")]) from None
    return raw


def _compare(there: Any, digest: str, text: str, *, now: datetime) -> str:
    """The same file again is nothing to do; another one for an area that exists is refused: loading never merges."""
    if there.loaded_digest == digest or export(_operator(there, now)) == text:
        return "nothing to do"
    raise WrongFile([Problem(1, "area.slug", f"the area {there.slug} is here already, and this file is another one: loading never merges")])


def _write(header: Header, shapes: Shapes, doing: Doing, *, now: datetime, digest: str) -> None:
    made = header.model_dump(exclude={"ends", "invented"})
    area = create_area(**made, is_invented=header.invented, at=now)
    viewer = _operator(area, now)
    latest = None if header.invented else timezone.localdate(now)  # an example may be younger than the clock of who looks at it
    try:
        with scope(viewer), indexed_together(lambda: everything(viewer), by=viewer):
            for floor in FLOORS:
                asked = [(part.name, deed) for part, shape in shapes.read if part in floor for deed in part.deeds(shape)]
                in_turn = sorted(asked, key=lambda one: (one[1].on, one[1].phase))  # stable: the file's order within a day
                doing.floor(in_turn, viewer, latest=latest)
            doing.finish()
            note_loaded(digest, by=viewer)
    except BaseException:
        for place in (Kept(str(area.pk)).place, KeptFile(f"{CERTIFICATES}/{area.pk}").place):
            shutil.rmtree(place, ignore_errors=True)  # the rows are rolled back; the bytes would stay
        raise


def _operator(area: Any, now: datetime) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=now, is_invented=area.is_invented)


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _shifted(value: Any, *, weeks: int) -> Any:
    """The same data, so many whole weeks later; a date that has no such day stays, to be refused at its place."""
    if isinstance(value, date):
        try:
            return value + timedelta(weeks=weeks)
        except OverflowError:
            return value
    if isinstance(value, dict):
        return {key: _shifted(inner, weeks=weeks) for key, inner in value.items()}
    if isinstance(value, list):
        return [_shifted(inner, weeks=weeks) for inner in value]
    return value
