"""Deeds on certificates: a file that shows a completion is attached, opened, taken out. Only those who see names do any of it."""

from datetime import date
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents.actions import Opened
from dueregard.documents.actions.kept import NO_ROOM
from dueregard.documents.rules import MEDIA_TYPES, FileType, file_type, why_no_reason, why_not_keep
from dueregard.organisations.actions.given import choice, happened
from dueregard.training.actions.kept_files import CERTIFICATES, KeptFile
from dueregard.training.models import Certificate, CertificateRemoval, CompletionWithdrawal
from dueregard.training.queries.certificates import certificates, certificates_to_change
from dueregard.training.queries.completions import completion_to_change
from dueregard.training.rules.completions import why_not_digest

MISSING = "The file is missing from the disk. Tell whoever runs this site: it is in the backup"
ANOTHER = "The file on the disk is not the one that was brought in, so it is not handed over. Tell whoever runs this site"


@deed
def attach_certificate(completion: int, *, by: Viewer, on: date, content: bytes, name: str) -> Certificate:
    """Keep a file that shows a completion, after looking at what is in it. Its name is not kept: it may be somebody’s."""
    by.must(Permission.TRAINING_NAMES)
    of = completion_to_change(by).get(pk=completion)
    happened(on, by=by)
    if CompletionWithdrawal.objects.filter(completion=of).exists():
        raise Refused("This completion was withdrawn: there is nothing left to show")
    refuse_if(why_not_keep(content, name=name, most=settings.MOST_FILE_BYTES))
    if Certificate.objects.filter(completion=of, digest=sha256(content).hexdigest()).exists():
        raise Refused("This file is there already")
    try:
        kept, digest, size = KeptFile.write([content], area_id=by.area_id, folder=CERTIFICATES)
    except OSError as full:
        raise Refused(NO_ROOM) from full
    try:
        found = str(file_type(content, name=name))
        made = Certificate.objects.create(**by.stamp, completion=of, digest=digest, size=size, type=found, path=kept.path, on=on)
        record("training.certificate.attached", of, by=by, on=on, digest=digest)
    except BaseException:
        kept.drop()
        raise
    return made


@deed
def note_certificate(completion: int, *, by: Viewer, on: date, digest: str, size: int, found: str) -> Certificate:
    """Say that a certificate is held elsewhere: its digest, without its bytes."""
    by.must(Permission.TRAINING_NAMES)
    of = completion_to_change(by).get(pk=completion)
    kind = choice(found, FileType, what="type of file").value
    refuse_if(why_not_digest(digest))
    if Certificate.objects.filter(completion=of, digest=digest).exists():
        raise Refused("This file is there already")
    made = Certificate.objects.create(**by.stamp, completion=of, digest=digest, size=size, type=kind, on=happened(on, by=by))
    record("training.certificate.noted", of, by=by, on=on, digest=digest)
    return made


@deed
def note_certificate_removed(completion: int, *, by: Viewer, on: date, digest: str, held_since: date, because: str) -> None:
    """Keep that a certificate was taken out elsewhere, and why; it never was here."""
    by.must(Permission.TRAINING_NAMES)
    of = completion_to_change(by).get(pk=completion)
    refuse_if(why_no_reason(because))
    refuse_if(why_not_digest(digest))
    told = {"completion": of, "digest": digest, "held_since": held_since}
    CertificateRemoval.objects.create(**by.stamp, **told, on=happened(on, by=by), because=because.strip())
    record("training.certificate.removed", of, by=by, on=on, digest=digest)


@deed
def open_certificate(pk: UUID, *, by: Viewer) -> Opened:
    """Hand a certificate over to somebody who sees names."""
    by.must(Permission.TRAINING_NAMES)
    of = certificates(by).get(pk=pk)
    if not of.path:
        raise Refused("This file is held elsewhere: only its digest is kept here")
    try:
        content = KeptFile(of.path).place.read_bytes()
    except FileNotFoundError as missing:
        raise Refused(MISSING) from missing
    if sha256(content).hexdigest() != of.digest:
        raise Refused(ANOTHER)
    record("training.certificate.opened", of.completion, by=by, digest=of.digest)
    return Opened(content=content, name=f"certificate.{of.type}", media_type=MEDIA_TYPES[of.type])


@deed
def remove_certificate(pk: UUID, *, by: Viewer, on: date, because: str) -> None:
    """Take a certificate out, and its bytes off the disk once that is done for good; that it was here, and why not now, stays."""
    by.must(Permission.TRAINING_NAMES)
    of = certificates_to_change(by).get(pk=pk)
    refuse_if(why_no_reason(because))
    happened(on, by=by)
    told = {"completion": of.completion, "digest": of.digest, "held_since": of.on}
    CertificateRemoval.objects.create(**by.stamp, **told, on=on, because=because.strip())
    of.delete()
    KeptFile(of.path).take_away()
    record("training.certificate.removed", of.completion, by=by, on=on, digest=of.digest)
