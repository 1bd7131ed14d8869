"""Bringing files in, and what is kept of them."""

import errno
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import attach_file, note_file, open_file
from dueregard.documents.models import Version
from dueregard.documents.tests.factories import VersionFactory, WithdrawalFactory
from dueregard.documents.tests.samples import EXE, PDF
from dueregard.documents.tests.trail import deeds_of

pytestmark = pytest.mark.django_db
GIVEN = {"on": TODAY, "version": 1, "content": PDF, "name": "Terms of Ann Other.pdf"}


def bytes_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_is_kept_by_its_digest_with_its_bytes_under_a_name_nobody_can_guess(folder: Path) -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    number = attach_file(version.document.ref, by=lead, **GIVEN)

    with scope(lead):
        file = queries.files(lead).get()
    assert (number, file.digest, file.size, file.type) == (1, sha256(PDF).hexdigest(), len(PDF), "pdf")
    assert [path.relative_to(folder).as_posix() for path in bytes_in(folder)] == [file.path]
    assert bytes_in(folder)[0].read_bytes() == PDF
    assert bytes_in(folder)[0].stat().st_mode & 0o077 == 0
    assert "Ann" not in file.path
    assert deeds_of(lead) == ["documents.file.attached"]


def test_a_partner_cannot_attach_one(folder: Path) -> None:
    version = VersionFactory()

    with pytest.raises(PermissionDenied):
        attach_file(version.document.ref, by=the_partner(version.area), **GIVEN)
    assert bytes_in(folder) == []


def test_another_councils_version_is_out_of_reach(folder: Path) -> None:
    with pytest.raises(Version.DoesNotExist):
        attach_file(VersionFactory().document.ref, by=the_stranger(), **GIVEN)
    assert bytes_in(folder) == []


def test_a_disguised_file_is_refused_and_nothing_is_kept(folder: Path) -> None:
    version = VersionFactory()

    with pytest.raises(Refused, match="a program"):
        attach_file(version.document.ref, by=the_lead(version.area), **{**GIVEN, "content": EXE})
    assert bytes_in(folder) == []


def test_an_oversized_file_is_refused(settings: Settings) -> None:
    settings.MOST_FILE_BYTES = len(PDF) - 1
    version = VersionFactory()

    with pytest.raises(Refused, match="larger than"):
        attach_file(version.document.ref, by=the_lead(version.area), **GIVEN)


def test_nothing_is_attached_to_a_withdrawn_document() -> None:
    version = VersionFactory()
    WithdrawalFactory(document=version.document)

    with pytest.raises(Refused, match="nothing can be added"):
        attach_file(version.document.ref, by=the_lead(version.area), **GIVEN)


def test_the_same_file_is_there_once() -> None:
    version = VersionFactory()
    attach_file(version.document.ref, by=the_lead(version.area), **GIVEN)

    with pytest.raises(Refused, match="already there, as file 1"):
        attach_file(version.document.ref, by=the_lead(version.area), **GIVEN)


def test_where_the_row_cannot_be_written_no_bytes_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = VersionFactory()

    def breaks(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("dueregard.documents.actions.files.record", breaks)

    with pytest.raises(OSError, match="full"), transaction.atomic():
        attach_file(version.document.ref, by=the_lead(version.area), **GIVEN)
    assert bytes_in(folder) == []


def test_where_the_disk_is_full_it_is_refused_in_words_and_no_bytes_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dueregard.documents.actions.kept.os.fsync", full)

    with scope(lead), pytest.raises(Refused, match="no room left on the disk"):
        attach_file(version.document.ref, by=lead, on=TODAY, version=version.number, content=PDF, name="terms.pdf")
    assert bytes_in(folder) == []


def test_a_file_held_elsewhere_is_known_by_its_digest_alone(folder: Path) -> None:
    version = VersionFactory()
    lead = the_lead(version.area)

    note_file(version.document.ref, by=lead, on=TODAY, version=1, digest="a" * 64, size=9, found="pdf")

    with scope(lead):
        file = queries.files(lead).get()
    assert file.path == ""
    assert bytes_in(folder) == []
    with pytest.raises(Refused, match="held elsewhere"):
        open_file(file.pk, by=lead)


@pytest.mark.parametrize(
    ("wrong", "words"), [({"digest": "A" * 64}, "A digest is"), ({"digest": "ab"}, "A digest is"), ({"found": "exe"}, "The file is one of")]
)
def test_a_file_held_elsewhere_has_a_digest_and_a_type(wrong: dict[str, str], words: str) -> None:
    version = VersionFactory()
    given = {"digest": "a" * 64, "found": "pdf", **wrong}

    with pytest.raises(Refused, match=words):
        note_file(version.document.ref, by=the_lead(version.area), on=TODAY, version=1, size=9, **given)


def test_a_file_held_elsewhere_is_noted_by_those_who_may_and_here_only() -> None:
    version = VersionFactory()
    given = {"on": TODAY, "version": 1, "digest": "a" * 64, "size": 9, "found": "pdf"}

    with pytest.raises(PermissionDenied):
        note_file(version.document.ref, by=the_partner(version.area), **given)
    with pytest.raises(Version.DoesNotExist):
        note_file(version.document.ref, by=the_stranger(), **given)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=300))
def test_whatever_is_brought_in_is_handed_out_byte_for_byte_under_its_own_digest(words: str) -> None:
    version = VersionFactory()
    lead, content = the_lead(version.area), words.encode()

    attach_file(version.document.ref, by=lead, on=TODAY, version=1, content=content, name="words.txt")

    with scope(lead):
        file = queries.files(lead).get()
    assert file.digest == sha256(content).hexdigest()
    assert open_file(file.pk, by=lead).content == content
