"""Bad files on the pages of a training lead: each says in a sentence why it is not read, or row by row; nothing of it counts meanwhile."""

import errno
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.partnership.tests.pages import sent_back, today, words
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.rules.imports import Why
from dueregard.training.tests.bad import MARCH_27, REFUSED, ROW, ROWS, SAME
from dueregard.training.tests.factories import LearnerFactory
from dueregard.training.tests.files import Office, a_file, an_office, what_counts

pytestmark = pytest.mark.django_db
ASKED = {"The file has no column headed": "Choose an answer for “Course”"}  # a page can ask which column it is


@pytest.fixture
def office() -> Office:
    return an_office()


@pytest.fixture
def lead(client: Client, office: Office) -> Client:
    sign_in(client, office.source.area, Role.TRAINING)
    return client


def chosen(lead: Client, office: Office, content: bytes) -> HttpResponse:
    """The page that follows when a file is chosen."""
    page = f"/{office.lead.area}/training/imports/new/"
    file = SimpleUploadedFile("export.csv", content)
    answer: Any = lead.post(page, sent_back(lead.get(page), source=office.source.ref, file=file, on=f"{today():%d/%m/%Y}"), follow=True)
    return answer


def kept(office: Office) -> list[KeptFile]:
    return KeptFile.all_of(office.lead.area_id, before=1e12)


def sent(lead: Client, page: HttpResponse, step: str) -> HttpResponse:
    address = page.request["PATH_INFO"]
    answer: Any = lead.post(address, sent_back(page, step=step), follow=True)
    return answer


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_it_is_brought_in_all_the_same(lead: Client, office: Office, content: bytes) -> None:
    looked = sent(lead, chosen(lead, office, content), "look")
    assert "1 of" in words(looked)
    assert what_counts(office) == set()

    done = sent(lead, looked, "bring")

    assert "Done: 1 new of" in words(done)
    assert what_counts(office) == MARCH_27


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_a_sentence_and_nothing_of_it_counts(lead: Client, office: Office, content: bytes, why: str) -> None:
    page = chosen(lead, office, content)
    said = ASKED.get(why, why)
    if said not in words(page):
        page = sent(lead, page, "look")

    assert said in words(page)
    assert what_counts(office) == set()


@pytest.mark.parametrize(("row", "why"), ROWS, ids=[why for _, why in ROWS])
def test_a_row_says_why_it_is_not_taken(lead: Client, office: Office, row: str, why: Why) -> None:
    for number in ("2000", "02000"):
        LearnerFactory(body=office.source.body, number=number, email="shared@council.example")

    looked = sent(lead, chosen(lead, office, a_file(ROW, row)), "look")

    assert words(looked).count(why.label) >= 2  # counted by reason, and the row itself named


def test_formula_text_is_shown_as_text(lead: Client, office: Office) -> None:
    page = chosen(lead, office, a_file("1000,=HYPERLINK(1),27/03/2026", headings="Id,=cmd|' /C calc'!A0,<script>"))

    assert "=cmd|' /C calc'!A0" in words(page)
    assert "<script>" in words(page)
    assert b"<script>" not in page.content.replace(b"<script src", b"")


def test_a_day_that_can_be_read_two_ways_is_asked_about_and_never_guessed(lead: Client, office: Office) -> None:
    with office.inside():
        office.source.date_order = ""
        office.source.save()

    looked = sent(lead, chosen(lead, office, a_file("1000,,,,Prevent,03/04/2026")), "look")
    assert "How does this source write days?" in words(looked)
    assert Why.TWO_WAYS.label in words(looked)
    assert "0 of 1 row would be new" in words(looked)


def test_the_same_file_again_is_said_and_changes_nothing(lead: Client, office: Office) -> None:
    content = a_file(ROW)
    sent(lead, chosen(lead, office, content), "bring")

    again = chosen(lead, office, content)
    assert "The very same file was brought in as IM-1" in words(again)
    assert "changes nothing" in words(again)

    assert "Done: 0 new of 1 row" in words(sent(lead, again, "bring"))
    assert what_counts(office) == MARCH_27


def test_a_disk_that_fills_while_it_is_kept_is_said_on_the_form(lead: Client, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("dueregard.training.actions.kept_files.os.fsync", full)

    before = kept(office)

    page = chosen(lead, office, a_file(ROW))

    assert "There is no room left on the disk for this file: nothing of it is kept" in words(page)
    assert kept(office) == before


def test_what_cannot_be_read_is_refused_on_the_form_and_never_kept(lead: Client, office: Office) -> None:
    before = kept(office)

    page = chosen(lead, office, b"%PDF-1.4 and so on")

    assert "This file is not kept" in words(page)
    assert "This is a PDF. Save the table as Excel or CSV" in words(page)
    assert "The file is here" not in words(page)
    assert kept(office) == before


def test_a_file_whose_columns_are_headed_anew_is_read_by_its_own_headings(lead: Client, office: Office) -> None:
    sent(lead, chosen(lead, office, a_file(ROW)), "look")

    anew = a_file("1000,Prevent,27/03/2026", headings="Staff ID,Course title,Completion date")
    looked = sent(lead, chosen(lead, office, anew), "look")

    assert "1 of 1 row would be new" in words(looked)


def test_a_column_nobody_named_stays_out_of_the_next_file(lead: Client, office: Office) -> None:
    page = chosen(lead, office, a_file(ROW))
    lead.post(page.request["PATH_INFO"], sent_back(page, step="look", **{"column-email": ""}))

    again = chosen(lead, office, a_file(ROW, ROW))

    assert sent_back(again)["column-number"] == "Employee number"
    assert not sent_back(again).get("column-email")


def test_a_file_that_is_gone_is_asked_for_again(lead: Client, office: Office) -> None:
    page = chosen(lead, office, a_file(ROW))
    for file in kept(office):
        file.drop()

    assert "The file is not here any more: choose it again" in words(lead.get(page.request["PATH_INFO"]))
