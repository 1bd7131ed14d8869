"""Where the bytes of a file lie until it is brought in, and those of certificates: under a name that says nothing."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import transaction

FOLDER = "imports"
CERTIFICATES = "certificates"
BESIDE = "-rows"


@dataclass(frozen=True)
class KeptFile:
    """The bytes of one file, by the path its row holds."""

    path: str

    @classmethod
    def write(cls, pieces: Iterable[bytes], *, area_id: int, folder: str = FOLDER) -> "tuple[KeptFile, str, int]":
        """Write a file piece by piece; where it lies, its digest and its size are given back. A disk that fills leaves nothing behind."""
        kept = cls(f"{folder}/{area_id}/{uuid4().hex}")
        kept.place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest, size = sha256(), 0
        try:
            with os.fdopen(os.open(kept.place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                for piece in pieces:
                    file.write(piece)
                    digest.update(piece)
                    size += len(piece)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            kept.drop()
            raise
        return kept, digest.hexdigest(), size

    @classmethod
    def all_of(cls, area_id: int, *, before: float, folder: str = FOLDER) -> "list[KeptFile]":
        """Every file kept for an area that was written before a moment."""
        there = cls(f"{folder}/{area_id}").place
        found = sorted(there.iterdir()) if there.is_dir() else []
        return [cls(f"{folder}/{area_id}/{one.name}") for one in found if one.stat().st_mtime < before]

    @property
    def place(self) -> Path:
        """Where it is on this machine."""
        return Path(settings.MEDIA_ROOT) / self.path

    @property
    def beside(self) -> Path:
        """Where the list lies of what would become of its rows, once it was looked at."""
        return self.place.with_name(f"{self.place.name}{BESIDE}")

    def take_away(self) -> None:
        """Delete the bytes once what says so is written for good."""
        transaction.on_commit(self.drop)

    def drop(self) -> None:
        """Delete the bytes, if they are there."""
        if self.path:
            self.place.unlink(missing_ok=True)
            self.beside.unlink(missing_ok=True)
