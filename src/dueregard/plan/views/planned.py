"""The plan's actions: the list, and the plan's side of one action."""

from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.organisations.queries import bodies
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries.action_lists import why_not_say
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan import queries
from dueregard.plan.forms.planned import PlannedFilterForm
from dueregard.plan.queries.links import covering, line_words, linked
from dueregard.plan.queries.measures import MeasureRow, measure_rows, milestone_rows
from dueregard.plan.queries.picking import objective_choices, plan_choices
from dueregard.plan.rules.measure_line import MeasureLine, measure_line
from dueregard.plan.views.section import show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

A_PAGE = 50
LIST, PAGE = "plan:action-list", "plan:planned"
ALL = "all"


def plan_asked(viewer: Viewer, ref: str) -> Any:
    """The plan a list is about: the one named, the one in force, or else the newest."""
    found = queries.plans(viewer).filter(ref=ref).first() if ref else None
    return found or queries.plan_in_force(viewer, as_at=viewer.today, known=viewer.today) or queries.plans(viewer).first()


@requires(Permission.PLAN_READ)
def action_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    plan = plan_asked(viewer, request.GET.get("plan", ""))
    offered = {"plans": plan_choices(viewer), "objectives": objective_choices(viewer, plan) if plan else []}
    form = PlannedFilterForm(request.GET or None, viewer=viewer, **offered)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    rows = queries.planned_actions(viewer, plan, as_at=viewer.today, known=viewer.today) if plan else []
    body = bodies(viewer).filter(ref=wanted["body"]).values_list("pk", flat=True).first() if "body" in wanted else None
    rows = [row for row in rows if _is_asked(row, wanted, viewer.today) and (body is None or row.action.owner_body == body)]
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({name: "on" if value is True else value for name, value in wanted.items()})
    shown = {
        "plan": plan,
        "form": form,
        "wanted": {name: value for name, value in wanted.items() if name != "plan"},
        "page": page,
        "query": f"{query}&" if query else "",
        "groups": [(title, list(under)) for title, under in groupby(page, key=lambda row: row.objective_title)],
        "tally": queries.tally(rows, on=viewer.today),
        "linked": linked(viewer, [row.ref for row in page], on=viewer.today),
        "marking": highest(row.action.marking for row in page),
    }
    return show(request, "action_list", shown, place=LIST)


def _is_asked(row: queries.PlannedRow, wanted: dict[str, Any], today: date) -> bool:
    action, status = row.action, wanted.get("status", "")
    asked = (
        row.objective == ("" if wanted.get("objective") == "none" else wanted.get("objective", row.objective)),
        not wanted.get("district") or row.district_ref == wanted["district"],
        (action.rag or "none") == wanted.get("course", action.rag or "none"),
        action.is_overdue(today) or not wanted.get("late"),
        status == ALL or action.status == (status or ActionStatus.OPEN),
    )
    return all(asked)


def _drawn(measure: MeasureRow) -> MeasureLine | None:
    readings = [(reading.on, reading.value) for reading in measure.readings]
    return measure_line(readings, baseline=measure.baseline, target=measure.target, since=measure.on)


@requires(Permission.PLAN_READ)
def planned(request: ViewerRequest, ref: str) -> HttpResponse:
    """The plan's side of an action: where it stands, what it answers, its milestones and measures."""
    viewer, today = request.viewer, request.viewer.today
    action = get_object_or_404(partnership.actions(viewer), ref=ref)
    [row] = partnership.action_rows(viewer, as_at=today, among=[action.pk])
    places = list(queries.planned(viewer).filter(action=action).order_by("-on", "-typed_at"))
    now = [place for place in places if getattr(place, "ending", None) is None]
    links = linked(viewer, [ref], on=today).get(ref)
    is_open = row.status is ActionStatus.OPEN
    measures = measure_rows(viewer, as_at=today, known=today, among=[ref]).get(ref, [])
    shown = {
        "action": action,
        "row": row,
        "now": now,
        "before": [place for place in places if place not in now],
        "links": links,
        "lines": line_words(links.lines if links else ()),
        "milestones": milestone_rows(viewer, as_at=today, known=today, among=[ref]).get(ref, []),
        "measures": measures,
        "drawn": {measure.id: _drawn(measure) for measure in measures},
        "checks": covering(viewer, action, on=today),
        "may_tie": viewer.may(Permission.PARTNERSHIP_EDIT) and is_open,
        "is_open": is_open,
        "may_say": viewer.may(Permission.ACTION_UPDATE) and why_not_say(viewer, action=action) is None,
        "may_write": viewer.may(Permission.PLAN_EDIT) and is_open,
        "back": (("Actions of the plan", address_here(viewer, LIST)),),
        "marking": highest([action.marking, *(place.plan.marking for place in places)]),
    }
    return show(request, "planned", shown, place=LIST)
