"""Writing certificates to a file: which completion each shows, with its digest; and the bytes beside it."""

import shutil
from pathlib import Path
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, ref, said
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.exchange.writing.pieces import line
from dueregard.training.models import CertificateRemoval
from dueregard.training.queries.certificates import certificates as read

OF = ("completion__learner__ref", "completion__course__ref", "completion__on", "completion__came_with__ref", "digest")
ALONG = ("completion__learner", "completion__course", "completion__came_with")


def certificates(viewer: Viewer) -> list[Written]:
    """The certificates that are kept, or known by their digest."""
    rows = read(viewer).select_related(*ALONG).order_by(*IN_ORDER, *OF)
    return [line(said(row, **shown_by(row), size=row.size, type=row.type)) for row in rows]


def removed(viewer: Viewer) -> list[Written]:
    """The certificates that were taken out, with the reason."""
    rows = CertificateRemoval.objects.filter(area=viewer.area_id).select_related(*ALONG).order_by(*IN_ORDER, *OF, "because")
    return [line(said(row, **shown_by(row), held_since=row.held_since, because=row.because)) for row in rows]


def shown_by(row: Any) -> Written:
    """Which completion a certificate shows, and its digest."""
    of = row.completion
    return {"learner": of.learner.ref, "course": of.course.ref, "of": of.on, "came_with": ref(of.came_with), "digest": row.digest}


def write_bytes(viewer: Viewer, *, folder: Path) -> int:
    """Copy the bytes of every certificate into a folder, each under its digest; how many is given back."""
    held = {row.digest: row.path for row in read(viewer) if row.path}
    if held:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for digest, path in sorted(held.items()):
        shutil.copyfile(KeptFile(path).place, folder / digest)
    return len(held)
