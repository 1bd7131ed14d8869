"""Pages that tie an action to what it is for: the risks it answers, the lines it furthers, when it starts, its threat check."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import Page, ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership import queries as partnership
from dueregard.partnership.actions import answer_risk, check_action, further_line, start_action, stop_answering
from dueregard.partnership.queries.picking import check_choices
from dueregard.partnership.views.checking import check_asked
from dueregard.plan.forms import tying as forms
from dueregard.plan.queries.links import linked
from dueregard.plan.queries.picking import open_risk_choices
from dueregard.plan.views.planned import LIST, PAGE
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

Offer = Callable[[ViewerRequest, str], dict[str, Any]]


def _page(do: Callable[..., Any], form_of: type[Any], offer: Offer, *, title: str, button: str, done: str, lede: str) -> Page:
    """The page of one deed that ties an action: `offer` says what its form has to pick from."""

    @requires(Permission.PARTNERSHIP_EDIT)
    def page(request: ViewerRequest, ref: str) -> HttpResponse:
        viewer = request.viewer
        action = get_object_or_404(partnership.actions(viewer), ref=ref)
        there = address_here(viewer, PAGE, ref)
        form = form_of(request.POST or None, version=action.version, initial={"on": viewer.today}, **offer(request, ref))
        return asked(
            request,
            form,
            title=title,
            button=button,
            consequence="Nothing is saved yet",
            do=lambda: do(ref, by=viewer, **form.cleaned_data),
            then=lambda _: there,
            done=done,
            lede=lede,
            caption=f"{ref}: {action.what}",
            back=(("Actions of the plan", address_here(viewer, LIST)), (ref, there)),
            place=LIST,
            marking=highest([action.marking]),
        )

    return page


def _risks(request: ViewerRequest, ref: str) -> dict[str, Any]:
    found = linked(request.viewer, [ref], on=request.viewer.today).get(ref)
    there = {risk for risk, _ in found.risks} if found else set()
    return {"risks": [(risk, words) for risk, words in open_risk_choices(request.viewer) if risk not in there]}


def _answered(request: ViewerRequest, ref: str) -> dict[str, Any]:
    found = linked(request.viewer, [ref], on=request.viewer.today).get(ref)
    return {"risks": [(risk, f"{risk}: {title}") for risk, title in found.risks] if found else []}


def _nothing(request: ViewerRequest, ref: str) -> dict[str, Any]:
    return {}


def _further(ref: str, *, line: str, **given: Any) -> None:
    further_line(ref, framework=forms.TOOLKIT, line=line, **given)


risk_answer = _page(
    answer_risk,
    forms.AnswerForm,
    _risks,
    title="Link a risk it answers",
    button="Link it",
    done="The risk is linked",
    lede="Offered are the open risks of the register that the action does not answer yet.",
)
risk_let_go = _page(
    stop_answering,
    forms.StopAnsweringForm,
    _answered,
    title="Say that it no longer answers a risk",
    button="Save",
    done="Saved",
    lede="That it did, and until when, stays to be seen.",
)
start_set = _page(
    start_action,
    forms.StartForm,
    _nothing,
    title="Say when it starts",
    button="Save",
    done="The start is saved",
    lede="The date said last holds; those before stay to be seen.",
)
line_further = _page(
    _further,
    forms.LineForm,
    _nothing,
    title="Link a line of the toolkit it furthers",
    button="Link it",
    done="The line is linked",
    lede="Good-practice and best-practice lines of the toolkit, in our words.",
)


@requires(Permission.PARTNERSHIP_EDIT)
def action_check(request: ViewerRequest, ref: str) -> HttpResponse:
    """The action's own Security Threat Check, where its plan's does not cover it."""
    viewer = request.viewer
    action = get_object_or_404(partnership.actions(viewer), ref=ref)
    form = forms.ActionCheckForm(request.POST or None, version=action.version, made=check_choices(viewer), initial={"on": viewer.today})
    back = (("Actions of the plan", address_here(viewer, LIST)), (ref, address_here(viewer, PAGE, ref)))
    shown = {"action": action, "form": form, "back": back, "marking": highest([action.marking])}
    return check_asked(
        request,
        form,
        do=lambda said: check_action(ref, by=viewer, **said),
        then=address_here(viewer, PAGE, ref),
        done="The action is checked",
        page=lambda answers: show(request, "action_check", shown | {"answers": answers}, place=LIST),
    )
