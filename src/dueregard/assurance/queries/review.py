"""What a reviewer from outside may read: the one round they were asked to, and the files of its evidence."""

from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.assurance.models import Round
from dueregard.assurance.queries.contents import round_contents
from dueregard.assurance.queries.rounds import rounds
from dueregard.documents import queries as documents


def reviewed_round(viewer: Viewer) -> Round:
    """The one round the viewer was invited to; Round.DoesNotExist for whoever was invited to none."""
    return rounds(viewer).get(ref=viewer.round_ref or "")


def review_file(viewer: Viewer, pk: UUID) -> object:
    """A file of a document kept as evidence in the round under review; any other file does not exist for a reviewer."""
    contents = round_contents(viewer, reviewed_round(viewer))
    kept = {item.version for section in contents.sections for line in section.lines for item in line.evidence if not item.dropped_on}
    return documents.files(viewer).filter(of__in=[UUID(version) for version in sorted(kept - {""})]).get(pk=pk)
