"""The pages of the register, as the lead, the partner and the stranger see them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import sign_in, sign_in_stranger, the_lead
from dueregard.documents import queries
from dueregard.documents.actions import attach_link
from dueregard.documents.models import Document, Link
from dueregard.documents.tests.factories import (
    RECEIVED,
    ApprovalFactory,
    ClauseFactory,
    DocumentFactory,
    FileFactory,
    ReviewDueFactory,
    VersionFactory,
    WithdrawalFactory,
)
from dueregard.documents.tests.samples import EXE, PDF
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
OF_DOCUMENT = ("document-correct", "document-hand-over", "document-withdraw", "version-new")
OF_VERSION = ("version-approve", "version-review", "version-sign", "version-withdraw", "clause-new", "file-new", "link-new")


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


def at(page: str, area: Area, **about: object) -> str:
    return reverse(f"documents:{page}", kwargs={"area": area.slug, **about})


def every_page(document: Document) -> list[str]:
    area, of = document.area, document.versions.get()
    with scope(the_lead(area)):
        file = FileFactory(of=of)
        attach_link(document.ref, by=the_lead(area), on=RECEIVED, version=1, address="https://a.example/")
        link = Link.objects.get(area=area)
    return [
        *(at(page, area, ref=document.ref) for page in OF_DOCUMENT),
        *(at(page, area, ref=document.ref, number=1) for page in OF_VERSION),
        at("document-new", area),
        at("file-remove", area, pk=file.pk),
        at("link-remove", area, pk=link.pk),
    ]


def words(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_lead_opens_every_form_the_partner_none_and_the_stranger_finds_nothing(client: Client, area: Area) -> None:
    with scope(the_lead(area)):
        pages = every_page(VersionFactory(document__area=area).document)

    sign_in(client, area, Role.LEAD)
    assert all('<form method="post"' in words(client, page) for page in pages)
    sign_in(client, area, Role.PARTNER)
    assert {client.get(page).status_code for page in pages} == {403}
    sign_in_stranger(client)
    assert {client.get(page).status_code for page in pages} == {404}


def test_an_empty_register_says_what_the_first_step_is(client: Client, area: Area) -> None:
    sign_in(client, area, Role.LEAD)

    shown = words(client, at("document-list", area))

    assert "begin with the group’s terms of reference" in shown
    assert "Register a document" in shown


def test_the_list_shows_only_what_the_viewer_may_read_and_counts_only_that(client: Client, area: Area) -> None:
    DocumentFactory(area=area, title="Open plan")
    DocumentFactory(area=area, title="Closed plan", sensitive=True)
    sign_in(client, area, Role.PARTNER)

    shown = words(client, at("document-list", area))

    assert "Open plan" in shown
    assert "Closed plan" not in shown
    assert "1 document in the register" in shown
    sign_in(client, area, Role.LEAD, cleared=True)
    shown = words(client, at("document-list", area))
    assert "2 documents in the register" in shown
    assert "dr-strip--sensitive" in shown


@pytest.mark.parametrize(
    ("filters", "there"),
    [
        ("", {"Terms now", "Terms past", "Draft"}),
        ("state=past-review", {"Terms past"}),
        ("state=in-force", {"Terms now"}),
        ("state=no-review", {"Terms now", "Draft"}),
        ("state=withdrawn", {"Gone"}),
        ("kind=terms&words=past", {"Terms past"}),
        ("kind=plan", set()),
        ("kind=nonsense", {"Terms now", "Terms past", "Draft"}),
    ],
)
def test_the_list_is_filtered(client: Client, area: Area, filters: str, there: set[str]) -> None:
    now, past = (VersionFactory(document=DocumentFactory(area=area, title=title)) for title in ("Terms now", "Terms past"))
    ApprovalFactory(of=now)
    ReviewDueFactory(of=past)
    DocumentFactory(area=area, title="Draft")
    WithdrawalFactory(document=DocumentFactory(area=area, title="Gone"))
    sign_in(client, area, Role.PARTNER)

    shown = words(client, f"{at('document-list', area)}?{filters}").split('class="dr-side"')[0]

    assert {title for title in ("Terms now", "Terms past", "Draft", "Gone") if title in shown} == there


def test_a_documents_page_says_how_it_stands_and_what_happened(client: Client, area: Area) -> None:
    version = VersionFactory(document=DocumentFactory(area=area, title="Terms <b>of</b> reference", ref="DOC-7"))
    ApprovalFactory(of=version, minute="Item 4")
    ClauseFactory(of=version, place="4.2")
    ReviewDueFactory(of=version)
    sign_in(client, area, Role.PARTNER)

    shown = words(client, at("document", area, ref="DOC-7"))

    assert "Version 1 holds, approved on 3 March 2025. Its review was due on 3 March 2026" in shown
    assert "Version 1 approved: Item 4" in shown
    assert "4.2, read on" in shown
    assert "Terms &lt;b&gt;of&lt;/b&gt; reference" in shown
    assert "Attach a file" not in shown


def test_the_stranger_and_whoever_has_no_clearance_find_no_such_page(client: Client, area: Area) -> None:
    document = DocumentFactory(area=area, sensitive=True)
    sign_in(client, area, Role.LEAD)
    assert client.get(at("document", area, ref=document.ref)).status_code == 404
    sign_in_stranger(client)
    assert client.get(at("document", area, ref=document.ref)).status_code == 404


def test_a_new_document_is_typed_once_with_its_file(client: Client, area: Area) -> None:
    sign_in(client, area, Role.LEAD)
    typed = {
        "title": "Peer review",
        "kind": "report",
        "marking": "official",
        "received": "3/3/2026",
        "once": "6f0d7cde-3d3c-4b8e-8ed3-1c5cbb5a5a5a",
        "file": SimpleUploadedFile("review.pdf", PDF),
    }

    response = client.post(at("document-new", area), typed, follow=True)

    assert "Peer review" in response.content.decode()
    assert "File 1, PDF" in response.content.decode()


def test_a_disguised_file_is_refused_in_words_and_what_was_typed_stays(client: Client, area: Area) -> None:
    sign_in(client, area, Role.LEAD)
    typed = {"title": "Peer review", "kind": "report", "marking": "official", "received": "3/3/2026"}
    typed |= {"once": "6f0d7cde-3d3c-4b8e-8ed3-1c5cbb5a5a5a"}

    response = client.post(at("document-new", area), typed | {"file": SimpleUploadedFile("review.pdf", EXE)})

    shown = response.content.decode()
    assert "This is a program, whatever its name says" in shown
    assert "This is not recorded yet" in shown
    assert 'value="Peer review"' in shown
    with scope(the_lead(area)):
        assert not queries.documents(the_lead(area)).exists()


def test_an_oversized_file_is_refused_before_it_is_read(client: Client, area: Area, settings: Settings) -> None:
    settings.MOST_FILE_BYTES = 10
    version = VersionFactory(document__area=area)
    sign_in(client, area, Role.LEAD)

    response = client.post(at("file-new", area, ref=version.document.ref, number=1), {"file": SimpleUploadedFile("a.pdf", PDF)})

    assert "The file is larger than" in response.content.decode()


def test_the_pages_take_the_same_number_of_queries_however_much_there_is(client: Client, area: Area) -> None:
    document = VersionFactory(document__area=area).document
    sign_in(client, area, Role.PARTNER)
    pages = (at("document-list", area), at("document", area, ref=document.ref))

    def queries_of(page: str) -> int:
        client.get(page)
        with CaptureQueriesContext(
            connection,
        ) as taken:
            client.get(page)
        return len(taken)

    few = [queries_of(page) for page in pages]
    for number in range(2, 12):
        of = VersionFactory(document=document, number=number)
        ApprovalFactory(of=of)
        ClauseFactory(of=of)
        FileFactory(of=of)
        ReviewDueFactory(of=VersionFactory(document__area=area))
    many = [queries_of(page) for page in pages]

    assert many == few
