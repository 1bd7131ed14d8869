"""The page on which the actions of the plan are put on a meeting's agenda."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted, say
from dueregard.partnership import queries as partnership
from dueregard.plan import actions, queries
from dueregard.plan.forms.planned import OnAgendaForm
from dueregard.plan.queries.picking import to_take_up
from dueregard.plan.views.planned import LIST
from dueregard.plan.views.section import show
from dueregard.privacy.marking import highest
from dueregard.ui.asking import is_done


@requires(Permission.PARTNERSHIP_EDIT)
def on_agenda(request: ViewerRequest, ref: str) -> HttpResponse:
    """Choose what the meeting takes up: what is late, off course or not yet reviewed is ticked already."""
    viewer = request.viewer
    meeting = get_object_or_404(partnership.meetings(viewer), ref=ref)
    state = partnership.state_of(meeting)
    plan = plan_of_meeting(viewer, state)
    rows = [row for row in queries.planned_actions(viewer, plan, as_at=viewer.today, known=viewer.today) if row.is_open] if plan else []
    earlier = [row.day for row in partnership.meeting_rows(viewer, group=state.group) if row.took_place and row.day < state.day]
    chosen = to_take_up(rows, day=state.day, since=earlier[0] if earlier else None)
    form = OnAgendaForm(request.POST or None, version=meeting.version, actions=[(row.ref, _words(row)) for row in rows], chosen=chosen)

    def put() -> None:
        actions.put_on_agenda(plan.ref, by=viewer, on=viewer.today, meeting=ref, actions=form.cleaned_data["actions"])

    if request.method == "POST" and plan and is_done(form, put):
        messages.success(request, f"On the agenda: {counted(len(form.cleaned_data['actions']), 'action')} of the plan")
        return redirect("partnership:agenda", area=viewer.area, ref=ref)
    shown = {
        "state": state,
        "plan": plan,
        "rows": rows,
        "chosen": chosen,
        "form": form,
        "marking": highest([*([plan.marking] if plan else []), *(row.action.marking for row in rows)]),
    }
    return show(request, "on_agenda", shown, place=LIST)


def plan_of_meeting(viewer: Any, state: partnership.MeetingRow) -> Any:
    """The plan in force on the day of the meeting that its group owns, or else the area's."""
    found = queries.plans_in_force(viewer, as_at=state.day, known=max(viewer.today, state.day))
    return found.filter(group__ref=state.group).first() or found.first()


def _words(row: queries.PlannedRow) -> str:
    action = row.action
    late = f"due {say(action.due)}" if action.due else "no due date"
    said = action.rag.label.lower() if action.rag else "nothing said yet"
    return f"{row.ref}: {action.what} ({action.owner or 'nobody owns it'}; {late}; {said})"
