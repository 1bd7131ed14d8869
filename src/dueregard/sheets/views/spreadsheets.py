"""A table of a page as a file to take away: CSV or Excel, headed with area, marking, day and who; no cell is ever a formula."""

from collections.abc import Sequence
from csv import writer
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest
from dueregard.audit.rules import as_cell
from dueregard.basics.dates import say
from dueregard.privacy.marking import Marking
from dueregard.ui.download import download

CSV, XLSX = "csv", "xlsx"
WIDEST = 60


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What is taken away: what it is, how sensitive, as at which day, and the table."""

    title: str
    name: str  # of the file, without its ending
    as_at: date
    marking: Marking
    columns: Sequence[str | date]
    rows: Sequence[Sequence[object]]
    of: str = ""  # the ref of what it is a list of, for the trail
    hidden: frozenset[int] = frozenset()  # columns that Excel does not show


def as_file(request: ViewerRequest, sheet: Sheet, form: str) -> HttpResponse:
    """The sheet as a download; whoever hands it out says so in the trail."""
    name = f"{sheet.name}-{request.viewer.area}-{sheet.as_at.isoformat()}.{form}"
    return download(written(sheet, _heading(request, sheet), form), name=name)


def written(sheet: Sheet, heading: Sequence[str], form: str) -> bytes:
    """The file itself: lines of heading, the columns and the rows."""
    return _excel(sheet, heading) if form == XLSX else _csv(sheet, heading)


def _heading(request: ViewerRequest, sheet: Sheet) -> list[str]:
    viewer = request.viewer
    return [
        f"{sheet.marking.label}. {sheet.title}, {viewer.area_name}, as at {say(sheet.as_at)}",
        f"Taken out on {say(viewer.today)} by: {viewer.label or 'somebody signed in'}",
    ]


def _csv(sheet: Sheet, heading: Sequence[str]) -> bytes:
    text = StringIO()
    lines = writer(text, lineterminator="\r\n")
    table: list[Sequence[object]] = [*([words] for words in heading), sheet.columns, *sheet.rows]
    for line in table:
        lines.writerow([as_cell(value.isoformat() if isinstance(value, date) else value) for value in line])
    return text.getvalue().encode("utf-8-sig")


def _excel(sheet: Sheet, heading: Sequence[str]) -> bytes:
    kept = BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet.name[:31])
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmm yyyy"})
    bold_day = book.add_format({"bold": True, "num_format": "d mmm yyyy"})
    for number, words in enumerate(heading):
        page.write_string(number, 0, words, bold)
    top = len(heading)
    for column, title in enumerate(sheet.columns):
        _put(page, top, column, title, bold, bold_day)
        longest = max((len(_plain(line[column])) for line in sheet.rows), default=0)
        options = {"hidden": True} if column in sheet.hidden else {}
        page.set_column(column, column, min(max(longest, len(_plain(title))) + 2, WIDEST), None, options)
    for number, line in enumerate(sheet.rows, start=top + 1):
        for column, value in enumerate(line):
            _put(page, number, column, value, None, day)
    page.freeze_panes(top + 1, 0)
    book.close()
    return kept.getvalue()


def _put(page: Any, row: int, column: int, value: object, words: Any, day: Any) -> None:
    if isinstance(value, date):
        page.write_datetime(row, column, datetime(value.year, value.month, value.day), day)
    elif isinstance(value, int):
        page.write_number(row, column, value, words)
    elif value:
        page.write_string(row, column, str(value), words)


def _plain(value: object) -> str:
    return "" if value is None else say(value) if isinstance(value, date) else str(value)
