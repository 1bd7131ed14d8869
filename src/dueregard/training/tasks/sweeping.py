"""Sweeping: rows of imports that ended without counting, and the bytes of files that nobody wants any more."""

from collections.abc import Iterable
from datetime import timedelta

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.training.actions.import_runs import sweep_rows
from dueregard.training.actions.kept_files import BESIDE, CERTIFICATES, FOLDER, KeptFile
from dueregard.training.queries import imports as queries
from dueregard.training.queries.certificates import certificate_paths

STRAY_AFTER = timedelta(days=1)  # bytes younger than this may belong to a file that is still being chosen


def sweep(viewers: Iterable[Viewer]) -> int:
    """Sweep area by area; how many rows and files went is given back."""
    return sum(_rows(viewer) + _files(viewer) for viewer in viewers)


def _rows(viewer: Viewer) -> int:
    with scope(viewer):
        refs = list(queries.leftovers(viewer).values_list("ref", flat=True))
    swept = 0
    for ref in refs:
        while some := sweep_rows(ref, by=viewer):
            swept += some
    return swept


def _files(viewer: Viewer) -> int:
    with scope(viewer):
        wanted = queries.kept_paths(viewer) | certificate_paths(viewer)
    before = (viewer.now - STRAY_AFTER).timestamp()
    there = [kept for folder in (FOLDER, CERTIFICATES) for kept in KeptFile.all_of(viewer.area_id, before=before, folder=folder)]
    strays = [kept for kept in there if kept.path.removesuffix(BESIDE) not in wanted]
    for stray in strays:
        stray.drop()
    return len(strays)
