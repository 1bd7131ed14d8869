"""Files as they really come, for the worker, the pages and the terminal: the same ones are tried on each."""

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from dueregard.training.rules.imports import Why
from dueregard.training.tests.files import HEADINGS

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
    book.close()
    return with_empty_rows(kept.getvalue(), far) if far else kept.getvalue()


def with_empty_rows(content: bytes, count: int, *, last: bytes = b"") -> bytes:
    """The same workbook with so many rows below that hold nothing, as a spreadsheet keeps those that were formatted once.

    `last`: the cells of one row more, each naming the number of its row.
    """
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as book, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in book.namelist():
            text = book.read(part)
            if part == "xl/worksheets/sheet1.xml":
                rows = b"".join(b'<row r="%d" ht="20"/>' % number for number in range(100, 100 + count))
                if last:
                    end = 100 + count
                    rows += b'<row r="%d">%s</row>' % (end, last.replace(b"%d", str(end).encode()))
                text = text.replace(b"</sheetData>", rows + b"</sheetData>")
            packed.writestr(part, text)
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
    "the headings again among the rows": (TEXT + HEADINGS + "\r\n").encode(),
    "the same row twice": (TEXT + ROW + "\r\n").encode(),
    "formula text": TEXT.replace("Zoë O’Hara", "=1+1").encode(),
    "a workbook with days": a_workbook((1000, "", "", "", "Prevent", datetime(2026, 3, 27))),
    "a workbook with serial numbers": a_workbook((1000, "", "", "", "Prevent", 46108)),
    "a workbook with merged cells": a_workbook((1000, "", "", "", "", "27/03/2026"), (1000, "", "", "", "", "27/03/2026"), merged=True),
    "a workbook with a great many empty rows": a_workbook((1000, "", "", "", "Prevent", "27/03/2026"), far=20_000),
}


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


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing in it": (b"\xef\xbb\xbf \r\n", "The file is empty"),
    "a picture called .csv": (b"\x89PNG\r\n\x1a\n" + bytes(200), "This is a picture"),
    "a program called .csv": (b"MZ" + bytes(300), "This is a program"),
    "bytes called .csv": (bytes(range(1, 30)) * 40, "neither Excel nor text"),
    "a workbook that is cut off": (a_workbook((1000,))[:-400], "damaged, cut off or locked"),
    "a zip bomb": (a_bomb(), "far larger than any table"),
    "a workbook with entities": (with_a_document_type(), "holds what no table does"),
    "a quotation that never ends": (TEXT.encode() + b'1001,"' + b"x\n" * 200_000, "never ends"),
    "a zip archive cut off while it was sent": (a_workbook((1000,))[:900], "damaged, cut off or locked"),
    "a line that never ends": (HEADINGS.encode() + b"\n" + b"x" * 3_000_000, "a line longer than any row of a table"),
    "a file filled up with nothing": (TEXT.encode() + bytes(3_000_000), "filled up with nothing"),
    "no headings": (f"{ROW}\r\n".replace("1000,,", "1000,ann@council.example,").encode(), "reads like somebody’s and not like headings"),
    "no headings, nor an address": (f"{ROW}\r\n".encode(), "reads like somebody’s and not like headings"),
    "a title above the headings": (b"Completions of October\r\n\r\n" + TEXT.encode(), "Delete what stands above the row of headings"),
    "two columns of one heading": (TEXT.replace("E-mail", "Completed").encode(), "Several columns are headed “Completed”"),
    "another file altogether": (b"Room,Price\n1,2\n", "The file has no column headed"),
}


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
