"""What a form offers to pick from: a version already held comes before an upload."""

from django.db.models import Exists, OuterRef

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused
from dueregard.documents.models import Version, Withdrawal
from dueregard.documents.queries.register import versions


def pickable(viewer: Viewer, *, kind: str = "") -> list[tuple[str, str]]:
    """The versions a form can point to, as value and words: those the viewer may read that were not withdrawn, by title, newest first."""
    gone = Withdrawal.objects.filter(document=OuterRef("document"), of=None)
    rows = versions(viewer).filter(~Exists(gone), withdrawal=None)
    rows = rows.filter(document__kind=kind) if kind else rows
    return [(f"{row.document.ref}/{row.number}", _words(row)) for row in rows]


def _words(version: Version) -> str:
    edition = version.label or f"version {version.number}"
    return f"{version.document.title}, {edition}, {say(version.on)} ({version.document.ref})"


def picked(viewer: Viewer, value: str) -> Version:
    """The version that a form's value or an area file names, such as DOC-4/2, or DOC-4 alone for its newest."""
    ref, _, number = value.partition("/")
    found = versions(viewer).filter(document__ref=ref)
    if number:
        found = found.filter(number=int(number)) if number.isdigit() else found.none()
    version = found.first()
    if version is None:
        raise Refused(f"There is no document {value} in this area’s register that you can read")
    return version
