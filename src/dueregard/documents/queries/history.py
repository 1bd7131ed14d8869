"""What happened to a document, in words and in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import day_of, say


@dataclass(frozen=True)
class Happened:
    """One thing that happened to a document, when, and when it was typed."""

    on: date
    typed_at: datetime
    says: str

    @property
    def typed(self) -> date:
        """The day it was typed."""
        return day_of(self.typed_at)


def history(viewer: Viewer, document: Any) -> list[Happened]:
    """Everything that happened to a document fetched for its page, newest first; the same rows the viewer sees there."""
    if document.area_id != viewer.area_id:
        return []
    rows = [*_of_document(document), *(row for version in document.versions.all() for row in _of_version(version))]
    return sorted(rows, key=lambda row: (row.on, row.typed_at), reverse=True)


def _of_document(document: Any) -> Iterator[Happened]:
    yield Happened(document.on, document.typed_at, "Brought into the register")
    for row in document.corrections.all():
        changed = [f"title, which was: {row.title_was}"] if row.title != row.title_was else []
        changed += [f"marking, which was: {row.get_marking_was_display()}"] if row.marking != row.marking_was else []
        yield Happened(row.on, row.typed_at, f"Put right: {'; '.join(changed)}. {row.because}")
    for row in document.ownerships.all():
        yield Happened(row.on, row.typed_at, f"Owned by {row.post.title}")
    for row in document.withdrawals.all():
        if row.of_id is None:
            yield Happened(row.on, row.typed_at, f"Withdrawn: {row.because}")


def _of_version(version: Any) -> Iterator[Happened]:
    name = f"Version {version.number}"
    yield Happened(version.on, version.typed_at, f"{name} received or made")
    approval, withdrawal = getattr(version, "approval", None), getattr(version, "withdrawal", None)
    if approval:
        words = ", ".join(filter(None, [approval.decision, approval.minute]))
        yield Happened(approval.on, approval.typed_at, f"{name} approved{f': {words}' if words else ''}")
    if withdrawal:
        yield Happened(withdrawal.on, withdrawal.typed_at, f"{name} withdrawn: {withdrawal.because}")
    for row in version.reviews_due.all():
        yield Happened(row.on, row.typed_at, f"{name}: review due on {say(row.due)}")
    for row in version.signatories.all():
        yield Happened(row.on, row.typed_at, f"{name} signed by {row.body.name}")
    for row in version.removals.all():
        what = f"file {row.number}" if row.number else "a link"
        yield Happened(row.on, row.typed_at, f"{name}: {what} removed. {row.because}")
