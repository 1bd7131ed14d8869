"""Pages of training plans and what they require."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.documents import queries as documents
from dueregard.privacy.marking import highest
from dueregard.risk import queries as risks
from dueregard.training.actions import plans as actions
from dueregard.training.forms import plans as forms
from dueregard.training.queries import courses
from dueregard.training.queries.remembering import coverage_at
from dueregard.training.rules.coverage import Tally
from dueregard.training.rules.suppression import is_small
from dueregard.training.views.section import asked, show
from dueregard.ui.places import address_here

PLANS, PLAN = "training:plan-list", "training:plan"


@requires(Permission.TRAINING_READ)
def plan_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    in_force = {row.pk for row in courses.plans_in_force(viewer, on=viewer.today)}
    return show(request, "plan_list", {"rows": courses.plans(viewer), "in_force": in_force}, place=PLANS)


@requires(Permission.TRAINING_READ)
def plan(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.plans(viewer), ref=ref)
    counted = coverage_at(viewer, on=viewer.today, known=viewer.today)
    rows = list(courses.requirements(viewer).filter(plan=found))
    tallies = {row.ref: counted.total(row.ref, of="required")[1] for row in rows}
    seen = set(risks.risks_seen(viewer).filter(pk__in=[row.risk_id for row in rows if row.risk_id]).values_list("ref", flat=True))
    kept_in = documents.documents(viewer).filter(pk=found.document_id).first()
    may_count = viewer.may(Permission.TRAINING_NAMES) or all(_is_open(tally) for tally in tallies.values())  # one could give another away
    shown = {
        "plan": found,
        "rows": rows,
        "tallies": tallies if may_count else {},
        "workforce": counted.workforce,
        "risks": {row.ref: address_here(viewer, "risk:risk", row.risk.ref) for row in rows if row.risk and row.risk.ref in seen},
        "document": kept_in,
        "marking": highest(
            [*([kept_in.marking] if kept_in else []), *(row.risk.marking for row in rows if row.risk and row.risk.ref in seen)]
        ),
        "back": (("Training plans", address_here(viewer, PLANS)),),
    }
    return show(request, "plan", shown, place=PLANS)


def _is_open(tally: Tally) -> bool:
    return not any(is_small(number) for number in (tally.asked, tally.has, tally.lacks))


@requires(Permission.TRAINING_EDIT)
def plan_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.PlanForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record a training plan",
        button="Record the plan",
        consequence="The plan is not recorded yet",
        do=lambda: actions.agree_plan(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, PLAN, made.ref),
        done="The plan is recorded: say what it requires of whom",
        back=(("Training plans", address_here(viewer, PLANS)),),
        place=PLANS,
    )


@requires(Permission.TRAINING_EDIT)
def plan_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.plans(viewer), ref=ref)
    form = forms.EndForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that the plan holds no longer",
        caption=found.title,
        button="Say so",
        consequence="The plan still holds",
        do=lambda: actions.end_plan(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PLAN, ref),
        done="The plan holds no longer",
        back=(("Training plans", address_here(viewer, PLANS)), (ref, address_here(viewer, PLAN, ref))),
        place=PLANS,
    )


@requires(Permission.TRAINING_EDIT)
def requirement_new(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.plans(viewer), ref=ref)
    form = forms.RequirementForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Require a course",
        caption=found.title,
        button="Require it",
        consequence="It is not required yet",
        do=lambda: actions.require(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PLAN, ref),
        done="It is required from that day on",
        lede="Those who are there already have the same number of days, from the day it begins to hold.",
        back=(("Training plans", address_here(viewer, PLANS)), (ref, address_here(viewer, PLAN, ref))),
        place=PLANS,
    )


@requires(Permission.TRAINING_EDIT)
def requirement_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(courses.requirements(viewer), ref=ref)
    form = forms.EndForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that it is required no longer",
        caption=f"{found.course.title} ({ref})",
        button="Say so",
        consequence="It is still required",
        do=lambda: actions.end_requirement(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PLAN, found.plan.ref),
        done="It is required no longer",
        back=(("Training plans", address_here(viewer, PLANS)), (found.plan.ref, address_here(viewer, PLAN, found.plan.ref))),
        place=PLANS,
    )
