"""The list of actions, one action with all that was said of it, and a partner's own in one screen."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.actions import DONE, ActionFilterForm, UpdateForm
from dueregard.partnership.queries.action_lists import action_events, actions_asked, own_actions, own_body, why_not_say
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.views.section import show
from dueregard.partnership.views.taken_out import taken_out
from dueregard.privacy.marking import highest
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet
from dueregard.ui.asking import is_done
from dueregard.ui.places import address_here

A_PAGE = 50
LIST = "partnership:action-list"
PAGE = "partnership:action"
COLUMNS = (
    "Ref",
    "Action",
    "Owner",
    "Person",
    "Raised",
    "Due",
    "Status",
    "Course",
    "Times re-dated",
    "Last update",
    "Last review",
    "Closed",
)


@requires(Permission.PARTNERSHIP_READ)
def action_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = ActionFilterForm(request.GET or None, viewer=viewer)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    rows = actions_asked(viewer, **wanted)
    marking = highest(row.marking for row in rows)
    if request.GET.get("take") in {CSV, XLSX}:
        return taken_out(request, _sheet(request, rows, marking), request.GET["take"])
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({name: "on" if value is True else value for name, value in wanted.items()})
    shown = {
        "form": form,
        "page": page,
        "query": f"{query}&" if query else "",
        "wanted": wanted,
        "late": sum(row.is_overdue(viewer.today) for row in rows),
        "ownerless": sum(not row.owner for row in rows),
        "marking": highest(row.marking for row in page),
    }
    return show(request, "action_list", shown, place=LIST)


def _sheet(request: ViewerRequest, rows: list[queries.ActionRow], marking: Any) -> Sheet:
    return Sheet(
        title="Actions",
        name="actions",
        as_at=request.viewer.today,
        marking=marking,
        columns=COLUMNS,
        rows=[
            (
                row.ref,
                row.what,
                row.owner,
                row.person,
                row.on,
                row.due,
                row.status.label,
                row.rag.label if row.rag else "",
                row.times_redated,
                row.last_update,
                row.last_review,
                row.closed,
            )
            for row in rows
        ],
    )


@requires(Permission.PARTNERSHIP_READ)
def action(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    if not queries.actions(viewer).filter(ref=ref).exists():
        raise Http404
    found, row = queries.action_page(viewer, ref, as_at=viewer.today)
    may_read = queries.items(viewer).filter(pk=found.item_id).exists() if found.item_id else False
    shown = {
        "action": found,
        "events": action_events(viewer, found),
        "shown_item": may_read,
        "decision": queries.decisions(viewer).filter(pk=found.decision_id).first() if found.decision_id else None,
        "row": row,
        "is_open": row.status is ActionStatus.OPEN,
        "is_late": row.is_overdue(viewer.today),
        "may_update": viewer.may(Permission.ACTION_UPDATE) and why_not_say(viewer, action=found) is None,
        "back": (("Actions", address_here(viewer, LIST)),),
        "marking": highest([found.marking]),
    }
    return show(request, "action", shown, place=LIST)


@requires(Permission.ACTION_UPDATE)
def action_mine(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    rows = [row for row in own_actions(viewer) if row.status is ActionStatus.OPEN]
    posted = request.POST.get("ref", "")
    forms = [(row, _own_form(request, row, posted)) for row in rows]
    said = next((form for row, form in forms if row.ref == posted), None)
    if said is not None and is_done(said, lambda: say_how_it_goes(posted, by=viewer, **said.cleaned_data)):
        messages.success(request, f"{posted}: saved")
        return redirect("partnership:action-mine", area=viewer.area)
    shown = {"forms": forms, "form": said, "posted": posted, "body": own_body(viewer)[1], "marking": highest(row.marking for row in rows)}
    return show(request, "action_mine", shown, place=LIST)


def _own_form(request: ViewerRequest, row: queries.ActionRow, posted: str) -> UpdateForm:
    data = request.POST if row.ref == posted else None
    return UpdateForm(data, prefix=row.ref, version=row.version, initial={"on": request.viewer.today, "course": row.rag})


def say_how_it_goes(ref: str, *, by: Viewer, course: str, words: str, on: date, seen: int) -> None:
    """One deed: an update, or that the action is done, with the same words."""
    if course == DONE:
        actions.finish_action(ref, by=by, on=on, because=words, seen=seen)
    else:
        actions.update_action(ref, by=by, on=on, words=words, rag=course, seen=seen)
