"""Pages on which a risk is reviewed and scored, closed, opened again, and continued under the other marking."""

from typing import Any

from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.privacy.marking import Marking
from dueregard.risk import actions, queries
from dueregard.risk.forms import risks as forms
from dueregard.risk.rules.matrix import Score
from dueregard.risk.rules.risks import NO_PERSON
from dueregard.risk.views.risk_deeds import changed, page_of, said_now


@requires(Permission.RISK_EDIT)
def risk_review(request: ViewerRequest, ref: str) -> HttpResponse:
    """The review of a risk; an evaluation that proposes a score fills it in."""
    viewer, page = request.viewer, page_of(request, ref)
    scale = queries.scale_on(viewer, as_at=viewer.today)
    proposed = {"residual_likelihood": request.GET.get("likelihood", ""), "residual_impact": request.GET.get("impact", "")}
    initial = proposed | {"because": request.GET.get("because", ""), "on": viewer.today}
    form = forms.ReviewForm(request.POST or None, viewer=viewer, scale=scale, version=page.risk.version, initial=initial)
    return changed(
        request,
        page,
        form,
        lambda: actions.review_risk(ref, by=viewer, scores=form.scores, **form.rest),
        title="Review the risk",
        button="Record the review",
        consequence="The review is not recorded yet",
        done="The review is recorded",
        lede=f"Scored on the matrix of {scale.says} in force today. A score you leave alone stays as it was.",
        extra={"scale": scale, "row": page.row, "form_page": "review"},
        beware=_stands(page.row),
    )


def _stands(row: queries.RiskRow) -> str:
    """How the risk scores before the review."""
    said = [
        (words, score) for words, score in (("now", row.residual), ("without controls", row.inherent), ("aimed at", row.target)) if score
    ]
    return f"It stands at: {', '.join(f'{words} {_score(score)}' for words, score in said)}." if said else "It has not been scored yet."


def _score(score: Score) -> str:
    return f"{score.product} ({score.sum}: {score.words}) on a matrix of {score.scale.says}"


@requires(Permission.RISK_EDIT)
def risk_close(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, _open(page_of(request, ref))
    form = forms.CloseForm(request.POST or None, version=page.risk.version, initial={"on": viewer.today})
    return changed(
        request,
        page,
        form,
        lambda: actions.close_risk(ref, by=viewer, **form.cleaned_data),
        title="Close the risk",
        button="Close it",
        consequence="The risk still stands",
        done=f"{ref} is closed",
        lede="Its history stays, and it can be opened again.",
        extra={"closing": (ref,)},
    )


@requires(Permission.RISK_EDIT)
def risk_reopen(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    if page.row.is_open:
        raise Http404
    form = forms.ReopenForm(request.POST or None, version=page.risk.version, initial={"on": viewer.today})
    return changed(
        request,
        page,
        form,
        lambda: actions.reopen_risk(ref, by=viewer, **form.cleaned_data),
        title="Open the risk again",
        button="Open it again",
        consequence="The risk is still closed",
        done=f"{ref} stands again",
    )


def _open(page: queries.RiskPage) -> queries.RiskPage:
    if not page.row.is_open:
        raise Http404
    return page


@requires(Permission.RISK_EDIT)
def risk_continue(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, _open(page_of(request, ref))
    if not viewer.reads_sensitive:
        raise Http404
    said = said_now(page)
    initial: dict[str, Any] = said | {"on": viewer.today}
    form = forms.ContinueForm(request.POST or None, viewer=viewer, driver=said["driver"], version=page.risk.version, initial=initial)
    other = Marking.OFFICIAL if page.risk.marking == Marking.SENSITIVE else Marking.SENSITIVE
    return changed(
        request,
        page,
        form,
        lambda: actions.continue_risk(ref, by=viewer, wording=form.wording, **form.rest),
        title=f"Continue it as {other.label.title()}",
        button="Continue it",
        consequence="The risk is as it was",
        done="The risk goes on here",
        lede=f"{ref} is closed, and a new risk marked {other.label.title()} goes on from it. Its history stays behind.",
        beware=_goes_along(page, other),
    )


def _goes_along(page: queries.RiskPage, other: Marking) -> str:
    along = "Its owner, its sources, its scores and its controls in place go with it"
    if other is Marking.SENSITIVE:
        return f"{NO_PERSON}. {along}. What {page.row.ref} said until now stays Official, to whoever could read it."
    there = "; ".join(row.words for row in page.open_controls) or "none"
    return f"{NO_PERSON}. {along} ({there}), and everybody who reads the register will read them: see that all of it is Official."
