"""The section's first page: the plan in force, how its actions go, what is missing."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted, say
from dueregard.plan import queries
from dueregard.plan.rules.plans import PlanStanding
from dueregard.plan.views.section import show
from dueregard.privacy.marking import highest
from dueregard.ui.as_at import AsAtForm


@requires(Permission.PLAN_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    plan = queries.plan_in_force(viewer, as_at=on, known=known)
    rows = queries.planned_actions(viewer, plan, as_at=on, known=known) if plan else []
    tally = queries.tally(rows, on=on)
    standing = queries.standing_of(plan, on=on) if plan else None
    shown = {
        "plan": plan,
        "standing": standing,
        "says": _first(plan, standing, tally),
        "tally": tally,
        "late": [row for row in rows if row.action.is_overdue(on)],
        "plans": queries.plan_rows(viewer, as_at=on),
        "form": form,
        "as_at": on,
        "known_on": known,
        "marking": highest([*([plan.marking] if plan else []), *(row.action.marking for row in rows)]),
    }
    return show(request, "overview", shown, place="plan:overview")


def _first(plan: Any, standing: PlanStanding | None, tally: queries.Tally) -> str:
    """The first sentence: whether there is a plan, and how it goes."""
    if plan is None:
        return "No plan’s period holds this day, so nobody can tell what the partnership does about its risks."
    agreed = queries.agreed_on(plan)
    by = f"agreed by {plan.group.name} on {say(agreed)}" if agreed else f"which {plan.group.name} has not agreed"
    stands = f"{plan.title} runs until {say(plan.covers_to)}, {by}."
    if not tally.all:
        return f"{stands} No action is in it yet."
    late = f"{tally.late} of them late" if tally.late else "none of them late"
    return f"{stands} Of its {counted(tally.all, 'action')}, {tally.open} {'is' if tally.open == 1 else 'are'} open, {late}."
