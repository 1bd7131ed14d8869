"""Taking files and links out: row and bytes live and die together."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError
from pytest_django import DjangoCaptureOnCommitCallbacks

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import attach_file, attach_link, note_removal, open_file, remove_file, remove_link, sweep_strays
from dueregard.documents.actions.kept import Kept
from dueregard.documents.models import File, Link, Removal, Version
from dueregard.documents.tests.factories import FileFactory, VersionFactory
from dueregard.documents.tests.samples import PDF
from dueregard.documents.tests.trail import deeds_of

pytestmark = pytest.mark.django_db
GONE = {"on": TODAY, "because": "The wrong file"}


def attached(version: Version) -> File:
    lead = the_lead(version.area)
    attach_file(version.document.ref, by=lead, on=TODAY, version=1, content=PDF, name="a.pdf")
    with scope(lead):
        return queries.files(lead).get()


def test_the_row_goes_and_then_its_bytes(folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    version = VersionFactory()
    file, lead = attached(version), the_lead(version.area)

    with django_capture_on_commit_callbacks(execute=True):
        ref = remove_file(file.pk, by=lead, **GONE)

    assert ref == version.document.ref
    assert not (folder / file.path).exists()
    with scope(lead):
        assert not queries.files(lead).exists()
        removal = Removal.objects.get()
    assert (removal.digest, removal.number, removal.because) == (file.digest, 1, "The wrong file")
    assert deeds_of(lead)[-1] == "documents.file.removed"


def test_where_the_deed_is_rolled_back_nothing_is_lost(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    version = VersionFactory()
    file, lead = attached(version), the_lead(version.area)

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        remove_file(file.pk, by=lead, **GONE)
        transaction.set_rollback(True)

    assert (folder / file.path).read_bytes() == PDF
    assert open_file(file.pk, by=lead).content == PDF


def test_the_bytes_of_another_row_with_the_same_content_stay(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    version = VersionFactory()
    lead, file = the_lead(version.area), attached(version)
    VersionFactory(document=version.document, number=2)
    attach_file(version.document.ref, by=lead, on=TODAY, version=2, content=PDF, name="a.pdf")

    with django_capture_on_commit_callbacks(execute=True):
        remove_file(file.pk, by=lead, **GONE)

    with scope(lead):
        left = queries.files(lead).get()
    assert open_file(left.pk, by=lead).content == PDF


def test_a_number_is_not_given_again() -> None:
    version = VersionFactory()
    lead = the_lead(version.area)
    remove_file(attached(version).pk, by=lead, **GONE)

    assert attach_file(version.document.ref, by=lead, on=TODAY, version=1, content=PDF, name="a.pdf") == 2


def test_a_partner_cannot_remove_one() -> None:
    version = VersionFactory()

    with pytest.raises(PermissionDenied):
        remove_file(attached(version).pk, by=the_partner(version.area), **GONE)


def test_another_councils_file_is_out_of_reach() -> None:
    with pytest.raises(File.DoesNotExist):
        remove_file(attached(VersionFactory()).pk, by=the_stranger(), **GONE)


def test_a_reason_is_needed() -> None:
    version = VersionFactory()

    with pytest.raises(Refused, match="Say why"):
        remove_file(attached(version).pk, by=the_lead(version.area), on=TODAY, because=" ")


def test_signed_evidence_stays(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    version = VersionFactory()
    file = attached(version)

    def protected(*_: object) -> None:
        raise ProtectedError("signed", set())

    monkeypatch.setattr(File, "delete", protected)

    with pytest.raises(Refused, match="evidence in something that was signed"):
        remove_file(file.pk, by=the_lead(version.area), **GONE)
    assert (folder / file.path).exists()


def test_a_link_is_kept_and_taken_out_again() -> None:
    version = VersionFactory()
    lead = the_lead(version.area)
    attach_link(version.document.ref, by=lead, on=TODAY, version=1, address="https://council.example/terms")

    with scope(lead):
        link = queries.links(lead).get()
    remove_link(link.pk, by=lead, **GONE)

    with scope(lead):
        assert not queries.links(lead).exists()
    assert deeds_of(lead) == ["documents.link.attached", "documents.link.removed"]


@pytest.mark.parametrize(
    "address",
    [
        "http://council.example/",
        "javascript:alert(1)",
        "https://",
        "https://a b.example",
        "https://me:x@a.example/",
        "https://[",
        "//a.example",
    ],
)
def test_only_a_whole_https_address_is_a_link(address: str) -> None:
    version = VersionFactory()

    with pytest.raises(Refused):
        attach_link(version.document.ref, by=the_lead(version.area), on=TODAY, version=1, address=address)


def test_links_are_for_those_who_may_and_here_only() -> None:
    version = VersionFactory()
    given = {"on": TODAY, "version": 1, "address": "https://council.example/terms"}
    attach_link(version.document.ref, by=the_lead(version.area), **given)
    with scope(the_lead(version.area)):
        link = Link.objects.get()

    with pytest.raises(Refused, match="already there"):
        attach_link(version.document.ref, by=the_lead(version.area), **given)
    for deed, about in ((attach_link, (version.document.ref, given)), (remove_link, (link.pk, GONE))):
        with pytest.raises(PermissionDenied):
            deed(about[0], by=the_partner(version.area), **about[1])
    with pytest.raises(Link.DoesNotExist):
        remove_link(link.pk, by=the_stranger(), **GONE)


def test_a_removal_told_by_an_area_file_is_noted_by_those_who_may() -> None:
    version = VersionFactory()
    given = {"on": TODAY, "version": 1, "because": "Wrong", "held_since": date(2025, 3, 3), "number": 4}

    note_removal(version.document.ref, by=the_lead(version.area), **given)

    assert deeds_of(the_lead(version.area)) == ["documents.removal.noted"]
    with pytest.raises(PermissionDenied):
        note_removal(version.document.ref, by=the_partner(version.area), **given)
    with pytest.raises(Refused, match="Say why"):
        note_removal(version.document.ref, by=the_lead(version.area), **{**given, "because": ""})


def test_the_sweep_takes_stray_bytes_and_leaves_what_a_row_holds(
    folder: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    version = VersionFactory()
    file = attached(version)
    stray = Kept.write(b"left over", area_id=version.area_id)
    FileFactory(of=version, number=2)
    on_disk = stray.place.stat().st_mtime
    young, old = (the_lead(version.area, now=NOW.fromtimestamp(on_disk, NOW.tzinfo) + timedelta(hours=age)) for age in (1, 30))

    with django_capture_on_commit_callbacks(execute=True):
        assert sweep_strays(by=young) == 0
        assert sweep_strays(by=old) == 1

    assert not stray.place.exists()
    assert (folder / file.path).exists()
    with pytest.raises(PermissionDenied):
        sweep_strays(by=the_partner(version.area))
