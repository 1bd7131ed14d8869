"""Pages of teams in and out of scope, and of one learner: names only for those who may see them."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.training.actions import completions as completion_deeds
from dueregard.training.actions import workforce as actions
from dueregard.training.forms import workforce as forms
from dueregard.training.queries import workforce
from dueregard.training.queries.attendance import attended_by
from dueregard.training.queries.certificates import certificates_of
from dueregard.training.queries.learners import completions, learner_rows
from dueregard.training.rules.workforce import IN_BY_DEFAULT, LearnerKind, Service
from dueregard.training.views.section import asked, show
from dueregard.ui.places import address_here

TEAMS, LEARNERS, LEARNER = "training:team-list", "training:learner-list", "training:learner"


@requires(Permission.TRAINING_READ)
def team_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    rows = workforce.team_rows(viewer, on=viewer.today, known=viewer.today)
    unplaced = sum(row.placing is None for row in rows)
    shown = {"rows": rows, "unplaced": unplaced, "inside": sum(row.is_in for row in rows), "services": Service}
    return show(request, "team_list", shown, place=TEAMS)


@requires(Permission.TRAINING_EDIT)
def team_place(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    team = get_object_or_404(organisations.teams(viewer), ref=ref)
    form = forms.PlaceTeamForm(request.POST or None, initial={"on": viewer.today, "scope": forms.IN})
    by_default = ", ".join(service.label.lower() for service in Service if service in IN_BY_DEFAULT)

    def place() -> object:
        given = form.cleaned_data
        is_in = given["scope"] == forms.IN
        return actions.place_team(ref, by=viewer, on=given["on"], service=given["service"], is_in=is_in, because=given["because"])

    return asked(
        request,
        form,
        title="Place the team",
        caption=f"{team.name}, {team.body.name}",
        button="Place it",
        consequence="The team is not placed yet",
        do=place,
        then=lambda _: address_here(viewer, TEAMS),
        done=f"{team.name} is placed",
        lede=f"In by default: {by_default}. Earlier placings stay, each with its reason.",
        back=(("Teams", address_here(viewer, TEAMS)),),
        place=TEAMS,
    )


@requires(Permission.TRAINING_NAMES)
def learner(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(workforce.learners(viewer), ref=ref)
    done = list(completions(viewer, [found.pk], on=viewer.today))
    attended = attended_by(viewer, found)
    shown = {
        "learner": found,
        "row": learner_rows(viewer, [found], on=viewer.today)[0],
        "completions": done,
        "attended": attended,
        "at_session": {each.completion_id: each.session for each in attended},
        "certificates": certificates_of(viewer, [each.pk for each in done]),
        "moves": workforce.moves_of(viewer, found, on=viewer.today),
        "back": (("Workforce", address_here(viewer, LEARNERS)),),
    }
    return show(request, "learner", shown, place=LEARNERS)


@requires(Permission.TRAINING_NAMES)
def learner_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.LearnerForm(request.POST or None, viewer=viewer, initial={"on": viewer.today, **_known(request)})
    return asked(
        request,
        form,
        title="Add a learner",
        button="Add them",
        consequence="The learner is not added yet",
        do=lambda: actions.add_learner(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, LEARNER, made.ref),
        done="The learner is added",
        lede="Keep as little as matching needs: an employee number or an e-mail address.",
        back=(("Workforce", address_here(viewer, LEARNERS)),),
        place=LEARNERS,
    )


def _known(request: ViewerRequest) -> dict[str, Any]:
    """What is known already of somebody who is among the area's people."""
    person = organisations.people(request.viewer).filter(ref=request.GET.get("person", "")).first()
    if person is None:
        return {}
    body = person.body.ref if person.body else ""
    return {"person": person.ref, "name": person.name, "email": person.email, "body_ref": body, "kind": LearnerKind.STAFF}


def _page(do: Callable[..., object], make: Callable[[ViewerRequest, Any], Any], **words: Any) -> Callable[..., HttpResponseBase]:
    """A page that records something of one learner."""

    @requires(Permission.TRAINING_NAMES)
    def page(request: ViewerRequest, ref: str) -> HttpResponse:
        viewer = request.viewer
        found = get_object_or_404(workforce.learners(viewer), ref=ref)
        form = make(request, found)
        return asked(
            request,
            form,
            do=lambda: do(ref, by=viewer, **form.cleaned_data),
            then=lambda _: address_here(viewer, LEARNER, ref),
            consequence="This is not recorded yet",
            caption=f"{found.name or found.number or found.email} ({ref})",
            back=(("Workforce", address_here(viewer, LEARNERS)), (ref, address_here(viewer, LEARNER, ref))),
            place=LEARNERS,
            **words,
        )

    return page


def _day(label: str) -> Callable[[ViewerRequest, Any], Any]:
    def make(request: ViewerRequest, found: Any) -> Any:
        initial = {"on": request.viewer.today}
        return forms.LearnerDayForm(request.POST or None, version=found.version, label=label, initial=initial)

    return make


def _move(request: ViewerRequest, found: Any) -> Any:
    viewer = request.viewer
    now: Any = workforce.moves_of(viewer, found, on=viewer.today).first() or found
    place = {"team": now.team.ref if now.team else "", "job": now.job.title if now.job else "", "site": now.site}
    initial = {"on": viewer.today, **place}
    return forms.MoveForm(request.POST or None, viewer=viewer, version=found.version, initial=initial)


def _completion(request: ViewerRequest, found: Any) -> Any:
    return forms.CompletionForm(request.POST or None, viewer=request.viewer, initial={"on": request.viewer.today})


learner_move = _page(actions.move_learner, _move, title="Record a move", button="Record the move", done="The move is recorded")
learner_away = _page(
    actions.note_absence,
    _day("Away since"),
    title="Record a long absence",
    button="Record it",
    done="The absence is recorded",
    lede="Whoever is away for more than 90 days is left out of coverage, and counted. Why is not kept.",
)
learner_back = _page(
    actions.end_absence, _day("Back on"), title="Record the return to work", button="Record it", done="The return is recorded"
)
learner_leave = _page(
    actions.leave,
    _day("Last day"),
    title="Record that they left",
    button="Record it",
    done="They are recorded as having left",
    lede="What they completed stays until retention says otherwise.",
)
completion_record = _page(
    completion_deeds.record_completion,
    _completion,
    title="Record a completion",
    button="Record it",
    done="The completion is recorded",
    lede="Nothing is overwritten: a refresher stands beside the earlier completion.",
)


@requires(Permission.TRAINING_NAMES)
def completion_withdraw(request: ViewerRequest, ref: str, key: int) -> HttpResponse:
    viewer: Viewer = request.viewer
    found = get_object_or_404(workforce.learners(viewer), ref=ref)
    get_object_or_404(completions(viewer, [found.pk], on=viewer.today), pk=key)
    form = forms.WithdrawForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Withdraw a completion",
        caption=ref,
        button="Withdraw it",
        consequence="The completion still counts",
        do=lambda: completion_deeds.withdraw_completion(key, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LEARNER, ref),
        done="The completion no longer counts",
        back=(("Workforce", address_here(viewer, LEARNERS)), (ref, address_here(viewer, LEARNER, ref))),
        place=LEARNERS,
    )
