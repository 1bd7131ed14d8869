"""The pictures of a plan: its actions on a line of months, and how they go by objective and by partner."""

from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.plan.queries.pictures import by_objective, by_partner, counted_as, plan_timeline
from dueregard.plan.queries.planned import planned_actions
from dueregard.plan.queries.plans import plans
from dueregard.plan.rules.progress import say_progress
from dueregard.plan.views.section import show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

LIST = "plan:plan-list"


@requires(Permission.PLAN_READ)
def pictures(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    plan = plans(viewer).filter(ref=ref).first()
    if plan is None:
        raise Http404
    today = viewer.today
    rows = planned_actions(viewer, plan, as_at=today, known=today)
    shown = {
        "plan": plan,
        "line": plan_timeline(viewer, plan, rows, on=today),
        "says": say_progress(counted_as(row, on=today) for row in rows),
        "by_objective": by_objective(rows, on=today),
        "by_partner": by_partner(rows, on=today),
        "back": (("The plan", address_here(viewer, LIST)), (plan.ref, address_here(viewer, "plan:plan", plan.ref))),
        "marking": highest([plan.marking, *(row.action.marking for row in rows)]),
    }
    return show(request, "pictures", shown, place=LIST)
