"""Files as councils keep them, made in memory: text in any encoding, workbooks with merged cells."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter


def a_workbook(rows: Sequence[Sequence[Any]], *, merged: Sequence[tuple[int, int, int, int, str]] = (), more: Sequence[str] = ()) -> bytes:
    """An Excel file of these rows; `merged` are first row, first column, last row, last column and words; `more` are empty sheets."""
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "default_date_format": "d mmm yyyy"})
    page = book.add_worksheet("Attendance")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                page.write(number, column, value)
    for first, left, last, right, words in merged:
        page.merge_range(first, left, last, right, words)
    for name in more:
        book.add_worksheet(name)
    book.close()
    return kept.getvalue()
