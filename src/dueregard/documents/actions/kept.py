"""Where the bytes of files are kept: written whole before their row is committed, taken away only after it is gone."""

import os
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction


def place(path: str) -> Path:
    """Where a path kept in a row is on this machine."""
    return Path(settings.MEDIA_ROOT) / path


def write(content: bytes, *, area_id: int) -> tuple[str, str]:
    """Keep bytes in a place nobody can guess; their path and digest are given back. Two rows never share bytes."""
    digest = sha256(content).hexdigest()
    path = f"{area_id}/{digest[:2]}/{digest[:16]}-{uuid4().hex}"
    kept = place(path)
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path, digest


def take_away(path: str) -> None:
    """Delete bytes once the row that held them is gone for good: a deed that fails later loses nothing."""
    if path:
        transaction.on_commit(partial(_delete, path))


def drop(path: str) -> None:
    """Delete bytes whose row was never written."""
    _delete(path)


def _delete(path: str) -> None:
    place(path).unlink(missing_ok=True)


def read(path: str) -> bytes:
    """The bytes as they are on the disk."""
    return place(path).read_bytes()


def on_disk(*, area_id: int, before: float) -> list[str]:
    """The paths of everything kept for an area that was written before a moment."""
    root = place(str(area_id))
    found = (file for file in root.rglob("*") if file.is_file() and file.stat().st_mtime < before)
    return sorted(file.relative_to(settings.MEDIA_ROOT).as_posix() for file in found)
