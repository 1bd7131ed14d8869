"""Pages of what was given towards the local profile, and of what police were asked for and answered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.privacy.marking import highest
from dueregard.risk import actions, queries
from dueregard.risk.forms.sources import AnswerForm, ContributionForm, RequestForm
from dueregard.risk.views.section import asked, show
from dueregard.ui.places import address_here

SOURCES, LIST = "risk:source-list", "risk:contribution-list"
TITLE = "Towards the local profile"


def _back(request: ViewerRequest) -> tuple[tuple[str, str], ...]:
    return (("Sources", address_here(request.viewer, SOURCES)), (TITLE, address_here(request.viewer, LIST)))


@requires(Permission.RISK_READ)
def contribution_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    given = list(queries.contributions(viewer))
    shown = {
        "title": TITLE,
        "given": given,
        "asked": [(row, list(row.answers.all())) for row in queries.requests(viewer)],
        "marking": highest(row.marking for row in given),
        "back": _back(request)[:1],
    }
    return show(request, "contribution_list", shown, place=SOURCES)


@requires(Permission.RISK_EDIT)
def contribution_record(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = ContributionForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record what was given towards the local profile",
        button="Record it",
        consequence="The contribution is not recorded yet",
        do=lambda: actions.contribute(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LIST),
        done="The contribution is recorded",
        back=_back(request),
        place=SOURCES,
    )


@requires(Permission.RISK_EDIT)
def request_record(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = RequestForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record that police were asked for the local profile",
        button="Record it",
        consequence="The request is not recorded yet",
        do=lambda: actions.request_profile(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LIST),
        done="The request is recorded",
        back=_back(request),
        place=SOURCES,
    )


@requires(Permission.RISK_EDIT)
def request_answer(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.requests(viewer), ref=ref)
    form = AnswerForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record what police answered",
        button="Record it",
        consequence="The answer is not recorded yet",
        do=lambda: actions.answer_request(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LIST),
        done="The answer is recorded",
        caption=f"{ref}: {found.words[:120]}",
        back=_back(request),
        place=SOURCES,
    )
