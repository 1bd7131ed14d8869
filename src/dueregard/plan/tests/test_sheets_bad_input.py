"""Sheets that are none: each refused in a sentence that says what to do, none of them slow, none of them written."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dueregard.partnership.tests.pages import words
from dueregard.plan.rules.sheets.columns import find_columns
from dueregard.plan.rules.sheets.fills import light_of
from dueregard.plan.rules.sheets.plan_rows import HEADINGS, Field, read_rows
from dueregard.plan.tests.sheets import book, csv, here, in_plan, lead, upload
from dueregard.plan.tests.written import Written
from dueregard.plan.views.kept_sheet import Kept, read_content
from dueregard.sheets.rules.tables import Unreadable

GOOD = [("Action", "Owner", "Due"), ("Check halls", "Westmarch", "31/03/2027")]


def read(content: bytes) -> Kept:
    return read_content(content, name="plan", kind="plan", of="PLAN-1")


def with_macros(content: bytes) -> bytes:
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(kept, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "[Content_Types].xml":
                text = text.replace(b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml")
            new.writestr(part.filename, text)
        new.writestr("xl/vbaProject.bin", b"\x00")
    return kept.getvalue()


def a_bomb() -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "spreadsheetml.sheet.main+xml")
        made.writestr("xl/workbook.xml", "<workbook/>")
        made.writestr("xl/worksheets/sheet1.xml", b"0" * 70 * 1024 * 1024)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 400, "neither Excel nor text"),
        (b"%PDF-1.7 and so on", "This is a PDF"),
        (b"MZ\x90\x00", "This is a program"),
        (b"\xd0\xcf\x11\xe0 old", "old kind"),
        (b"PK\x03\x04 cut off", "cut off or damaged"),
        (with_macros(book(GOOD)), "macros"),
        (a_bomb(), "far larger than a table"),
        (book(GOOD)[:-40], "cut off or damaged"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(content)


def test_a_sheet_without_headings_and_one_with_two_tables_are_refused() -> None:
    alone = read(csv("Check halls", "Ring schools"))
    twice = read(csv("Action,Owner,Due", "Check halls,Westmarch,", "Owner,Action,Deadline", "Westmarch,Ring schools,"))

    with pytest.raises(Unreadable, match="No row of headings was found"):
        find_columns(alone.table, HEADINGS)
    with pytest.raises(Unreadable, match="Row 1 and row 3 both hold headings, of different columns"):
        find_columns(twice.table, HEADINGS)


def test_headings_said_again_on_the_next_page_are_no_row() -> None:
    kept = read(csv("Prevent plan 2026", "", "Action,Owner,Due", "Check halls,Westmarch,", "Action,Owner,Due", "Ring schools,Police,"))

    columns = find_columns(kept.table, HEADINGS)
    found = read_rows(kept.table, columns, fills={})

    assert columns.header == 3
    assert [(one.number, one.words(Field.WHAT)) for one in found.entries] == [(4, "Check halls"), (6, "Ring schools")]


def test_a_hundred_thousand_empty_rows_are_left_out() -> None:
    content = csv("Action,Owner,Due", "Check halls,Westmarch,", *([",,"] * 100_000), "Ring schools,Police,")

    found = read_rows((kept := read(content)).table, find_columns(kept.table, HEADINGS), fills={})

    assert [one.number for one in found.entries] == [2, 100_003]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_excel_saves_is_read(encoding: str) -> None:
    kept = read("Action;Owner;Due\nVisit the café – twice;Westmarch;".encode(encoding))

    [entry] = read_rows(kept.table, find_columns(kept.table, HEADINGS), fills={}).entries

    assert entry.words(Field.WHAT) == "Visit the café – twice"


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("FFFF0000", "red"),
        ("C00000", "red"),
        ("FFC7CE", "red"),
        ("FFC000", "amber"),
        ("FFFF00", "amber"),
        ("FFEB9C", "amber"),
        ("00B050", "green"),
        ("92D050", "green"),
        ("C6EFCE", "green"),
        ("D9D9D9", ""),
        ("FFFFFF", ""),
        ("4472C4", ""),
    ],
)
def test_a_colour_is_a_light_of_the_traffic_light_or_none(colour: str, light: str) -> None:
    assert light_of(colour) == light


NO_SHEETS = [
    (b"", "The file is empty"),
    (b"\x00\x01\x02\x03" * 400, "neither Excel nor text"),
    (with_macros(book(GOOD)), "The file has macros in it"),
    (a_bomb(), "far larger than a table"),
    (csv("Check halls", "Ring schools"), "No row of headings was found"),
    (csv("Action,Risk,Owner,Status", "Check halls,Halls,Us,", "Risk,Action,Owner,Status", "Halls,Ring schools,Us,"), "both hold headings"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "why"), NO_SHEETS, ids=[why for _, why in NO_SHEETS])
def test_both_pages_say_what_is_wrong_with_the_file_and_write_nothing(content: bytes, why: str) -> None:
    it = here()
    register = f"/{it.area.slug}/plan/register/bring-in/"

    of_plan = upload(lead(it), it, content, name="plan.xlsm")
    of_register = lead(it).post(register, {"file": SimpleUploadedFile("register.xlsm", content), "sheet": ""})

    for page in (of_plan, of_register):
        assert page.status_code == 200
        assert why in words(page)
    assert "Check halls" not in in_plan(it)


@pytest.mark.django_db
def test_five_thousand_rows_take_no_more_statements_than_fifty() -> None:
    it = here()
    client = lead(it)

    few, many = (statements(client, it, number) for number in (50, 5_000))

    assert many <= few


def statements(client: Client, it: Written, number: int) -> int:
    rows = [f"Action number {row},Westmarch council,31/03/2027,Green,Begun and going on well" for row in range(number)]
    with CaptureQueriesContext(connection) as captured:
        page = upload(client, it, csv("Action,Owner,Due,RAG,Update", *rows))
    assert f"{number} to answer" in words(page)
    return len(captured)
