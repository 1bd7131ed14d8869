"""The rows of a file as CSV: those not taken, to put right and choose again; of one that was looked at, every row."""

from csv import writer
from io import StringIO
from itertools import chain
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.audit.rules import as_cell
from dueregard.basics.dates import say
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.actions.import_files import take_rows_away
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.queries import imports as queries
from dueregard.training.rules.bringing_in.reading import read_rows
from dueregard.training.rules.imports import ImportState, RowFate, Why
from dueregard.training.tasks.outcomes import MARK, outcomes
from dueregard.ui.download import download, download_piece_by_piece

MOST_BYTES = 50_000_000  # a larger file is not read again while a page is waited for: its list holds numbers and reasons


@requires(Permission.TRAINING_NAMES)
def import_rows(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    import_ = get_object_or_404(queries.imports(viewer), ref=ref)
    why = {row.line: (RowFate(row.fate).label, Why(row.why).label) for row in queries.not_taken(viewer, import_)}
    headings, said = _said(import_, set(why))
    text = StringIO()
    lines = writer(text, lineterminator="\r\n")
    lines.writerow([as_cell(f"Official. Rows of {ref} that were not taken, taken out on {say(viewer.today)}")])
    lines.writerow(["Row", "What becomes of it", "Why", *map(as_cell, headings)])
    lines.writerows([line, *reason, *map(as_cell, said.get(line, ()))] for line, reason in why.items())
    take_rows_away(ref, by=viewer, rows=len(why))
    return download(text.getvalue().encode("utf-8-sig"), name=f"rows-not-taken-{ref}.csv")


@requires(Permission.TRAINING_NAMES)
def import_every_row(request: ViewerRequest, ref: str) -> HttpResponseBase:
    """What would become of each row of a file that was looked at and waits: there until it is brought in or given up."""
    viewer = request.viewer
    import_ = get_object_or_404(queries.imports(viewer), ref=ref, state=ImportState.CHECKED)
    there = outcomes(import_)
    if there is None:
        raise Http404
    first = as_cell(f"Official. What would become of the rows of {ref}, taken out on {say(viewer.today)}")
    take_rows_away(ref, by=viewer, rows=import_.line)
    return download_piece_by_piece(chain([MARK, f"{first}\r\n".encode()], there), name=f"every-row-{ref}.csv")


def _said(import_: Any, wanted: set[int]) -> tuple[list[str], dict[int, list[str]]]:
    """The headings of the file and what the wanted rows say; nothing where it is not here any more."""
    if not import_.path or import_.size > MOST_BYTES:
        return [], {}
    try:
        with KeptFile(import_.path).place.open("rb") as file:
            rows = read_rows(file)
            return list(rows.headings), {line: list(cells) for line, cells in rows.after if line in wanted}
    except (Unreadable, OSError):
        return [], {}
