"""Pages of programmes, and of the induction and development of those who deliver Prevent: names only for those who may see them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.training.actions import inductions as people_deeds
from dueregard.training.actions import programmes as actions
from dueregard.training.forms import programme as forms
from dueregard.training.queries import programme as queries
from dueregard.training.queries.withdrawn import DEVELOPMENT as LOGGED
from dueregard.training.queries.withdrawn import STEP, withdrawn_by
from dueregard.training.rules.programme import ProgrammeKind, StepKind
from dueregard.training.rules.suppression import is_small
from dueregard.training.views.kept_in import kept_in
from dueregard.training.views.section import asked, show
from dueregard.ui.places import address_here

PROGRAMMES, PROGRAMME = "training:programme-list", "training:programme"
INDUCTIONS, INDUCTION = "training:induction-list", "training:induction"
DEVELOPMENT = "training:development-list"
NOT_SAVED = "This is not saved yet"


@requires(Permission.TRAINING_READ)
def programme_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.programme_rows(request.viewer, on=request.viewer.today)
    current = {row.programme.kind for row in rows if row.runs and not row.is_overdue}
    missing = [kind for kind in ProgrammeKind if kind.value not in current]
    return show(request, "programme_list", {"rows": rows, "missing": missing, "kinds": ProgrammeKind}, place=PROGRAMMES)


@requires(Permission.TRAINING_READ)
def programme(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    get_object_or_404(queries.programmes(viewer), ref=ref)
    [row] = [each for each in queries.programme_rows(viewer, on=viewer.today) if each.programme.ref == ref]
    shown = {"row": row, "programme": row.programme, "back": _back(request, PROGRAMMES), **kept_in(viewer, row.programme.document_id)}
    return show(request, "programme", shown, place=PROGRAMMES)


@requires(Permission.TRAINING_EDIT)
def programme_new(request: ViewerRequest) -> HttpResponse:
    viewer, kind = request.viewer, request.GET.get("kind", "")
    form = forms.ProgrammeForm(request.POST or None, viewer=viewer, initial={"on": viewer.today, "kind": kind})
    return asked(
        request,
        form,
        title="Record a programme",
        button="Record the programme",
        consequence="The programme is not recorded yet",
        do=lambda: actions.begin_programme(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, PROGRAMME, made.ref),
        done="The programme is recorded",
        back=_back(request, PROGRAMMES),
        place=PROGRAMMES,
    )


@requires(Permission.TRAINING_EDIT)
def programme_review(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.programmes(viewer), ref=ref)
    form = forms.ReviewForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record a review of the programme",
        caption=f"{found.title} ({ref})",
        button="Record the review",
        consequence="The review is not recorded yet",
        do=lambda: actions.review_programme(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PROGRAMME, ref),
        done="The programme is reviewed and goes on",
        back=_back(request, PROGRAMMES, ref),
        place=PROGRAMMES,
    )


@requires(Permission.TRAINING_EDIT)
def programme_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.programmes(viewer), ref=ref)
    form = forms.EndForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say that the programme runs no longer",
        caption=f"{found.title} ({ref})",
        button="Say so",
        consequence="The programme still runs",
        do=lambda: actions.end_programme(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PROGRAMME, ref),
        done="The programme runs no longer",
        back=_back(request, PROGRAMMES, ref),
        place=PROGRAMMES,
    )


@requires(Permission.TRAINING_READ)
def induction_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.induction_rows(request.viewer, on=request.viewer.today)
    still = [row for row in rows if row.is_open]
    shown = {"rows": rows, "open": len(still), "late": sum(row.is_late and row.finished is None for row in still)}
    return show(request, "induction_list", shown, place=INDUCTIONS)


@requires(Permission.TRAINING_READ)
def induction(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    get_object_or_404(queries.inductions(viewer), ref=ref)
    [row] = [each for each in queries.induction_rows(viewer, on=viewer.today) if each.induction.ref == ref]
    steps = [(step, StepKind(step.kind).label) for step in row.recorded]
    current = next((each for each in queries.programme_rows(viewer, on=viewer.today) if _inducts(each)), None)
    shown: dict[str, Any] = {
        "row": row,
        "induction": row.induction,
        "steps": steps,
        "programme": current,
        "back": _back(request, INDUCTIONS),
    }
    shown["whose"] = withdrawn_by(viewer, STEP, row.recorded)
    return show(request, "induction", shown, place=INDUCTIONS)


def _inducts(row: queries.ProgrammeSeen) -> bool:
    return row.runs and row.programme.kind == ProgrammeKind.INDUCTION


@requires(Permission.TRAINING_NAMES)
def induction_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.InductionForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record who began to deliver Prevent",
        button="Begin the induction",
        consequence="The induction is not recorded yet",
        do=lambda: people_deeds.begin_induction(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, INDUCTION, made.ref),
        done="The induction is begun: record its steps as they happen",
        back=_back(request, INDUCTIONS),
        place=INDUCTIONS,
    )


@requires(Permission.TRAINING_NAMES)
def induction_step(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.inductions(viewer), ref=ref)
    initial = {"on": viewer.today, "kind": request.GET.get("kind", "")}
    form = forms.StepForm(request.POST or None, version=found.version, initial=initial)
    return asked(
        request,
        form,
        title="Record a step of the induction",
        caption=f"{found.post.title if found.post else 'A new officer'} ({ref})",
        button="Record the step",
        consequence="The step is not recorded yet",
        do=lambda: people_deeds.take_step(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, INDUCTION, ref),
        done="The step is recorded",
        back=_back(request, INDUCTIONS, ref),
        place=INDUCTIONS,
    )


@requires(Permission.TRAINING_READ)
def development_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    people = queries.deliverers(viewer, on=viewer.today)
    active, may_name = sum(bool(row.lately) for row in people), viewer.may(Permission.TRAINING_NAMES)
    shown: dict[str, Any] = {"number": len(people), "active": active, "has_programme": _develops(request)}
    posts = [row for row in people if row.in_post]
    shown |= {"posts": len(posts), "trained": sum(row.is_trained(viewer.today) for row in posts)}
    shown["is_shown"] = may_name or not any(is_small(number) for number in (active, len(people) - active))
    shown["people"] = people if may_name else []
    shown["log"] = list(queries.developments(viewer)[:50]) if may_name else []
    shown["whose"] = withdrawn_by(viewer, LOGGED, shown["log"])
    return show(request, "development_list", shown, place=DEVELOPMENT)


def _develops(request: ViewerRequest) -> bool:
    rows = queries.programme_rows(request.viewer, on=request.viewer.today)
    return any(row.runs and not row.is_overdue and row.programme.kind == ProgrammeKind.DEVELOPMENT for row in rows)


@requires(Permission.TRAINING_NAMES)
def development_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    first = [(row.person.ref, f"{row.person.name}, {row.roles[0]}") for row in queries.deliverers(viewer, on=viewer.today)]
    whose = request.GET.get("for", "")
    form = forms.DevelopmentForm(request.POST or None, viewer=viewer, first=first, initial={"on": viewer.today, "person": whose})
    return asked(
        request,
        form,
        title="Record continuing development",
        button="Record it",
        consequence=NOT_SAVED,
        do=lambda: people_deeds.log_development(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, DEVELOPMENT),
        done="It is recorded",
        back=_back(request, DEVELOPMENT),
        place=DEVELOPMENT,
    )


WORDS = {PROGRAMMES: ("Programmes", PROGRAMME), INDUCTIONS: ("Inductions", INDUCTION), DEVELOPMENT: ("Those who deliver Prevent", "")}


def _back(request: ViewerRequest, place: str, ref: str = "") -> tuple[tuple[str, str], ...]:
    """The list, and the record of it that a page is about."""
    words, page = WORDS[place]
    first = ((words, address_here(request.viewer, place)),)
    return (*first, (ref, address_here(request.viewer, page, ref))) if ref else first
