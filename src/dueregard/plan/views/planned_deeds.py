"""What can be done to the actions of a plan: writing one, putting one in, moving it, taking it out, carrying some forward."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted
from dueregard.plan import actions, queries
from dueregard.plan.forms import planned as forms
from dueregard.plan.queries.picking import addable_choices, carriable_choices, objective_choices, open_risk_choices
from dueregard.plan.queries.planned import place_of
from dueregard.plan.views.making import back_to
from dueregard.plan.views.planned import LIST, PAGE
from dueregard.plan.views.plans import PAGE as PLAN
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.asking import is_done
from dueregard.ui.places import address_here


def _placed(said: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with nothing chosen as none."""
    return {name: (value or None) if name in {"objective", "district", "person"} else value for name, value in said.items()}


@requires(Permission.PLAN_EDIT)
def action_new(request: ViewerRequest, ref: str) -> HttpResponse:
    """Write a new action: what, whose, when, under which objective, against which risks, in one form."""
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    initial = {"on": viewer.today, "objective": request.GET.get("objective", ""), "risks": request.GET.getlist("risk")}
    offered: dict[str, Any] = {"objectives": objective_choices(viewer, plan), "risks": open_risk_choices(viewer)}
    form = forms.WriteForm(request.POST or None, viewer=viewer, initial=initial, **offered)
    return asked(
        request,
        form,
        title="Write an action",
        button="Write it into the plan",
        consequence="The action is not recorded yet",
        do=lambda: actions.write_action(ref, by=viewer, **_placed(form.said())),
        then=lambda made: address_here(viewer, PAGE, made),
        done="The action is in the plan",
        lede="An action that a meeting agreed is best recorded at its item, and put in the plan afterwards.",
        caption=plan.title,
        back=back_to(viewer, plan),
        place=LIST,
        marking=highest([plan.marking]),
        extra={"links": (("Is it recorded already?", "Put it in the plan", address_here(viewer, "plan:action-add", ref)),)},
    )


@requires(Permission.PLAN_EDIT)
def action_add(request: ViewerRequest, ref: str) -> HttpResponse:
    """Put an action there is already in the plan."""
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    offered: dict[str, Any] = {"objectives": objective_choices(viewer, plan), "actions": addable_choices(viewer, plan)}
    initial = {"on": viewer.today, "action": request.GET.get("action", "")}
    form = forms.AddForm(request.POST or None, viewer=viewer, initial=initial, **offered)

    def put() -> str:
        said = _placed(form.cleaned_data)
        said.pop("once", None)
        actions.put_in_plan(ref, by=viewer, **said)
        return str(said["action"])

    return asked(
        request,
        form,
        title="Put an action in the plan",
        button="Put it in",
        consequence="The action is not in the plan yet",
        do=put,
        then=lambda made: address_here(viewer, PAGE, made),
        done="The action is in the plan",
        lede="Offered are the open actions that are not in this plan.",
        caption=plan.title,
        back=back_to(viewer, plan),
        place=LIST,
        marking=highest([plan.marking]),
        extra={"links": (("Is it not in the list?", "Write an action", address_here(viewer, "plan:action-new", ref)),)},
    )


def _place(request: ViewerRequest, ref: str, action: str) -> Any:
    found = place_of(request.viewer, action=action, plan=ref)
    if found is None:
        raise Http404
    return found


@requires(Permission.PLAN_EDIT)
def action_move(request: ViewerRequest, ref: str, action: str) -> HttpResponse:
    """Move an action to another objective or district."""
    viewer, place = request.viewer, _place(request, ref, action)
    now = {"objective": place.objective.ref if place.objective else "", "district": place.district.ref if place.district else ""}
    offered: dict[str, Any] = {"objectives": objective_choices(viewer, place.plan)}
    form = forms.MovePlannedForm(request.POST or None, viewer=viewer, initial=now | {"on": viewer.today}, **offered)
    return asked(
        request,
        form,
        title="Move it within the plan",
        button="Move it",
        consequence="The action stands where it stood",
        do=lambda: actions.move_planned(ref, by=viewer, action=action, **_placed(form.cleaned_data)),
        then=lambda _: address_here(viewer, PAGE, action),
        done="The action is moved",
        caption=f"{action}: {place.action.what}",
        back=(*back_to(viewer, place.plan), (action, address_here(viewer, PAGE, action))),
        place=LIST,
        marking=highest([place.plan.marking, place.action.marking]),
    )


@requires(Permission.PLAN_EDIT)
def action_take_out(request: ViewerRequest, ref: str, action: str) -> HttpResponse:
    """Take an action out of the plan."""
    viewer, place = request.viewer, _place(request, ref, action)
    form = forms.TakeOutForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Take it out of the plan",
        button="Take it out",
        consequence="The action is still in the plan",
        do=lambda: actions.take_out_of_plan(ref, by=viewer, action=action, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, action),
        done="The action is out of the plan",
        lede="The action itself goes on; that it was in the plan, and why it left, stays to be seen.",
        caption=f"{action}: {place.action.what}",
        back=(*back_to(viewer, place.plan), (action, address_here(viewer, PAGE, action))),
        place=LIST,
        marking=highest([place.plan.marking, place.action.marking]),
    )


@requires(Permission.PLAN_EDIT)
def carry_forward(request: ViewerRequest, ref: str) -> HttpResponse:
    """Carry open actions of the plan before forward into this one, several at once."""
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    before = queries.plans(viewer).filter(pk=plan.follows_id).first() if plan.follows_id else None
    if before is None:
        raise Http404
    offered = carriable_choices(viewer, plan, before)
    form = forms.CarryForm(request.POST or None, actions=offered, initial={"on": viewer.today})
    if request.method == "POST" and is_done(
        form, lambda: actions.carry_several(ref, by=viewer, carried_from=before.ref, **form.cleaned_data)
    ):
        messages.success(request, f"Carried forward: {counted(len(form.cleaned_data['actions']), 'action')}")
        return redirect(PLAN, area=viewer.area, ref=ref)
    shown = {
        "plan": plan,
        "before": before,
        "offered": offered,
        "form": form,
        "back": back_to(viewer, plan),
        "marking": highest([plan.marking, before.marking]),
    }
    return show(request, "carry_forward", shown, place=LIST)
