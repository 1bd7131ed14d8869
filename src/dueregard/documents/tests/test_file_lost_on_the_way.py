"""A file chosen on a form that was refused: the browser does not send it again, so the page asks for it before it goes on without it."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import a_viewer, sign_in
from dueregard.documents.models import Document, File, Version
from dueregard.documents.tests.factories import VersionFactory
from dueregard.documents.tests.samples import PDF
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
REPORT = {"title": "Peer review", "kind": "report", "marking": "official", "received": "1/2/2026"}


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


def sent(client: Client, page: str, shown: str, **typed: object) -> str:
    """What the page answers to what was typed, with everything unseen that the page before it carried."""
    unseen = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', shown))
    return str(client.post(page, unseen | typed, follow=True).content.decode())


def kept(model: type[Model], area: Area) -> int:
    """How many rows of a table there are, seen from inside the area: without that PostgreSQL shows none."""
    with scope(a_viewer(area, Role.LEAD)):
        return model._default_manager.count()


def a_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("review.pdf", PDF)


def refused(client: Client, area: Area) -> tuple[str, str]:
    """The form of a document refused for its date, with a file chosen on it."""
    sign_in(client, area, Role.LEAD)
    address = reverse("documents:document-new", kwargs={"area": area.slug})
    empty = str(client.get(address).content.decode())
    return address, sent(client, address, empty, **REPORT | {"received": "soon", "file": a_file()})


def test_a_form_refused_for_another_reason_asks_for_its_file_again(client: Client, area: Area) -> None:
    _, shown = refused(client, area)

    assert "Write the date as day, month and year" in shown
    assert "Choose the file again: review.pdf did not come back with this page" in shown


def test_with_the_file_chosen_again_the_document_is_registered_with_it(client: Client, area: Area) -> None:
    address, shown = refused(client, area)

    shown = sent(client, address, shown, **REPORT, file=a_file())

    assert "The document is in the register" in shown
    assert kept(File, area) == 1


def test_without_the_file_nothing_is_registered_until_the_button_is_pressed_once_more(client: Client, area: Area) -> None:
    address, shown = refused(client, area)

    shown = sent(client, address, shown, **REPORT)

    assert "review.pdf is missing: choose it again, or press the button once more to go on without it" in shown
    assert kept(Document, area) == 0
    shown = sent(client, address, shown, **REPORT)
    assert "The document is in the register" in shown
    assert kept(File, area) == 0


def test_a_version_is_added_with_its_file_and_the_page_says_so(client: Client, area: Area) -> None:
    document = VersionFactory(document__area=area).document
    sign_in(client, area, Role.LEAD)
    address = reverse("documents:version-new", kwargs={"area": area.slug, "ref": document.ref})
    shown = str(client.get(address).content.decode())

    shown = sent(client, address, shown, on="1/2/2026", file=a_file(), address="https://a.example/terms")

    assert "The version is added" in shown
    assert (kept(Version, area), kept(File, area)) == (2, 1)
    assert "https://a.example/terms" in shown
