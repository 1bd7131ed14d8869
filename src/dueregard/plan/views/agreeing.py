"""Pages on what carries a plan: agreement, threat check, ratification, references, equality analysis, and its end."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.guidance.queries import threat_checks
from dueregard.partnership.queries.picking import check_choices
from dueregard.partnership.views.checking import check_asked
from dueregard.plan import actions, queries
from dueregard.plan.forms import plans as forms
from dueregard.plan.queries.making import checks
from dueregard.plan.queries.picking import decision_choices
from dueregard.plan.queries.planned import still_open
from dueregard.plan.rules.plans import why_not_agree_unchecked, why_not_close_yet
from dueregard.plan.views.making import back_to, plan_page
from dueregard.plan.views.plans import LIST, PAGE
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here


@requires(Permission.PLAN_EDIT)
def plan_agree(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    offered = decision_choices(viewer, plan)
    form = forms.AgreeForm(request.POST or None, version=plan.version, decisions=offered)
    is_checked = checks(viewer).filter(plan=plan).exists()
    links = [("Is the decision not in the list?", "Open the group’s meetings", address_here(viewer, "partnership:meeting-list"))]
    if not is_checked:
        links.insert(
            0, ("No check of the plan is recorded.", "Make the Security Threat Check first", address_here(viewer, "plan:plan-check", ref))
        )
    return asked(
        request,
        form,
        title="Record that the group agreed the plan",
        button="Record the agreement",
        consequence="The agreement is not recorded yet",
        do=lambda: actions.agree_plan(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="The group’s agreement is recorded",
        lede=f"{plan.group.name} agrees the plan by a decision at one of its meetings. Offered are its decisions since the plan was begun.",
        caption=plan.title,
        back=back_to(viewer, plan),
        place=LIST,
        marking=highest([plan.marking]),
        extra={"links": tuple(links), "in_the_way": "" if is_checked else why_not_agree_unchecked(is_covered=False)},
    )


@requires(Permission.PLAN_EDIT)
def plan_check(request: ViewerRequest, ref: str) -> HttpResponse:
    """The Security Threat Check of the plan: the three questions, or a check made before."""
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    form = forms.CheckForm(request.POST or None, made=check_choices(viewer), initial={"on": viewer.today})
    shown = {
        "plan": plan,
        "form": form,
        "agreement": queries.agreement_of(viewer, plan, as_at=viewer.today, known=viewer.today),
        "made": list(threat_checks(viewer).filter(ref__in=[row.check_made.ref for row in checks(viewer).filter(plan=plan)])),
        "back": back_to(viewer, plan),
        "marking": highest([plan.marking]),
    }
    return check_asked(
        request,
        form,
        do=lambda said: actions.check_plan(ref, by=viewer, **said),
        then=address_here(viewer, PAGE, ref),
        done="The plan is checked",
        page=lambda answers: show(request, "plan_check", shown | {"answers": answers}, place=LIST),
    )


def _ratify(request: ViewerRequest, plan: Any) -> Form:
    return forms.RatifyForm(request.POST or None)


def _reference(request: ViewerRequest, plan: Any) -> Form:
    return forms.ReferenceForm(request.POST or None, viewer=request.viewer, initial={"on": request.viewer.today})


def _equality(request: ViewerRequest, plan: Any) -> Form:
    return forms.EqualityForm(request.POST or None, viewer=request.viewer, initial={"on": request.viewer.today})


plan_ratify = plan_page(
    actions.ratify,
    _ratify,
    title="Record that elected members ratified the plan",
    button="Record it",
    done="The ratification is recorded",
    lede="Cabinet, a committee or full council: which, when, and where it is minuted.",
    at="#carries",
)
reference_note = plan_page(
    actions.note_reference,
    _reference,
    title="Note where the plan is referred to",
    button="Note it",
    done="The reference is noted",
    lede="A corporate or service document that refers to this plan, and the place in it. It stands in the documents register first.",
    at="#carries",
)
equality_attach = plan_page(
    actions.attach_equality_analysis,
    _equality,
    title="Attach the equality analysis",
    button="Attach it",
    done="The analysis is attached",
    lede="It stands in the documents register first, so that everybody reads the same version.",
    at="#carries",
)


@requires(Permission.PLAN_EDIT)
def plan_close(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    form = forms.CloseForm(request.POST or None, version=plan.version, initial={"on": viewer.today})
    left = why_not_close_yet(still_open(viewer, plan, on=viewer.today))
    return asked(
        request,
        form,
        title="Close the plan",
        button="Close it",
        consequence="The plan is not closed yet",
        do=lambda: actions.close_plan(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="The plan is closed",
        lede="Nothing more can be written into a closed plan. Its actions go on: carry forward those that belong in the next.",
        caption=plan.title,
        back=back_to(viewer, plan),
        place=LIST,
        marking=highest([plan.marking]),
        extra={"in_the_way": left or ""},
    )
