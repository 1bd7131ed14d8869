"""The year planner, as a page, a sheet and a calendar file."""

from datetime import UTC, timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from icalendar import Calendar, Event

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.home.queries.year import Year
from dueregard.home.queries.year import year as plan_year
from dueregard.partnership.actions import take_list_away
from dueregard.partnership.views.taken_out import taken_out
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet
from dueregard.ui.download import download


@requires(Permission.PLAN_READ)
def year(request: ViewerRequest) -> HttpResponse:
    """The fewest things this area must do this year, by month; or the same to take away."""
    viewer, found = request.viewer, plan_year(request.viewer)
    form = request.GET.get("take", "")
    if form in (CSV, XLSX):
        return taken_out(request, _sheet(viewer, found), form)
    if form == "ics":
        return _calendar_file(viewer, found)
    return render(request, "home/year.html", {"year": found, "marking": found.marking})


def _sheet(viewer: Viewer, found: Year) -> Sheet:
    return Sheet(
        title="The year planner",
        name="year",
        as_at=viewer.today,
        marking=found.marking,
        columns=("By", "What", "Why then", "Toolkit line", "A day is set"),
        rows=[(row.on, row.says, row.why, row.line, "Yes" if row.is_set else "No") for row in found.rows],
    )


def _calendar_file(viewer: Viewer, found: Year) -> HttpResponse:
    """One all-day entry for each row. A calendar says Meeting, Update or Something due, and leads here for the rest."""
    calendar = Calendar()
    calendar.add("prodid", "-//Due Regard//Year planner//EN")
    calendar.add("version", "2.0")
    for number, row in enumerate(found.rows, start=1):
        entry = Event()
        entry.add("uid", f"{viewer.area}-year-{viewer.today:%Y%m%d}-{number}@due-regard.invalid")
        entry.add("dtstamp", viewer.now.astimezone(UTC))
        entry.add("summary", row.kind)
        entry.add("dtstart", row.on)
        entry.add("dtend", row.on + timedelta(days=1))
        entry.add("url", f"{settings.ADDRESS}/{viewer.area}/year/")
        entry.add("class", "PRIVATE")
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    take_list_away("year", by=viewer, rows=len(found.rows), ending="ics", marking=found.marking.value, of="")
    return download(calendar.to_ical(), name=f"year-{viewer.area}-{viewer.today.isoformat()}.ics")
