"""Deeds on the files and links of a version."""

from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db.models import ProtectedError
from django.http import HttpResponse

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries
from dueregard.documents.actions.kept import NO_ROOM, Kept
from dueregard.documents.actions.recording import record
from dueregard.documents.models import File, Link, Removal, Version
from dueregard.documents.rules import MEDIA_TYPES, FileType, file_type, why_no_reason, why_not_happen, why_not_keep, why_not_link
from dueregard.organisations.actions import given

STRAY_AFTER = timedelta(days=1)  # bytes younger than this may belong to a deed that is still going on


@dataclass(frozen=True)
class Opened:
    """A file as it is handed over: its bytes, what they are, and a name that says nothing about anybody."""

    content: bytes
    name: str
    media_type: str

    def as_download(self) -> HttpResponse:
        """The file as a download: never opened inside the site, never guessed at, never kept on the way."""
        return HttpResponse(
            self.content,
            content_type=self.media_type,
            headers={
                "Content-Disposition": f'attachment; filename="{self.name}"',
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "sandbox; default-src 'none'",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Cache-Control": "private, no-store",
            },
        )


@deed
def attach_file(ref: str, *, by: Viewer, on: date, version: int, content: bytes, name: str, number: int | None = None) -> int:
    """Keep a file with a version, after looking at what is in it; its number is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _version(by, ref, version, on)
    refuse_if(why_not_keep(content, name=name, most=settings.MOST_FILE_BYTES))
    found = file_type(content, name=name)
    digest = sha256(content).hexdigest()
    _refuse_if_there(of, digest)
    try:
        kept = Kept.write(content, area_id=by.area_id)
    except OSError as full:
        raise Refused(NO_ROOM) from full
    try:
        return _note(of, by=by, on=on, digest=digest, size=len(content), found=str(found), name=name, path=kept.path, number=number)
    except BaseException:
        kept.drop()
        raise


@deed
def note_file(
    ref: str, *, by: Viewer, on: date, version: int, digest: str, size: int, found: str, name: str = "", number: int | None = None
) -> int:
    """Say that a version has a file, known by its digest, whose bytes are held elsewhere."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _version(by, ref, version, on)
    refuse_if(None if len(digest) == 64 and set(digest) <= set("0123456789abcdef") else "A digest is 64 of the signs 0 to 9 and a to f")
    given.choice(found, FileType, what="file")
    _refuse_if_there(of, digest)
    return _note(of, by=by, on=on, digest=digest, size=size, found=found, name=name, path="", number=number)


def _version(by: Viewer, ref: str, version: int, on: date) -> Version:
    of = queries.version_to_change(by).get(document__ref=ref, number=version)
    refuse_if(why_not_happen(on, today=by.today))
    refuse_if(queries.why_gone(by, version=of, on=on))
    return of


def _refuse_if_there(of: Version, digest: str) -> None:
    there = File.objects.filter(of=of, digest=digest).first()
    if there:
        raise Refused(f"This file is already there, as file {there.number}")


def _note(of: Version, *, by: Viewer, on: date, digest: str, size: int, found: str, name: str, path: str, number: int | None) -> int:
    used = {*of.files.values_list("number", flat=True), *of.removals.exclude(number=None).values_list("number", flat=True)}
    if number in used:
        raise Refused(f"There was already a file {number}")
    number = number or max((one for one in used if one), default=0) + 1
    File.objects.create(**by.stamp, of=of, number=number, digest=digest, size=size, type=found, original_name=name[-200:], path=path, on=on)
    record("documents.file.attached", of.document, by=by, on=on, number=of.number, file=number, digest=digest)
    return number


@deed
def attach_link(ref: str, *, by: Viewer, on: date, version: int, address: str) -> None:
    """Say where a version can be read outside."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _version(by, ref, version, on)
    refuse_if(why_not_link(address.strip()))
    if of.links.filter(address=address.strip()).exists():
        raise Refused("This link is already there")
    Link.objects.create(**by.stamp, of=of, address=address.strip(), on=on)
    record("documents.link.attached", of.document, by=by, on=on, number=version)


@deed
def remove_file(pk: UUID, *, by: Viewer, on: date, because: str) -> str:
    """Take a file out of its version, and its bytes off the disk once that is done for good; the document’s reference is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    file = queries.files(by).select_for_update(of=("self",)).get(pk=pk)
    refuse_if(why_no_reason(because) or why_not_happen(on, today=by.today))
    of, path = file.of, file.path
    Removal.objects.create(**by.stamp, of=of, on=on, because=because.strip(), number=file.number, digest=file.digest, held_since=file.on)
    try:
        file.delete()
    except ProtectedError as protected:
        raise Refused("This file is evidence in something that was signed: it has to stay") from protected
    Kept(path).take_away()
    record("documents.file.removed", of.document, by=by, on=on, number=of.number, file=file.number, digest=file.digest)
    return of.document.ref


@deed
def note_removal(
    ref: str, *, by: Viewer, on: date, version: int, because: str, held_since: date, number: int | None = None, digest: str = ""
) -> None:
    """Say that a version had a file or a link which was taken out elsewhere, as an area file tells it."""
    by.must(Permission.DOCUMENT_EDIT)
    of = _version(by, ref, version, on)
    refuse_if(why_no_reason(because))
    Removal.objects.create(**by.stamp, of=of, on=on, because=because.strip(), number=number, digest=digest, held_since=held_since)
    record("documents.removal.noted", of.document, by=by, on=on, number=version, digest=digest)


@deed
def remove_link(pk: UUID, *, by: Viewer, on: date, because: str) -> str:
    """Take a link out of its version; the document’s reference is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    link = queries.links(by).select_for_update(of=("self",)).get(pk=pk)
    refuse_if(why_no_reason(because) or why_not_happen(on, today=by.today))
    of = link.of
    Removal.objects.create(**by.stamp, of=of, on=on, because=because.strip(), held_since=link.on)
    link.delete()
    record("documents.link.removed", of.document, by=by, on=on, number=of.number)
    return of.document.ref


@deed
def open_file(pk: UUID, *, by: Viewer) -> Opened:
    """Hand a file over to somebody who may read its document, or to a reviewer whose page has found it in their round."""
    by.must_any([Permission.DOCUMENT_READ, Permission.ASSURANCE_REVIEW])
    file = queries.files(by).get(pk=pk)
    document = file.of.document
    if not file.path:
        raise Refused("This file is held elsewhere: only its digest is kept here")
    try:
        content = Kept(file.path).read()
    except FileNotFoundError as missing:
        raise Refused("The file is missing from the disk. Tell whoever runs this site: it is in the backup") from missing
    if sha256(content).hexdigest() != file.digest:
        raise Refused("The file on the disk is not the one that was brought in, so it is not handed over. Tell whoever runs this site")
    record("documents.file.opened", document, by=by, number=file.of.number, file=file.number)
    name = f"{document.ref}-v{file.of.number}-file-{file.number}.{file.type}"
    return Opened(content=content, name=name, media_type=MEDIA_TYPES[file.type])


@deed
def sweep_strays(*, by: Viewer) -> int:
    """Delete bytes that no row holds, left by a deed that failed after writing them; how many is given back."""
    by.must(Permission.DOCUMENT_EDIT)
    held = queries.held_paths(by)
    there = Kept.all_of(by.area_id, before=(by.now - STRAY_AFTER).timestamp())
    strays = [kept for kept in there if kept.path not in held]
    for stray in strays:
        stray.take_away()
    return len(strays)
