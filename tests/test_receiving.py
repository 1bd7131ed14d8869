"""A file that finds no room, breaks off or whose sender goes away is taken nowhere: a page says so, and nothing of it is kept."""

import errno
import inspect
import logging
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, ClientHandler, encode_multipart
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.audit.models import Event
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.pages import words
from dueregard.ui.receiving import Whole, whole
from tests.test_every_page import GUARDED, address

SECRET = "Somebody of whom nothing may stand in a log"
TAKING = [route for route, page in GUARDED if "request.FILES" in inspect.getsource(inspect.getmodule(inspect.unwrap(page)) or page)]


@pytest.fixture(autouse=True)
def temporary(settings: Settings, tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)
    return folder


@pytest.fixture
def _full(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills with the first byte of a file."""
    from django.core.files import uploadedfile

    make = uploadedfile.tempfile.NamedTemporaryFile

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def made(*given: Any, **named: Any) -> Any:
        file = make(*given, **named)
        file.write = full
        return file

    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", made)


@pytest.fixture
def lead(client: Client) -> Iterator[Client]:
    sign_in(client, AreaFactory(slug="ours"), Role.LEAD)
    return client


def a_file() -> dict[str, Any]:
    return {"title": SECRET, "file": SimpleUploadedFile(f"{SECRET}.csv", b"1000,2026-03-27\n" * 9000)}


def test_the_pages_that_take_files_are_known() -> None:
    assert len(TAKING) >= 10


@pytest.mark.django_db
@pytest.mark.usefixtures("_full")
@pytest.mark.parametrize("route", TAKING)
def test_where_the_disk_fills_every_page_says_so_and_nothing_is_written(lead: Client, temporary: Path, route: str) -> None:
    before = Event.objects.count()

    page = lead.post(address(route), a_file())

    assert page.status_code == 507
    assert "The disk of the site is full, so the file was not taken." in words(page)
    assert (list(temporary.iterdir()), Event.objects.count()) == ([], before)


@pytest.mark.django_db
@pytest.mark.usefixtures("_full")
def test_the_log_names_neither_the_file_nor_what_was_typed(lead: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        lead.post("/ours/training/imports/new/", a_file())

    assert "Insufficient Storage: /ours/training/imports/new/" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.django_db
def test_another_fault_of_the_disk_is_still_a_fault(lead: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", broken)
    lead.raise_request_exception = False

    assert lead.post("/ours/training/imports/new/", a_file()).status_code == 500


def received(client: Client, body: bytes, length: int) -> Any:
    """How the site behind a web server answers a body, of which its sender said that it has this length."""
    said = {"REQUEST_METHOD": "POST", "CONTENT_TYPE": MULTIPART_CONTENT, "CONTENT_LENGTH": str(length), "wsgi.input": BytesIO(body)}
    environ = client._base_environ(PATH_INFO="/ours/training/imports/new/", **said)
    site = ClientHandler(enforce_csrf_checks=True)
    return whole(lambda asked, _start: site(asked))(environ, print)


@pytest.mark.django_db
@pytest.mark.parametrize("share", [0.999, 0.5, 0.001, 0])
def test_an_upload_that_breaks_off_is_not_taken_for_a_whole_one(lead: Client, temporary: Path, share: float) -> None:
    body = encode_multipart(BOUNDARY, a_file())
    before = Event.objects.count()

    page = received(lead, body[: int(len(body) * share)], len(body))

    assert page.status_code == 400
    assert "broken off on the way" in words(page)
    assert (list(temporary.iterdir()), Event.objects.count()) == ([], before)


@pytest.mark.django_db
def test_a_whole_one_is_received_as_before(lead: Client) -> None:
    body = encode_multipart(BOUNDARY, a_file())

    page = received(lead, body, len(body))

    assert (page.status_code, "broken off" in words(page)) == (403, False)  # its token is missing, which is asked once all is there


def test_a_body_is_given_in_whatever_pieces_it_comes() -> None:
    class Drops(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(1 if size else 0)

    assert Whole(Drops(b"one\ntwo"), 7).read() == b"one\ntwo"
    assert Whole(Drops(b"one\ntwo"), 7).read(3) == b"one"
    body = Whole(BytesIO(b"one\ntwo and more of another request"), 7)
    assert (body.readline(), body.read(10), body.read(1), body.readline()) == (b"one\n", b"two", b"", b"")


def test_a_body_that_ends_before_its_length_is_an_error_however_it_is_read() -> None:
    for read in (Whole.read, Whole.readline):
        body = Whole(BytesIO(b"one\n"), 9)
        assert body.read(4) == b"one\n"
        with pytest.raises(OSError, match="broke off"):
            read(body)
