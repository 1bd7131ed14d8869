"""The committee's table of coverage in Word and in Excel. Small groups are left out of it, whoever takes it away."""

from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from dueregard.access.viewer import Viewer
from dueregard.audit.rules import as_cell
from dueregard.basics.dates import listed, say
from dueregard.privacy.marking import Marking
from dueregard.training.actions.taking_away import take_coverage_away
from dueregard.training.exchange.official import fit_to_paper, official_word
from dueregard.training.queries.coverage_page import Looking, Page
from dueregard.training.rules.coverage import per_cent
from dueregard.training.rules.expected import Expected
from dueregard.training.rules.tables import By, CellSeen, Shown
from dueregard.ui.papers import heading, note, paragraph, table


def committee_word(viewer: Viewer, *, on: date, expected: Expected) -> bytes:
    """The table as a Word document."""
    page = _page(viewer, on, expected)
    content = official_word(
        viewer,
        title="Prevent training coverage",
        subject=f"Coverage as at {say(on)}",
        blocks=(
            heading(1, f"Prevent training coverage as at {say(on)}"),
            *(paragraph(words) for words in _sentences(page, on, viewer.today)),
            *table("Coverage by body and team", _heads(page), _rows(page)),
            note(_small_print(page)),
        ),
    )
    take_coverage_away(by=viewer, on=on, ending="docx")
    return content


def committee_sheet(viewer: Viewer, *, on: date, expected: Expected) -> bytes:
    """The table as an Excel workbook: no cell is ever a formula."""
    page, kept = _page(viewer, on, expected), BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    leaf = book.add_worksheet("Coverage")
    bold = book.add_format({"bold": True})
    title = f"{Marking.OFFICIAL.label}. Prevent training coverage, {viewer.area_name}, as at {say(on)}"
    above = _sentences(page, on, viewer.today)
    lines = [[title], *([words] for words in above), [_small_print(page)], [], list(_heads(page)), *_rows(page)]
    top = len(lines) - len(_rows(page)) - 1
    for number, line in enumerate(lines):
        for column, words in enumerate(line):
            leaf.write_string(number, column, str(as_cell(words)), bold if number in {0, top} else None)
    leaf.set_column(0, 0, 60)
    leaf.set_column(1, len(_heads(page)), 26)
    leaf.freeze_panes(top + 1, 1)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    fit_to_paper(leaf, wrapped=wrapped, small_print=(top - 2, _small_print(page)), columns=len(_heads(page)), top=top)
    book.close()
    take_coverage_away(by=viewer, on=on, ending="xlsx")
    return kept.getvalue()


def _page(viewer: Viewer, on: date, expected: Expected) -> Page:
    return Looking(viewer, on=on, known=max(on, viewer.today), expected=expected, names=False).page(By.TEAM)


def _sentences(page: Page, on: date, today: date) -> list[str]:
    force = page.coverage.workforce
    share = f"{per_cent(force.share)}% of the workforce kept here is in scope" if force.all else "No workforce has been recorded"
    said = [f"{say(on)} has not come yet: this is what would be left by then if nobody completed anything more."] if on > today else []
    said.append(f"{share}.")
    if page.missing:
        said.append(f"No return: {', '.join(row.body.name for row in page.missing)}.")
    if page.untotalled:
        said.append(f"No total is given under {listed(page.untotalled)}, while a return asked for it is missing or does not say.")
    return said


def _heads(page: Page) -> tuple[str, ...]:
    return ("Body and team", *(words for _key, words in page.columns))


def _rows(page: Page) -> list[list[str]]:
    rows = [[row.words if row.is_heading else f"– {row.words}", *map(said, row.cells)] for row in page.rows]
    for answer in page.returns:
        as_at = f", as at {say(answer.latest.as_at)}" if answer.latest and not answer.is_missing else ""
        rows.append([f"{answer.body.name} (by return{as_at})", *(_returned(answer, key) for key, _words in page.columns)])
    return [*rows, ["All of them", *map(said, page.total)]] if page.total else rows


def _returned(answer: Any, column: str) -> str:
    seen = answer.seen(column, names=False)
    if seen is None:
        return str(answer.on_subject(column).label)
    if seen.pair is None:
        return said(CellSeen(shown=Shown.HIDDEN))
    asked, has = seen.pair
    return said(CellSeen(shown=Shown.COUNTS if asked else Shown.NOT_NEEDED, asked=asked, has=has))


def said(cell: CellSeen) -> str:
    """A cell in words."""
    if cell.shown is Shown.NOT_NEEDED:
        return "Not needed"
    if cell.shown is Shown.HIDDEN:
        return "Not shown"
    if cell.shown is Shown.NO_TOTAL:
        return "No total"
    if cell.shown is Shown.SIZE:
        return f"{cell.asked} people: {'as expected' if cell.reaches else 'low'}"
    return f"{cell.percent}% ({cell.has} of {cell.asked}){'' if cell.reaches else ', low'}" if cell.asked else "All joined lately"


def _small_print(page: Page) -> str:
    return (
        f"Expected: {page.expected.words(page.columns)}. Covered means trained and not lapsed on the day. "
        "Joiners within the time allowed and people away for more than 90 days are left out. Numbers of fewer than five people, and others "
        "from which they could be worked out, are not shown."
    )
