"""The deeds that make a file's certificates: from the folder beside it, or by their digest alone."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from dueregard.access.viewer import Viewer
from dueregard.basics.part import FileDeed
from dueregard.basics.refused import Refused
from dueregard.training.actions import certificates as actions
from dueregard.training.exchange.loading.asked import deed
from dueregard.training.exchange.shapes import TrainingPart
from dueregard.training.exchange.shapes.workforce import CertificateIn, CertificateOutIn, ShownBy
from dueregard.training.queries.completions import of_learner


def attached(shape: TrainingPart) -> Iterator[FileDeed]:
    """Certificates, and those that were taken out."""
    folder = Path(shape.files_from) if shape.files_from else None
    for place, row in enumerate(shape.certificates):
        yield deed(("certificates", place), row, _attach, row, folder)
    for place, gone in enumerate(shape.certificates_removed):
        yield deed(("certificates_removed", place), gone, _removed, gone)


def _shown(row: ShownBy, *, by: Viewer) -> int:
    """The completion that a certificate shows: of several alike, one that has it not yet."""
    found = of_learner(by, row.learner, course=row.course, on=row.of, came_with=row.came_with, without=row.digest)
    if found is None:
        raise Refused(f"There is no completion of {row.course} by {row.learner} on {row.of} on this day without this file")
    return found.pk


def _attach(row: CertificateIn, folder: Path | None, *, by: Viewer, on: date) -> None:
    """Bring a certificate in from the folder, or say that its bytes are held elsewhere."""
    of = _shown(row, by=by)
    source = folder / row.digest if folder and row.digest.isalnum() else None
    if source is None or not source.is_file():
        actions.note_certificate(of, by=by, on=on, digest=row.digest, size=row.size, found=row.type)
        return
    content = source.read_bytes()
    if sha256(content).hexdigest() != row.digest:
        raise Refused("The file in the folder is not the one whose digest stands here")
    actions.attach_certificate(of, by=by, on=on, content=content, name=f"certificate.{row.type}")


def _removed(row: CertificateOutIn, *, by: Viewer, on: date) -> None:
    of = _shown(row, by=by)
    actions.note_certificate_removed(of, by=by, on=on, digest=row.digest, held_since=row.held_since, because=row.because)
