"""What several commands ask for: an area by name, a file to write, a clear stop."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas


def stop(sentence: str) -> NoReturn:
    """End with one clear sentence and a non-zero exit."""
    complain(sentence)
    raise SystemExit(1)


def complain(sentence: str) -> None:
    """Say what is wrong, where errors go."""
    sys.stderr.write(f"dueregard: {sentence}\n")


def operator(slug: str) -> Viewer:
    """The operator in an area, or a stop that names the areas there are."""
    area = areas().filter(slug=slug).first()
    if area is None:
        there = ", ".join(areas().values_list("slug", flat=True)) or "none yet"
        stop(f"There is no area called {slug!r} here. The areas are: {there}")
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=timezone.now(), is_invented=area.is_invented)


def place_for(name: str) -> Path:
    """Where a file is to be written, asked before the work is done."""
    path = Path(name)
    if path.is_dir() or not path.absolute().parent.is_dir():
        stop(f"{name} cannot be written: {'it is a folder' if path.is_dir() else 'there is no such folder'}")
    return path


def write_file(path: Path, content: bytes, *, is_private: bool = True) -> None:
    """Write a file, whole; what may be sensitive is for whoever runs this alone to read."""
    part = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600 if is_private else 0o644), "wb") as file:
            file.write(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        stop(f"{path} cannot be written: {error.strerror}")


def say(text: str) -> None:
    """Print to the terminal."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
