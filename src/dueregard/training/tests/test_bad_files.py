"""Files as they really come: every bad one is read all the same, or refused in a sentence, or says why row by row."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter

from dueregard.training.rules.imports import ImportState, Why
from dueregard.training.tests.factories import LearnerFactory
from dueregard.training.tests.files import HEADINGS, a_file, an_office, brought_in, reasons, what_counts

pytestmark = pytest.mark.django_db
MARCH_27 = {("1000", date(2026, 3, 27))}
ROW = "1000,,Zoë O’Hara,,Prevent,27/03/2026"
TEXT = f"{HEADINGS}\r\n{ROW}\r\n"


def a_workbook(*rows: tuple[Any, ...], merged: bool = False, far: int = 0) -> bytes:
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept)
    sheet, day = book.add_worksheet("Export"), book.add_format({"num_format": "dd/mm/yyyy"})
    for number, cells in enumerate((HEADINGS.split(","), *rows)):
        for column, value in enumerate(cells):
            if isinstance(value, datetime):
                sheet.write_datetime(number, column, value, day)
            elif value != "":
                sheet.write(number, column, value)
    if merged:
        sheet.merge_range(1, 4, len(rows), 4, "Prevent")
    for number in range(far):
        sheet.set_row(number + 10, 20)
    book.close()
    return kept.getvalue()


SAME = {
    "a byte-order mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "Windows-1252": TEXT.encode("cp1252"),
    "semicolons": TEXT.replace(",", ";").encode(),
    "tabs": TEXT.replace(",", "\t").encode(),
    "a named separator": b"sep=;\r\n" + TEXT.replace(",", ";").encode(),
    "a quoted newline": TEXT.replace("Zoë O’Hara", '"Zoë\nO’Hara"').encode(),
    "empty rows": (TEXT + ",,,,,\r\n" * 5_000).encode(),
    "a number kept as a formula": TEXT.replace("1000", '"=""001000"""').encode(),
    "formula text": TEXT.replace("Zoë O’Hara", "=1+1").encode(),
    "a workbook with days": a_workbook((1000, "", "", "", "Prevent", datetime(2026, 3, 27))),
    "a workbook with serial numbers": a_workbook((1000, "", "", "", "Prevent", 46108)),
    "a workbook with merged cells": a_workbook((1000, "", "", "", "", "27/03/2026"), (1000, "", "", "", "", "27/03/2026"), merged=True),
    "a workbook with a great many empty rows": a_workbook((1000, "", "", "", "Prevent", "27/03/2026"), far=20_000),
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_it_is_read_all_the_same(content: bytes) -> None:
    office = an_office()

    done = brought_in(office, content)

    assert (done.state, done.because) == (ImportState.DONE, "")
    assert what_counts(office) == MARCH_27


def a_bomb() -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return kept.getvalue()


def with_a_document_type() -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as packed:
        packed.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>')
    return kept.getvalue()


REFUSED = {
    "nothing in it": (b"\xef\xbb\xbf \r\n", "The file is empty"),
    "a picture called .csv": (b"\x89PNG\r\n\x1a\n" + bytes(200), "This is a picture"),
    "a program called .csv": (b"MZ" + bytes(300), "This is a program"),
    "bytes called .csv": (bytes(range(1, 30)) * 40, "neither Excel nor text"),
    "a workbook that is cut off": (a_workbook((1000,))[:-400], "damaged, cut off or locked"),
    "a zip bomb": (a_bomb(), "far larger than any table"),
    "a workbook with entities": (with_a_document_type(), "holds what no table does"),
    "a quotation that never ends": (TEXT.encode() + b'1001,"' + b"x\n" * 200_000, "never ends"),
    "another file altogether": (b"Room,Price\n1,2\n", "The file has no column headed"),
}


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_a_sentence_and_nothing_of_it_counts(content: bytes, why: str) -> None:
    office = an_office()

    stopped = brought_in(office, content)

    assert stopped.state == ImportState.STOPPED
    assert why in stopped.because
    assert what_counts(office) == set()


ROWS = [
    ("1000,,,,Prevent,27/03/2027", Why.FUTURE),
    ("1000,,,,Prevent,27/03/1980", Why.LONG_AGO),
    ("1000,,,,Prevent,27/03/2019", Why.BEFORE_JOINING),
    ("1000,,,,Prevent,03/27/2026", Why.OTHER_ORDER),
    ("1000,,,,Prevent,31/02/2026", Why.NOT_A_DAY),
    ("1000,,,,Prevent,soon", Why.NOT_A_DAY),
    ("1000,,,,Prevent,", Why.NO_DAY),
    ("1000,,,,,27/03/2026", Why.NO_COURSE),
    ("1000,,,,Fire safety,27/03/2026", Why.UNKNOWN_COURSE),
    (f"1000,,,,{'x' * 300},27/03/2026", Why.TOO_LONG),
    ("77,,,,Prevent,27/03/2026", Why.UNKNOWN_PERSON),
    (",,,,Prevent,27/03/2026", Why.NOBODY),
    ("1000,p1@council.example,,,Prevent,27/03/2026", Why.DISAGREE),
    (",shared@council.example,,,Prevent,27/03/2026", Why.SHARED_EMAIL),
    ("2000,,,,Prevent,27/03/2026", Why.SHARED_NUMBER),
    ("1000,,,,Prev", Why.CUT_OFF),
]


@pytest.mark.parametrize(("row", "why"), ROWS, ids=[why for _, why in ROWS])
def test_a_row_says_why_it_is_not_taken_and_the_others_are(row: str, why: Why) -> None:
    office = an_office()
    for number in ("2000", "02000"):
        LearnerFactory(body=office.source.body, number=number, email="shared@council.example")

    done = brought_in(office, a_file(ROW, row))

    assert (done.state, reasons(done)) == (ImportState.DONE, {why: 1})
    assert what_counts(office) == MARCH_27


def test_days_that_can_be_read_two_ways_wait_until_it_is_said_how_the_source_writes_them() -> None:
    office = an_office()
    with office.inside():
        office.source.date_order = ""
        office.source.save()

    done = brought_in(office, a_file("1000,,,,Prevent,03/04/2026", "1000,,,,Prevent,27/03/2026"))

    assert (reasons(done), done.asks["two_ways"]) == ({Why.TWO_WAYS: 1}, 1)
    assert what_counts(office) == MARCH_27
