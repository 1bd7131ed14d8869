"""A joint plan cut to one district: what it owns and answers for."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations.queries import districts
from dueregard.plan import queries
from dueregard.plan.queries.districts import district_plan
from dueregard.plan.queries.links import linked
from dueregard.plan.queries.measures import milestone_rows
from dueregard.plan.rules.planned import MilestoneStanding
from dueregard.plan.views.making import back_to
from dueregard.plan.views.plans import LIST, grouped
from dueregard.plan.views.section import show
from dueregard.privacy.marking import highest
from dueregard.ui.as_at import AsAtForm


@requires(Permission.PLAN_READ)
def district(request: ViewerRequest, ref: str, district: str) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    plan, body = get_object_or_404(queries.plans(viewer), ref=ref), get_object_or_404(districts(viewer), ref=district)
    cut = district_plan(viewer, plan, body, as_at=on, known=known)
    refs = [row.ref for row in cut.rows]
    steps = [step for found in milestone_rows(viewer, as_at=on, known=known, among=refs).values() for step in found]
    shown = {
        "plan": plan,
        "district": body,
        "cut": cut,
        "tally": queries.tally(cut.rows, on=on),
        "groups": [(one, rows) for one, rows in grouped(queries.objectives_of(viewer, plan, as_at=on, known=known), cut.own) if rows],
        "owed": [row for row in cut.rows if row.action.is_overdue(on)],
        "late_steps": [step for step in steps if step.standing is MilestoneStanding.LATE],
        "linked": linked(viewer, refs, on=on),
        "form": form,
        "as_at": on,
        "known_on": known,
        "back": back_to(viewer, plan),
        "marking": highest([plan.marking, *(row.action.marking for row in cut.rows)]),
    }
    return show(request, "district", shown, place=LIST)
