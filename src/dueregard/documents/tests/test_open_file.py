"""Handing files over."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in, sign_in_stranger, the_lead, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.documents import queries
from dueregard.documents.actions import attach_file, open_file
from dueregard.documents.models import File, Version
from dueregard.documents.tests.factories import DocumentFactory, FileFactory, VersionFactory
from dueregard.documents.tests.samples import PDF
from dueregard.documents.tests.trail import deeds_of

pytestmark = pytest.mark.django_db
NAME = "Minutes about Ann Other.pdf"


def attached(version: Version) -> File:
    lead = the_lead(version.area, cleared=True)
    attach_file(version.document.ref, by=lead, on=TODAY, version=1, content=PDF, name=NAME)
    with scope(lead):
        return queries.files(lead).get()


def address(file: File) -> str:
    return reverse("documents:file", kwargs={"area": file.area.slug, "pk": file.pk})


def test_a_partner_opens_a_file_and_the_trail_says_so() -> None:
    version = VersionFactory(document__ref="DOC-7")
    partner = the_partner(version.area)

    opened = open_file(attached(version).pk, by=partner)

    assert (opened.name, opened.content) == ("DOC-7-v1-file-1.pdf", PDF)
    assert deeds_of(partner)[-1] == "documents.file.opened"


def test_an_auditor_and_a_stranger_do_not() -> None:
    version = VersionFactory()
    file = attached(version)

    with pytest.raises(PermissionDenied):
        open_file(file.pk, by=a_viewer(version.area, Role.AUDITOR))
    with pytest.raises(File.DoesNotExist):
        open_file(file.pk, by=the_stranger())


def test_an_official_sensitive_file_is_not_there_for_whoever_has_no_clearance() -> None:
    version = VersionFactory(document=DocumentFactory(sensitive=True))
    file = attached(version)

    with pytest.raises(File.DoesNotExist):
        open_file(file.pk, by=the_partner(version.area))


def test_bytes_that_were_changed_on_the_disk_are_not_handed_over(folder: Path) -> None:
    version = VersionFactory()
    file = attached(version)
    (folder / file.path).write_bytes(PDF + b" ")

    with pytest.raises(Refused, match="not the one that was brought in"):
        open_file(file.pk, by=the_lead(version.area))


def test_bytes_that_are_missing_are_said_to_be(folder: Path) -> None:
    version = VersionFactory()
    file = attached(version)
    (folder / file.path).unlink()

    with pytest.raises(Refused, match="missing from the disk"):
        open_file(file.pk, by=the_lead(version.area))


def test_the_site_hands_it_over_as_a_download_that_can_do_nothing(client: Client) -> None:
    file = attached(VersionFactory(document__ref="DOC-7"))
    sign_in(client, file.area, Role.PARTNER)

    response = client.get(address(file))

    assert response.content == PDF
    assert response["Content-Disposition"] == 'attachment; filename="DOC-7-v1-file-1.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"
    assert "Ann" not in str(response.headers) + address(file)


def test_a_file_held_elsewhere_sends_back_to_its_document_with_the_reason(client: Client) -> None:
    file = FileFactory()
    sign_in(client, file.area, Role.PARTNER)

    response = client.get(address(file), follow=True)

    assert "This file is held elsewhere" in response.content.decode()


def test_the_stranger_and_whoever_has_no_clearance_find_nothing_there(client: Client) -> None:
    file = attached(VersionFactory(document=DocumentFactory(sensitive=True)))
    sign_in_stranger(client)

    assert client.get(address(file)).status_code == 404

    sign_in(client, file.area, Role.LEAD)
    assert client.get(address(file)).status_code == 404

    sign_in(client, file.area, Role.LEAD, cleared=True)
    assert client.get(address(file)).status_code == 200
