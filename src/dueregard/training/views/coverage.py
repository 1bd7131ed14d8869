"""The page of coverage, its trend over quarters, and the tables that leave the building."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted
from dueregard.training.exchange.tables import committee_sheet, committee_word
from dueregard.training.forms.plans import CoverageForm
from dueregard.training.queries.coverage_page import Looking, Page, RowSeen, trend
from dueregard.training.rules.coverage import per_cent
from dueregard.training.rules.requirements import State
from dueregard.training.rules.tables import By, Shown
from dueregard.training.rules.trend import drawn
from dueregard.training.views.section import expected, show
from dueregard.ui.download import download

PLACE = "training:coverage"
A_PAGE = 30  # rows of up to eight bars each


@requires(Permission.TRAINING_READ)
def coverage(request: ViewerRequest) -> HttpResponse:
    viewer, names = request.viewer, request.viewer.may(Permission.TRAINING_NAMES)
    form = CoverageForm(request.GET if {"as_at", "known_on", "by"} & set(request.GET) else None, names=names)
    on, known = form.chosen(viewer.today)
    looking = Looking(viewer, on=on, known=known, expected=expected(viewer, on=on, known=known))
    page = looking.page(form.rows())
    requirements = looking.requirements() if form.rows() is By.REQUIREMENT else []
    low = sum(not row.cell.reaches for row in requirements) if requirements else page.low
    columns, rows = dict(page.columns), Paginator(page.rows, A_PAGE).get_page(request.GET.get("page"))
    team, column = request.GET.get("team", ""), request.GET.get("column") or next(iter(columns), "")
    shown = {
        "page": page,
        "rows_page": rows,
        "rows": _headed(page.rows, rows),
        "by": form.rows().value,
        "requirements": requirements,
        "says": first_sentence(page, low),
        "team": next((row for row in looking.teams.values() if row.ref == team), None),
        "column": column,
        "column_words": columns.get(column, ""),
        "jobs": looking.jobs(team, column) if team and column in columns else [],
        "names": names,
        "states": State,
        "form": form,
        "as_at": on,
        "known_on": known,
        "query": f"as_at={on:%d/%m/%Y}&known_on={known:%d/%m/%Y}&by={form.rows().value}",
    }
    return show(request, "coverage", shown, place=PLACE)


def _headed(rows: Sequence[RowSeen], page: Any) -> list[RowSeen]:
    """The rows of a page of them, below the body they are of where that stands on an earlier page."""
    above = [row for row in rows[: page.start_index() - 1] if row.is_heading]
    return [*(above[-1:] if page and not page[0].is_heading else []), *page]


def first_sentence(page: Page, low_rows: int) -> str:
    """How things stand, in numbers."""
    if not page.coverage.required:
        return "No training plan in force requires anything, so nothing is counted."
    people = counted(page.coverage.people, "person", "people")
    low = f"{counted(low_rows, 'row')} below what is expected in something" if low_rows else "none below what is expected"
    if page.missing:
        are = "has" if len(page.missing) == 1 else "have"
        bodies = counted(len(page.missing), "body", "bodies")
        where = f"where {'it was' if len(page.missing) == 1 else 'they were'} asked"
        return f"{bodies} {are} sent no return, so a total would mislead {where}. Of {people} in scope whose records are here: {low}."
    return f"{people} in scope: {low}."


@requires(Permission.TRAINING_READ)
def coverage_trend(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    share = expected(viewer, on=viewer.today, known=viewer.today)
    looking = Looking(viewer, on=viewer.today, known=viewer.today, expected=share)
    rows = trend(viewer, on=viewer.today, columns=[key for key, _words in looking.columns], expected=share)
    own = {key for _day, cells in rows for key, cell in cells.items() if cell.shown is not Shown.NOT_NEEDED}  # not what only partners say
    columns = {key: words for key, words in looking.columns if key in own}
    percents: list[tuple[str, list[int | None]]] = [
        (words, [cells[key].percent if cells[key].shown is Shown.COUNTS and cells[key].asked else None for _day, cells in rows])
        for key, words in columns.items()
    ]
    line = share.of(next(iter(columns), ""))
    shown: dict[str, Any] = {
        "rows": rows,
        "columns": tuple(columns.items()),
        "picture": drawn([day for day, _cells in rows], percents, expected=line),
        "expected": per_cent(line),
        "says_expected": share.words(tuple(columns.items())),
    }
    return show(request, "coverage_trend", shown, place=PLACE)


@requires(Permission.TRAINING_READ)
def coverage_docx(request: ViewerRequest) -> HttpResponse:
    return _file(request, committee_word(request.viewer, **_asked(request)), "docx")


@requires(Permission.TRAINING_READ)
def coverage_xlsx(request: ViewerRequest) -> HttpResponse:
    return _file(request, committee_sheet(request.viewer, **_asked(request)), "xlsx")


def _day(request: ViewerRequest) -> date:
    form = CoverageForm(request.GET or None, names=False)
    return form.day(request.viewer.today)


def _asked(request: ViewerRequest) -> dict[str, Any]:
    day = _day(request)
    return {"on": day, "expected": expected(request.viewer, on=day, known=max(day, request.viewer.today))}


def _file(request: ViewerRequest, content: bytes, ending: str) -> HttpResponse:
    if not content:
        raise Http404
    return download(content, name=f"training-coverage-{request.viewer.area}-{_day(request).isoformat()}.{ending}")
