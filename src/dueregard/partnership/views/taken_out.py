"""A list of a page as a file to take away, with that in the trail."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest
from dueregard.partnership import actions
from dueregard.sheets.views.spreadsheets import Sheet, as_file


def taken_out(request: ViewerRequest, sheet: Sheet, form: str) -> HttpResponse:
    """The sheet as a download; that it was taken is in the trail."""
    response = as_file(request, sheet, form)
    actions.take_list_away(sheet.name, by=request.viewer, rows=len(sheet.rows), ending=form, marking=sheet.marking.value, of=sheet.of)
    return response
