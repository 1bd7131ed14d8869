"""Where the bytes of files are kept: written whole before their row is committed, taken away only after it is gone."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

NO_ROOM = "There is no room left on the disk for this file: nothing of it is kept. Tell whoever runs this site"


@dataclass(frozen=True)
class Kept:
    """The bytes of one file, by the path its row holds. Two rows never share bytes."""

    path: str

    @classmethod
    def write(cls, content: bytes, *, area_id: int) -> "Kept":
        """Keep bytes in a place nobody can guess, readable by this install alone. A disk that fills leaves nothing behind."""
        digest = sha256(content).hexdigest()
        kept = cls(f"{area_id}/{digest[:2]}/{digest[:16]}-{uuid4().hex}")
        kept.place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with os.fdopen(os.open(kept.place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            kept.drop()
            raise
        return kept

    @classmethod
    def all_of(cls, area_id: int, *, before: float) -> "list[Kept]":
        """Everything kept for an area that was written before a moment."""
        root = cls(str(area_id)).place
        found = (file for file in root.rglob("*") if file.is_file() and file.stat().st_mtime < before)
        return [cls(path) for path in sorted(file.relative_to(settings.MEDIA_ROOT).as_posix() for file in found)]

    @property
    def place(self) -> Path:
        """Where it is on this machine."""
        return Path(settings.MEDIA_ROOT) / self.path

    def read(self) -> bytes:
        """The bytes as they are on the disk."""
        return self.place.read_bytes()

    def take_away(self) -> None:
        """Delete the bytes once the row that held them is gone for good: a deed that fails later loses nothing."""
        if self.path:
            transaction.on_commit(self.drop)

    def drop(self) -> None:
        """Delete the bytes now: their row was never written, or is gone for good."""
        self.place.unlink(missing_ok=True)
