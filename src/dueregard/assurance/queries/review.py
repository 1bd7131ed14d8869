"""What a reviewer from outside may read: the one round they were asked to, and the files of its evidence; and who was asked."""

from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import ReviewerAccess, Round
from dueregard.assurance.queries.contents import round_contents
from dueregard.assurance.queries.rounds import rounds
from dueregard.documents import queries as documents


def reviewed_round(viewer: Viewer) -> Round | None:
    """The one round the viewer was invited to; None for whoever was invited to none."""
    return rounds(viewer).filter(ref=viewer.round_ref).first() if viewer.round_ref else None


def review_files(viewer: Viewer) -> dict[str, list[tuple[UUID, str]]]:
    """By edition of a document kept as evidence in the round under review: its files, each with the words for its link."""
    round_ = reviewed_round(viewer)
    if round_ is None:
        return {}
    contents = round_contents(viewer, round_)
    kept = {item.version for section in contents.sections for line in section.lines for item in line.evidence if not item.dropped_on}
    found: dict[str, list[tuple[UUID, str]]] = {}
    for file in documents.files(viewer).filter(of__in=[UUID(version) for version in sorted(kept - {""})]).exclude(path=""):
        found.setdefault(str(file.of_id), []).append((file.pk, f"file {file.number}, {file.type.upper()}"))
    return found


def reviewers(viewer: Viewer, round_: Round) -> list[ReviewerAccess]:
    """Who was let in to read a round, and until when."""
    return list(ReviewerAccess.objects.filter(area=viewer.area_id, round=round_).order_by("on", "typed_at"))
