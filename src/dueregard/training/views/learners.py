"""Pages that list learners, and that find one: names only for those who may see them, and never in an address."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations import queries as organisations
from dueregard.training.forms import workforce as forms
from dueregard.training.queries.learners import LearnerRow, in_team, learner_rows, listed
from dueregard.training.queries.standing import MOST, found_by, requirements_in_words, stand_so
from dueregard.training.views.section import show
from dueregard.ui.places import address_here

A_PAGE = 50
LEARNERS, LEARNER = "training:learner-list", "training:learner"


@requires(Permission.TRAINING_NAMES)
def learner_list(request: ViewerRequest) -> HttpResponse:
    """Everybody recorded; or those of a team, or who stand somewhere with what is required, who work here today."""
    viewer = request.viewer
    form = forms.LearnerFilterForm(request.GET or None, viewer=viewer, required=requirements_in_words(viewer))
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_bound and form.is_valid() else {}
    page, rows = _page(request, wanted)
    shown = {
        "page": page,
        "rows": rows,
        "wanted": wanted,
        "query": f"{urlencode(wanted)}&" if wanted else "",
        "team": organisations.teams(viewer).filter(ref=wanted.get("team", "")).first(),
        "form": form,
        "find": forms.FindLearnerForm(),
    }
    return show(request, "learner_list", shown, place=LEARNERS)


def _page(request: ViewerRequest, wanted: dict[str, Any]) -> tuple[Any, list[LearnerRow]]:
    """A page of those asked for, with where each of them stands."""
    viewer, number = request.viewer, request.GET.get("page")
    requirement, state = wanted.get("requirement", ""), wanted.get("state", "")
    if team := wanted.get("team"):
        every = learner_rows(viewer, list(in_team(viewer, team, on=viewer.today)), on=viewer.today)
        page = Paginator([row for row in every if _is_wanted(row, team, requirement, state)], A_PAGE).get_page(number)
        return page, list(page)
    learners = listed(viewer)
    every_key: Any = stand_so(viewer, requirement=requirement, state=state) if wanted else learners.values_list("pk", flat=True)
    page = Paginator(every_key, A_PAGE).get_page(number)
    return page, learner_rows(viewer, list(learners.filter(pk__in=list(page))), on=viewer.today)


def _is_wanted(row: LearnerRow, team: str, requirement: str, state: str) -> bool:
    """Whether somebody works in the team today and stands so."""
    if row.team is None or row.team.ref != team or row.left is not None:
        return False
    if not requirement and not state:
        return True
    return any(requirement in {"", each.ref} and state in {"", stands} for each, stands in row.standing)


@requires(Permission.TRAINING_NAMES)
def learner_find(request: ViewerRequest) -> HttpResponse:
    """Find somebody: what is typed is sent and not asked for by address, so that it stands in no history and no log."""
    viewer = request.viewer
    form = forms.FindLearnerForm(request.POST or None)
    found = found_by(viewer, form.cleaned_data["words"]) if form.is_bound and form.is_valid() else []
    if len(found) == 1:
        return redirect(address_here(viewer, LEARNER, found[0].ref))
    shown = {
        "form": form,
        "is_asked": form.is_bound and form.is_valid(),
        "rows": learner_rows(viewer, found[:MOST], on=viewer.today),
        "more": len(found) > MOST,
        "back": (("Workforce", address_here(viewer, LEARNERS)),),
    }
    return show(request, "learner_find", shown, place=LEARNERS)
