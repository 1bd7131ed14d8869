"""The page of attendance: by sector and seat over meetings, against the cadence, and as a file that loads back."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership.queries.pictures import AttendancePicture, Shown, attendance_picture, cadence
from dueregard.partnership.views.section import show
from dueregard.partnership.views.taken_out import taken_out
from dueregard.partnership.views.which_group import group_of, which_group
from dueregard.privacy.marking import Marking
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet
from dueregard.ui.places import address_here

LIST = "partnership:member-list"
EVERY = 500  # meetings in a file: more than anybody has held


@requires(Permission.PARTNERSHIP_READ)
def attendance_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:attendance", title="Attendance")


@requires(Permission.PARTNERSHIP_READ)
def attendance(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, group = request.viewer, group_of(request, ref)
    if request.GET.get("take") in {CSV, XLSX}:
        seen = attendance_picture(viewer, group=ref, on=viewer.today, most=EVERY)
        return taken_out(request, _sheet(request, group, seen), request.GET["take"])
    line, marking = cadence(viewer, group=ref, on=viewer.today)
    shown = {
        "group": group,
        "seen": attendance_picture(viewer, group=ref, on=viewer.today),
        "line": line,
        "marking": marking,
        "back": ((group.name, address_here(viewer, "partnership:group", ref)),),
    }
    return show(request, "attendance", shown, place=LIST)


def _sheet(request: ViewerRequest, group: Any, seen: AttendancePicture) -> Sheet:
    return Sheet(
        title=f"Attendance at the {group.name}",
        name="attendance",
        of=group.ref,
        as_at=request.viewer.today,
        marking=Marking.OFFICIAL,
        columns=("Seat", "Body", "Sector", *(meeting.day for meeting in seen.meetings), "Came", "Asked"),
        rows=[
            (
                seat.seat,
                seat.body,
                sector.words,
                *(stood.label if stood and stood is not Shown.NOTHING else "" for stood in seat.stood),
                seat.came,
                seat.due,
            )
            for sector in seen.sectors
            for seat in sector.seats
        ],
    )
