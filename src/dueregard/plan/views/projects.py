"""Pages of funded projects: the list, one project, and what can be recorded of it."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.guidance.queries import asked as asked_by
from dueregard.partnership.views.checking import check_asked
from dueregard.plan.actions import projects as actions
from dueregard.plan.forms import projects as forms
from dueregard.plan.queries.projects import project_actions, project_page, project_row, project_rows, projects, say_projects
from dueregard.plan.rules.projects import DueDiligence, say_pounds
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

A_PAGE = 50
LIST = "plan:project-list"
PAGE = "plan:project"
BACK = "Projects"


@requires(Permission.PLAN_READ)
def project_list(request: ViewerRequest) -> HttpResponse:
    rows = project_rows(request.viewer, as_at=request.viewer.today)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "says": say_projects(rows), "pounds": say_pounds, "marking": highest(row.marking for row in page)}
    return show(request, "project_list", shown, place=LIST)


@requires(Permission.PLAN_READ)
def project(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = project_page(viewer, ref, as_at=viewer.today)
    if found is None:
        raise Http404
    delivers = project_actions(viewer, found, as_at=viewer.today)
    shown = {
        "project": found,
        "row": project_row(found, on=viewer.today),
        "pounds": say_pounds,
        "looks": [(look, DueDiligence(look.status)) for look in reversed(found.looks.all())],
        "delivers": delivers,
        "checks": [(row, asked_by(viewer, wording=row.check_made.wording)) for row in found.checks.all()],
        "back": ((BACK, address_here(viewer, LIST)),),
        "marking": highest([found.marking, *(row.action.marking for row in delivers)]),
    }
    return show(request, "project", shown, place=LIST)


@requires(Permission.PLAN_EDIT)
def project_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.ProjectForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record a funded project",
        button="Record the project",
        consequence="The project is not recorded yet",
        do=lambda: actions.start_project(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The project is recorded",
        lede="The plan directs what is funded: say which objective it serves and which actions it delivers.",
        back=((BACK, address_here(viewer, LIST)),),
        place=LIST,
    )


def _page(
    do: Callable[..., Any], form_of: type[Any], *, title: str, button: str, done: str, lede: str = ""
) -> Callable[..., HttpResponseBase]:
    """The page of one deed on a project."""

    @requires(Permission.PLAN_EDIT)
    def page(request: ViewerRequest, ref: str) -> HttpResponse:
        viewer = request.viewer
        found = get_object_or_404(projects(viewer), ref=ref)
        form = form_of(request.POST or None, version=found.version, initial={"on": viewer.today})
        return asked(
            request,
            form,
            title=title,
            button=button,
            consequence="Nothing is saved yet",
            do=lambda: do(ref, by=viewer, **form.cleaned_data),
            then=lambda _: address_here(viewer, PAGE, ref),
            done=done,
            lede=lede,
            **_about(viewer, found),
        )

    return page


def _about(viewer: Viewer, found: Any) -> dict[str, Any]:
    return {
        "caption": f"{found.ref}: {found.title}",
        "back": ((BACK, address_here(viewer, LIST)), (found.ref, address_here(viewer, PAGE, found.ref))),
        "place": LIST,
        "marking": highest([found.marking]),
    }


project_look = _page(
    actions.look_into_provider,
    forms.LookForm,
    title="Record due diligence on the provider",
    button="Record it",
    done="The due diligence is recorded",
    lede="Each time it is looked into is kept with its day; nothing said before is overwritten.",
)
project_amount = _page(
    actions.record_amount,
    forms.AmountForm,
    title="Record an amount",
    button="Record the amount",
    done="The amount is recorded",
)
project_output = _page(
    actions.record_output,
    forms.OutputForm,
    title="Record what it delivered",
    button="Record it",
    done="What it delivered is recorded",
)
project_end = _page(
    actions.end_project,
    forms.EndForm,
    title="Record that it ended",
    button="Record the end",
    done="The project has ended",
    lede="What was spent and delivered can still be recorded afterwards.",
)


@requires(Permission.PLAN_EDIT)
def project_tie(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    get_object_or_404(projects(viewer), ref=ref)
    found = project_page(viewer, ref, as_at=viewer.today)
    row = project_row(found, on=viewer.today)
    tied = frozenset([*row.objectives, *row.actions])
    form = forms.TieForm(request.POST or None, viewer=viewer, but=tied, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Tie it to the plan",
        button="Record it",
        consequence="Nothing is saved yet",
        do=lambda: actions.tie_project(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="It is recorded",
        lede="Offered are the objectives and open actions it is not tied to yet.",
        **_about(viewer, found),
    )


@requires(Permission.PLAN_EDIT)
def project_check(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(projects(viewer), ref=ref)
    form = forms.CheckForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    shown = {"form": form, "project": found} | _about(viewer, found)
    return check_asked(
        request,
        form,
        do=lambda said: actions.check_project(ref, by=viewer, **said),
        then=address_here(viewer, PAGE, ref),
        done="The check is added: it covers the project’s actions",
        page=lambda answers: show(request, "project_check", shown | {"answers": answers}, place=LIST),
    )
