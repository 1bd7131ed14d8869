"""Reading a file as a table: every encoding a council saves in, and a sentence for every file that is none."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.sheets.rules.tables import MOST_BYTES, MOST_ROWS, Table, Unreadable, read_table, words_of
from dueregard.sheets.tests.workbooks import a_workbook

SHEET = "Body,12 March 2026,5 June 2026\nPolice,✓,apols\nHealth – ICB,x,\n"


def rows(table: Table) -> list[list[str]]:
    return [[words_of(cell) for cell in line.cells] for line in table.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_read(encoding: str) -> None:
    table = read_table(SHEET.encode(encoding))

    assert rows(table) == [["Body", "12 March 2026", "5 June 2026"], ["Police", "✓", "apols"], ["Health – ICB", "x"]]


def test_the_encoding_of_an_old_windows_is_read() -> None:
    table = read_table("Body,12 March 2026\nHealth – Trust’s,P\n".encode("cp1252"))

    assert rows(table)[1] == ["Health – Trust’s", "P"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_whatever_stands_between_the_cells_is_found(mark: str) -> None:
    table = read_table(f"Title of the sheet\nBody{mark}12.03.2026\nPolice{mark}P\n".encode())

    assert rows(table)[2] == ["Police", "P"]


def test_a_first_line_that_names_the_separator_is_obeyed_and_rows_keep_their_numbers() -> None:
    table = read_table(b"sep=;\nBody;1,5\n")

    assert [(line.number, words_of(line.at(1))) for line in table.lines] == [(2, "1,5")]


def test_an_excel_file_is_read_whatever_its_name_with_true_dates_and_sheets_told() -> None:
    content = a_workbook([["Body", date(2026, 3, 12)], ["Police", "P"]], more=["Notes"])

    table = read_table(content)

    assert table.lines[0].cells == ("Body", date(2026, 3, 12))
    assert (table.sheet, table.other_sheets) == ("Attendance", ("Notes",))


def test_a_label_merged_over_rows_belongs_to_each() -> None:
    content = a_workbook([["Body", "Name", "12 March 2026"], [None, "A", "P"], [None, "B", "P"]], merged=[(1, 0, 2, 0, "Police")])

    assert rows(read_table(content))[2] == ["Police", "B", "P"]


def test_formula_text_stays_text() -> None:
    table = read_table(b'Body,Note\nPolice,"=HYPERLINK(""http://x"")"\nHealth,\'=1+1\n')

    assert rows(table)[1][1].startswith("=HYPERLINK")
    assert rows(table)[2][1] == "=1+1"


def test_a_million_empty_rows_are_nothing() -> None:
    assert len(read_table(b"Body,12 March 2026\n" + b",,\n" * 1_000_000 + b"Police,P\n").lines) == 2


def far_cell() -> bytes:
    kept = BytesIO()
    with ZipFile(BytesIO(a_workbook([["Body"]]))) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
            new.writestr(name, content)
    return kept.getvalue()


def bomb() -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 70_000_000)
    return kept.getvalue()


def other_zip() -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    return kept.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "a byte order mark alone": (lambda: b"\xef\xbb\xbf\r\n", "empty"),
    "separators alone": (lambda: b",,,\r\n,,,\r\n", "empty"),
    "an empty workbook": (lambda: a_workbook([]), "empty"),
    "too large": (lambda: b"a" * (MOST_BYTES + 1), "larger than 5 MB"),
    "too many rows": (lambda: b"a,b\n" * (MOST_ROWS + 1), "more than 1000 rows"),
    "too many columns": (lambda: b"," * 200 + b"x\n", "201 columns"),
    "a program called csv": (lambda: b"MZ\x90\x00" + b"\x00\x01" * 500, "a program"),
    "random bytes": (lambda: bytes(range(1, 32)) * 40, "neither Excel nor text"),
    "an old or locked workbook": (lambda: b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old kind, or one locked"),
    "a PDF": (lambda: b"%PDF-1.7 ...", "a PDF"),
    "a torn workbook": (lambda: a_workbook([["Body"]])[:-200], "damaged or locked"),
    "a Word file": (other_zip, "not an Excel workbook"),
    "a bomb": (bomb, "far larger"),
    "a cell at the end of the world": (far_cell, "cell far away"),
    "an endless quotation": (lambda: b'Body,"' + b"x" * 200_000, "quotation that never ends"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_a_sentence(name: str) -> None:
    make, says = BAD[name]

    with pytest.raises(Unreadable, match=says):
        read_table(make())


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match=r"no sheet called Log\. It has: Attendance, Notes"):
        read_table(a_workbook([["Body"]], more=["Notes"]), sheet="Log")


@given(st.binary(max_size=400))
def test_no_bytes_at_all_do_more_than_refuse(content: bytes) -> None:
    assert lines_or_why(content)


def lines_or_why(content: bytes) -> object:
    try:
        return read_table(content).lines
    except Unreadable as why:
        return str(why)
