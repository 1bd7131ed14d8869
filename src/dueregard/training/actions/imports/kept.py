"""Where the bytes of a file lie until it is brought in: readable by this install alone, under a name that says nothing."""

import os
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

FOLDER = "imports"


def keep(pieces: Iterable[bytes], *, area_id: int) -> tuple[str, str, int]:
    """Write a file piece by piece; its path, digest and size are given back. A disk that fills leaves nothing behind."""
    path = f"{FOLDER}/{area_id}/{uuid4().hex}"
    place = place_of(path)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = sha256(), 0
    try:
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
                size += len(piece)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return path, digest.hexdigest(), size


def place_of(path: str) -> Path:
    """Where a file is on this machine."""
    return Path(settings.MEDIA_ROOT) / path


def drop(path: str) -> None:
    """Delete the bytes of a file, if they are there."""
    if path:
        place_of(path).unlink(missing_ok=True)


def take_away(path: str) -> None:
    """Delete the bytes of a file once what says so is written for good."""
    transaction.on_commit(partial(drop, path))


def all_of(area_id: int, *, before: float) -> list[str]:
    """Every file kept for an area that was written before a moment."""
    folder = place_of(f"{FOLDER}/{area_id}")
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(f"{FOLDER}/{area_id}/{one.name}" for one in found if one.stat().st_mtime < before)
