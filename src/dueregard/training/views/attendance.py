"""Pages of who came to a session: ticked, pasted as a list, brought in as a file, withdrawn. Only for those who may see names."""

from collections.abc import Iterable
from contextlib import closing
from itertools import chain
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.actions.attendance import record_attendance, withdraw_attendance
from dueregard.training.forms import sessions as forms
from dueregard.training.queries import attendance as reads
from dueregard.training.queries import sessions as queries
from dueregard.training.rules.attendance_lists import Said, said_in_rows, said_in_text
from dueregard.training.rules.bringing_in.reading import read_rows
from dueregard.training.rules.sessions import why_not_record
from dueregard.training.views.section import asked, show
from dueregard.training.views.sessions import LIST, PAGE, back_to, session_of
from dueregard.ui.asking import pressed
from dueregard.ui.places import address_here

MOST_TICKED = 500  # on one page; whoever has more brings a list in
RECORD = "record"


@requires(Permission.TRAINING_NAMES)
def attendance_team(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    chosen = request.POST.getlist("who")
    if request.method == "POST" and _recorded(request, row, chosen):
        return redirect(address_here(viewer, PAGE, ref))
    form = forms.WhoseForm(request.GET or None, viewer=viewer)
    rows = reads.to_tick(viewer, row.session, whose=form.asked(), day=row.day) if form.asked() else []
    shown = {
        "row": row,
        "form": form,
        "asked": bool(form.asked()),
        "rows": rows[:MOST_TICKED],
        "left": len(rows) - MOST_TICKED,
        "chosen": chosen,
        "why_not": why_not_record(row.stage),
        "back": back_to(viewer, row),
    }
    return show(request, "session_team", shown, place=LIST)


@requires(Permission.TRAINING_NAMES)
def attendance_list(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    form = forms.PastedForm(request.POST or None, viewer=viewer)
    return _brought(request, row, form, lambda: said_in_text(form.cleaned_data["lines"]), title="Paste a list of who came")


@requires(Permission.TRAINING_NAMES)
def attendance_file(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    form = forms.ListFileForm(request.POST or None, request.FILES or None, viewer=viewer)
    return _brought(request, row, form, lambda: _in_file(form.cleaned_data["file"]), title="Bring in a list of who came")


def _in_file(file: Any) -> list[Said]:
    rows = read_rows(file)
    with closing(rows.after):
        headings: Iterable[Any] = [(rows.first, rows.headings)]
        return said_in_rows(chain(headings, rows.after))


def _brought(request: ViewerRequest, row: Any, form: Any, read: Any, *, title: str) -> HttpResponse:
    """A list looked at, each line with what would become of it; then, with the references it came to, recorded."""
    viewer, lines = request.viewer, None
    if request.method == "POST" and request.POST.get("step") == RECORD:
        _recorded(request, row, request.POST.get("who", "").split())
        return redirect(address_here(viewer, PAGE, row.session.ref))
    if request.method == "POST" and form.is_valid():
        try:
            lines = reads.matched(viewer, row.session, read(), day=row.day, body=form.cleaned_data["body"])
        except Unreadable as why:
            form.add_error(None, str(why))
    shown = {"row": row, "form": form, "title": title, "lines": lines, "why_not": why_not_record(row.stage), "back": back_to(viewer, row)}
    found = _parted(lines) if lines is not None else {}
    return show(request, "session_bring", shown | found, place=LIST)


def _parted(lines: list[reads.Line]) -> dict[str, Any]:
    """Whom a list names, and the lines that are not taken, each with why."""
    taken = [line for line in lines if line.why is None]
    return {"taken": taken, "not_taken": [line for line in lines if line.why], "who": " ".join(line.learner.ref for line in taken)}


def _recorded(request: ViewerRequest, row: Any, learners: list[str]) -> bool:
    """Record them; whether that was done is given back, and the next page says so, or why not."""
    people = counted(len(set(learners)), "person", "people")
    return pressed(
        request,
        lambda: record_attendance(row.session.ref, by=request.viewer, learners=learners),
        done=f"{people} recorded as having come, with what they completed",
    )


@requires(Permission.TRAINING_NAMES)
def attendance_withdraw(request: ViewerRequest, ref: str, key: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = session_of(request, ref)
    who = get_object_or_404(queries.attendance(viewer).filter(session=row.session), pk=key).learner
    form = forms.WhyForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Withdraw an attendance",
        caption=f"{who.name or who.ref}, {row.session.course.title} ({ref})",
        button="Withdraw it",
        consequence="The attendance still counts",
        lede="The completion it came to is withdrawn with it. Both stay to be seen.",
        do=lambda: withdraw_attendance(key, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="The attendance no longer counts, nor the completion it came to",
        back=back_to(viewer, row),
        place=LIST,
    )
