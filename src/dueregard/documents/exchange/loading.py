"""The deeds that make a register again from an area file."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, typed_moment
from dueregard.basics.refused import Refused
from dueregard.documents import actions, queries
from dueregard.documents.exchange.shapes import CorrectionIn, DocumentIn, Documents, FileIn, OwnerIn, RemovalIn, VersionIn, WithdrawalIn

Place = tuple[str | int, ...]
Row = TypeVar("Row", bound=Dated)


def deeds(shape: Documents) -> Iterator[FileDeed]:
    """The deeds that make the register again, each after what it needs."""
    for index, document in enumerate(shape.held):
        path: Place = ("held", index)
        made = partial(
            actions.register, on=document.date, kind=document.kind, title=document.title, marking=document.marking, ref=document.ref
        )
        yield _deed(document, document.date, path, made)
        for place, version in enumerate(document.versions):
            yield from _version_deeds(document, version, (*path, "versions", place), Path(shape.files_from) if shape.files_from else None)
        ref = document.ref
        yield from _each(document.owners, document.date, (*path, "owners"), partial(partial, _own, ref))
        yield from _each(document.corrections, document.date, (*path, "corrections"), partial(partial, _correct, ref))
        if document.withdrawn:
            yield _deed(document.withdrawn, document.date, (*path, "withdrawn"), partial(_withdraw, ref, document.withdrawn))


def _deed(row: Dated, since: date, path: Place, do: Callable[..., object]) -> FileDeed:
    """One deed, never before the day what it is about came in; stamped with when it was typed."""
    return FileDeed(max(since, row.date), path, lambda viewer: do(by=viewer), typed_moment(row.date, row.typed))


def _each(rows: Iterable[Row], since: date, path: Place, to_do: Callable[[Row], Callable[..., object]]) -> Iterator[FileDeed]:
    for index, row in enumerate(rows):
        yield _deed(row, since, (*path, index), to_do(row))


def _version_deeds(document: DocumentIn, version: VersionIn, path: Place, folder: Path | None) -> Iterator[FileDeed]:
    ref, number = document.ref, version.number
    since = max(document.date, version.date)
    added = partial(
        actions.add_version,
        ref,
        on=version.date,
        label=version.label,
        covers_from=version.covers_from,
        covers_to=version.covers_to,
        number=number,
    )
    yield _deed(version, document.date, path, added)

    def each(name: str, rows: Iterable[Row], to_do: Callable[[Row], dict[str, Any]], do: Callable[..., object]) -> Iterator[FileDeed]:
        return _each(rows, since, (*path, name), lambda row: partial(do, ref, version=number, on=row.date, **to_do(row)))

    if version.approved:
        words = {"minute": version.approved.minute, "decision": version.approved.decision}
        yield from each("approved", [version.approved], lambda row: words, actions.approve_version)
    yield from each("reviews", version.reviews, lambda row: {"due": row.due}, actions.set_review_due)
    yield from each("signatories", version.signatories, lambda row: {"body": row.body}, actions.sign)
    yield from each(
        "clauses",
        version.clauses,
        lambda row: {"place": row.place, "covers": row.covers, "read_by": row.read_by},
        actions.read_clause,
    )
    yield from each("files", version.files, lambda row: {"row": row, "folder": folder}, _file)
    yield from each("links", version.links, lambda row: {"address": row.address}, actions.attach_link)
    yield from each("removals", version.removals, lambda row: {"row": row}, _removal)
    if version.withdrawn:
        yield _deed(version.withdrawn, since, (*path, "withdrawn"), partial(_withdraw, ref, version.withdrawn, version=number))


def _file(ref: str, *, by: Viewer, on: date, version: int, row: FileIn, folder: Path | None) -> None:
    """Bring a file in from the folder, or say that its bytes are held elsewhere."""
    source = folder / row.digest if folder and row.digest.isalnum() else None
    if source is None or not source.is_file():
        actions.note_file(
            ref, by=by, on=on, version=version, digest=row.digest, size=row.size, found=row.type, name=row.name, number=row.number
        )
        return
    content = source.read_bytes()
    if sha256(content).hexdigest() != row.digest:
        raise Refused("The file in the folder is not the one whose digest stands here")
    actions.attach_file(ref, by=by, on=on, version=version, content=content, name=row.name, number=row.number)


def _removal(ref: str, *, by: Viewer, on: date, version: int, row: RemovalIn) -> None:
    actions.note_removal(
        ref, by=by, on=on, version=version, because=row.because, held_since=row.held_since, number=row.number, digest=row.digest
    )


def _own(ref: str, row: OwnerIn, *, by: Viewer) -> None:
    actions.hand_over(ref, by=by, on=row.date, owner=row.post)


def _correct(ref: str, row: CorrectionIn, *, by: Viewer) -> None:
    now = queries.documents(by).get(ref=ref)
    title, marking = row.title or now.title, row.marking or now.marking
    actions.correct(ref, by=by, on=row.date, because=row.because, title=title, marking=marking, seen=now.version)


def _withdraw(ref: str, row: WithdrawalIn, *, by: Viewer, version: int | None = None) -> None:
    seen = queries.documents(by).get(ref=ref).version
    actions.withdraw(ref, by=by, on=row.date, because=row.because, seen=seen, version=version)
