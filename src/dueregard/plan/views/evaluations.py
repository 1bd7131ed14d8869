"""Pages of evaluations: which completed actions wait for one, each evaluation with what it changed, and the forms."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.plan.actions import evaluations as actions
from dueregard.plan.forms.evaluations import ChangeForm, EvaluationForm, TakenForm
from dueregard.plan.queries.evaluations import ChangeRow, EvaluationRow, completed_actions, evaluation_rows, evaluations
from dueregard.plan.rules.evaluations import Answer
from dueregard.plan.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_for, address_here

A_PAGE = 50
LIST = "plan:evaluation-list"
PAGE = "plan:evaluation"
BACK = "Evaluations"


@requires(Permission.PLAN_READ)
def evaluation_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    standing = completed_actions(viewer, as_at=viewer.today)
    rows = evaluation_rows(viewer, as_at=viewer.today)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "standing": standing,
        "waiting": standing.waiting[:A_PAGE],
        "page": page,
        "open_scores": sum(is_open(change) for row in rows for change in row.changes),
        "marking": highest([*(row.marking for row in page), *(row.marking for row in standing.waiting[:A_PAGE])]),
    }
    return show(request, "evaluation_list", shown, place=LIST)


def is_open(change: ChangeRow) -> bool:
    """Whether a score it proposes still waits for a review of the risk."""
    return change.followed is not None and change.followed.answer is Answer.WAITING


@requires(Permission.PLAN_READ)
def evaluation(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    rows = evaluation_rows(viewer, as_at=viewer.today, rows=evaluations(viewer).filter(ref=ref))
    if not rows:
        raise Http404
    shown = {
        "row": rows[0],
        "reviews": reviews_of(viewer, rows),
        "back": ((BACK, address_here(viewer, LIST)),),
        "marking": highest([rows[0].marking]),
    }
    return show(request, "evaluation", shown, place=LIST)


def reviews_of(viewer: Viewer, rows: Iterable[EvaluationRow]) -> dict[tuple[str, str], str]:
    """By evaluation and risk, where a score it proposes waits: the review form of the risk filled in; nothing for whoever cannot review."""
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        for change in filter(is_open, row.changes):
            there = address_for(viewer, "risk:risk-review", change.risk)
            because = f"{row.ref}: {change.because}"
            asked_for = urlencode({"likelihood": change.likelihood, "impact": change.impact, "because": because})
            if there:
                found[row.ref, change.risk] = f"{there}?{asked_for}"
    return found


@requires(Permission.PLAN_EDIT)
def evaluation_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    wanted = tuple(request.GET.getlist("action"))
    initial = {"on": viewer.today, "actions": wanted, "item": request.GET.get("item", "")}
    form = EvaluationForm(request.POST or None, viewer=viewer, asked=wanted, initial=initial)

    def do() -> Any:
        given = form.rest
        return actions.evaluate(given.pop("words"), by=viewer, changes=[actions.Change(**form.change)], **given)

    return asked(
        request,
        form,
        title="Evaluate completed actions",
        button="Record the evaluation",
        consequence="The evaluation is not recorded yet",
        do=do,
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The evaluation is recorded",
        lede="What difference they made, and what follows. A new score is only proposed: a person decides it, in a review of the risk.",
        back=((BACK, address_here(viewer, LIST)),),
        place=LIST,
    )


@requires(Permission.PLAN_EDIT)
def evaluation_change(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(evaluations(viewer), ref=ref)
    form = ChangeForm(request.POST or None, viewer=viewer, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record something more that it changed",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.add_change(ref, by=viewer, change_made=actions.Change(**form.change), **form.rest),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="It is recorded",
        lede="What was recorded before stays.",
        **_about(viewer, found),
    )


@requires(Permission.PLAN_EDIT)
def evaluation_take(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(evaluations(viewer), ref=ref)
    form = TakenForm(request.POST or None, viewer=viewer, version=found.version)
    return asked(
        request,
        form,
        title="Record that a meeting took it",
        button="Record the meeting",
        consequence="The meeting is not recorded yet",
        do=lambda: actions.take_evaluation(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="The meeting is recorded",
        lede="Offered are the items of meetings whose minutes are not cleared yet. What is recorded is dated to the meeting.",
        **_about(viewer, found),
    )


def _about(viewer: Viewer, found: Any) -> dict[str, Any]:
    return {
        "caption": f"Evaluation {found.ref}",
        "back": ((BACK, address_here(viewer, LIST)), (found.ref, address_here(viewer, PAGE, found.ref))),
        "place": LIST,
        "marking": highest([found.marking]),
    }
