"""The register as an area file says it, and the bytes beside it."""

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import typed_as_written
from dueregard.documents import queries
from dueregard.documents.actions.kept import Kept


def write(viewer: Viewer) -> dict[str, Any]:
    """The register as a file says it, by reference."""
    pages = sorted(queries.document_pages(viewer), key=lambda page: (len(page.ref), page.ref))
    return {"held": [_document(page) for page in pages]} if pages else {}


def _said(on: date, typed_at: datetime, **values: Any) -> dict[str, Any]:
    """A row of the file: its date first, what has no value left out."""
    row = {"date": on, "typed": typed_as_written(on, typed_at), **values}
    return {key: value for key, value in row.items() if value not in (None, "", [])}


def _document(page: Any) -> dict[str, Any]:
    corrections = sorted(page.corrections.all(), key=lambda row: (row.on, row.typed_at))
    first = corrections[0] if corrections else None
    marking = first.marking_was if first else page.marking
    return _said(
        page.on,
        page.typed_at,
        ref=page.ref,
        kind=page.kind,
        title=first.title_was if first else page.title,
        marking=marking if marking != "official" else None,
        owners=[_said(row.on, row.typed_at, post=row.post.ref) for row in reversed(page.ownerships.all())],
        corrections=[_correction(row) for row in corrections],
        versions=[_version(row) for row in reversed(page.versions.all())],
        withdrawn=next((_said(row.on, row.typed_at, because=row.because) for row in page.withdrawals.all() if row.of_id is None), None),
    )


def _correction(row: Any) -> dict[str, Any]:
    title = row.title if row.title != row.title_was else None
    marking = row.marking if row.marking != row.marking_was else None
    return _said(row.on, row.typed_at, because=row.because, title=title, marking=marking)


def _version(row: Any) -> dict[str, Any]:
    approval, withdrawal = getattr(row, "approval", None), getattr(row, "withdrawal", None)
    removals = sorted(row.removals.all(), key=lambda one: (one.on, one.typed_at))
    return _said(
        row.on,
        row.typed_at,
        number=row.number,
        label=row.label,
        covers_from=row.covers_from,
        covers_to=row.covers_to,
        approved=approval and _said(approval.on, approval.typed_at, minute=approval.minute, decision=approval.decision),
        reviews=[_said(one.on, one.typed_at, due=one.due) for one in reversed(row.reviews_due.all())],
        signatories=[_said(one.on, one.typed_at, body=one.body.ref) for one in row.signatories.all()],
        clauses=[
            _said(one.on, one.typed_at, place=one.place, covers=one.covers, read_by=one.read_by and one.read_by.ref)
            for one in row.clauses.all()
        ],
        files=[
            _said(one.on, one.typed_at, number=one.number, digest=one.digest, size=one.size, type=one.type, name=one.original_name)
            for one in row.files.all()
        ],
        links=[_said(one.on, one.typed_at, address=one.address) for one in row.links.all()],
        removals=[
            _said(one.on, one.typed_at, because=one.because, held_since=one.held_since, number=one.number, digest=one.digest)
            for one in removals
        ],
        withdrawn=withdrawal and _said(withdrawal.on, withdrawal.typed_at, because=withdrawal.because),
    )


def write_bytes(viewer: Viewer, *, folder: Path) -> int:
    """Copy the bytes of every file the viewer may read into a folder, each under its digest; how many is given back."""
    held = {file.digest: file.path for file in queries.files(viewer) if file.path}
    if held:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for digest, path in sorted(held.items()):
        shutil.copyfile(Kept(path).place, folder / digest)
    return len(held)
