"""Pages on which a plan is made: governance, roles, who took part, objectives, the edition it rests on."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import Page, ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.plan import actions, queries
from dueregard.plan.catalogue import national_objective
from dueregard.plan.forms import plans as forms
from dueregard.plan.queries.making import governance_of, roles_of
from dueregard.plan.queries.picking import edition_choices
from dueregard.plan.views.plans import LIST, PAGE
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here

MakeForm = Callable[[ViewerRequest, Any], Form]


def back_to(viewer: Viewer, plan: Any) -> tuple[tuple[str, str], ...]:
    """The way back from a page below a plan."""
    return (("Plans", address_here(viewer, LIST)), (plan.ref, address_here(viewer, PAGE, plan.ref)))


def plan_page(do: Callable[..., Any], make: MakeForm, *, title: str, button: str, done: str, lede: str = "", at: str = "") -> Page:
    """The page of one deed on a plan: `make` makes its form, `at` is the part of the plan's page to go back to."""

    @requires(Permission.PLAN_EDIT)
    def page(request: ViewerRequest, ref: str) -> HttpResponse:
        viewer = request.viewer
        plan = get_object_or_404(queries.plans(viewer), ref=ref)
        form = make(request, plan)
        return asked(
            request,
            form,
            title=title,
            button=button,
            consequence="Nothing is saved yet",
            do=lambda: do(
                ref, by=viewer, **{name: value or None if name == "person" else value for name, value in form.cleaned_data.items()}
            ),
            then=lambda _: f"{address_here(viewer, PAGE, ref)}{at}",
            done=done,
            lede=lede,
            caption=plan.title,
            back=back_to(viewer, plan),
            place=LIST,
            marking=highest([plan.marking]),
        )

    return page


def _governance(request: ViewerRequest, plan: Any) -> Form:
    viewer = request.viewer
    said = governance_of(viewer, plan, as_at=viewer.today, known=viewer.today)
    initial = {"on": viewer.today, "words": said.words if said else ""}
    return forms.GovernanceForm(request.POST or None, version=plan.version, initial=initial)


def _role(request: ViewerRequest, plan: Any) -> Form:
    viewer, body = request.viewer, request.GET.get("body", "")
    said = {row.body.ref: row.words for row in roles_of(viewer, plan, as_at=viewer.today, known=viewer.today)}
    initial = {"on": viewer.today, "body": body, "words": said.get(body, "")}
    return forms.RoleForm(request.POST or None, viewer=viewer, version=plan.version, initial=initial)


def _contribution(request: ViewerRequest, plan: Any) -> Form:
    return forms.ContributionForm(request.POST or None, viewer=request.viewer)


def _objective(request: ViewerRequest, plan: Any) -> Form:
    return forms.ObjectiveForm(request.POST or None, initial={"on": request.viewer.today})


def _resting(request: ViewerRequest, plan: Any) -> Form:
    viewer = request.viewer
    initial = {"on": viewer.today}
    return forms.RestingForm(request.POST or None, version=plan.version, initial=initial, editions=edition_choices(viewer))


governance_say = plan_page(
    actions.say_governance,
    _governance,
    title="Say how the plan is governed",
    button="Save",
    done="How the plan is governed is saved",
    lede="A short summary. What was said before stays to be seen.",
)
role_give = plan_page(
    actions.give_role,
    _role,
    title="Give a partner’s role",
    button="Save the role",
    done="The role is saved",
    lede="What the partner does in delivering Prevent. Saying it again replaces what is shown from that day.",
    at="#roles",
)
contribution_note = plan_page(
    actions.note_contribution,
    _contribution,
    title="Note who took part in making the plan",
    button="Note it",
    done="Noted",
    lede="A contribution sent, or a workshop on the plan. Being given an action is not taking part.",
    at="#part",
)
objective_add = plan_page(
    actions.add_objective,
    _objective,
    title="Add an objective",
    button="Add it",
    done="The objective is added",
    lede="Take a national objective, in its words or yours, or write one of your own.",
    at="#objectives",
)
plan_rests_on = plan_page(
    actions.rest_on,
    _resting,
    title="Say which edition of the risk assessment it rests on",
    button="Save",
    done="Saved",
    lede="When a newer edition is approved, look at the plan again and say so here.",
)


@requires(Permission.PLAN_READ)
def objective(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.objectives(viewer), ref=ref)
    rows = [row for row in _rows(viewer, found.plan) if row.objective == ref]
    ending = getattr(found, "ending", None)
    shown = {
        "objective": found,
        "national": national_objective(found.national),
        "rows": rows,
        "tally": queries.tally(rows, on=viewer.today),
        "ending": ending,
        "back": back_to(viewer, found.plan),
        "marking": highest([found.plan.marking, *(row.action.marking for row in rows)]),
    }
    return show(request, "objective", shown, place=LIST)


def _rows(viewer: Viewer, plan: Any) -> list[queries.PlannedRow]:
    return queries.planned_actions(viewer, plan, as_at=viewer.today, known=viewer.today)


@requires(Permission.PLAN_EDIT)
def objective_drop(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.objectives(viewer), ref=ref)
    form = forms.DropForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    there = address_here(viewer, "plan:objective", ref)
    return asked(
        request,
        form,
        title="Drop the objective",
        button="Drop it",
        consequence="The objective still stands",
        do=lambda: actions.drop_objective(ref, by=viewer, **form.cleaned_data),
        then=lambda _: there,
        done="The objective is dropped",
        lede="It stays to be seen with why. Its actions stay in the plan: move them to another objective.",
        caption=found.title,
        back=(*back_to(viewer, found.plan), (ref, there)),
        place=LIST,
        marking=highest([found.plan.marking]),
    )
