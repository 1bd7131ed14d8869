"""Rounds as wholes: the list, opening one, one round, looking its findings up again, signing it off, its return as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.assurance import actions, queries
from dueregard.assurance.exchange import return_as_pdf, return_as_word
from dueregard.assurance.forms import OpenForm, RefreshForm, SignForm
from dueregard.assurance.rules.rounds import CAUTION, why_not_sign_unjudged
from dueregard.assurance.views.asking import asked, marked, round_of, to_round
from dueregard.privacy.marking import Marking, highest
from dueregard.ui import asking
from dueregard.ui.download import download
from dueregard.ui.papers import PRINTERS


@requires(Permission.ASSURANCE_READ)
def round_list(request: ViewerRequest) -> HttpResponse:
    may_open = request.viewer.may(Permission.ASSURANCE_SIGN)
    found = queries.round_list(request.viewer)
    shown = {
        "rounds": found,
        "charts": queries.scores_over_years(request.viewer),
        "may_open": may_open,
        "caution": CAUTION,
        "marking": highest(row.marking for row in found),
    }
    return render(request, "assurance/round_list.html", shown)


@requires(Permission.ASSURANCE_SIGN)
def round_open(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    starting = {"as_at": viewer.today, "framework": "toolkit-2024", "scored_by": "nothing", "marking": Marking.OFFICIAL.value}
    form = OpenForm(request.POST or None, request.FILES or None, viewer=viewer, initial=starting)
    return asking.asked(
        request,
        form,
        do=lambda: actions.open_round(by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda ref: to_round(request, ref),
        done="The round is open, and the finding of every line is kept in it",
        page=lambda: render(request, "assurance/round_open.html", {"form": form, "caution": CAUTION}),
    )


@requires(Permission.ASSURANCE_READ)
def round_(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, round_of(request, ref)
    contents = queries.round_contents(viewer, row)
    is_open = contents.signing is None
    shown = {
        "contents": contents,
        "views": queries.home_office_views(viewer, row, scale=contents.scale),
        "reviewers": queries.reviewers(viewer, row),
        "digest": row.signing.digest if contents.signing else "",
        "waiting": why_not_sign_unjudged(lines=contents.unjudged, sections=contents.unscored),
        "may_judge": is_open and viewer.may(Permission.ASSURANCE_JUDGE),
        "may_sign": is_open and viewer.may(Permission.ASSURANCE_SIGN),
        "may_invite": viewer.may(Permission.ASSURANCE_SIGN),
        "may_receive": not is_open and viewer.may(Permission.ASSURANCE_JUDGE),
        "marking": marked(contents),
    }
    return render(request, "assurance/round.html", shown)


@requires(Permission.ASSURANCE_JUDGE)
def round_refresh(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    return asked(
        request,
        RefreshForm(request.POST if request.method == "POST" else None),
        title="Look the findings up again",
        button="Look them up again",
        lede="As at the round’s own date, with everything typed since. Judgements stay, and say where the finding has changed.",
        do=lambda: actions.refresh_findings(ref, by=viewer, on=viewer.today),
        then=lambda _: to_round(request, ref),
        contents=contents,
        done="The findings are looked up again",
    )


@requires(Permission.ASSURANCE_SIGN)
def round_sign(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, round_of(request, ref)
    contents = queries.round_contents(viewer, row)
    form = SignForm(request.POST or None, initial={"seen": row.version, "on": viewer.today})
    waiting = why_not_sign_unjudged(lines=contents.unjudged, sections=contents.unscored)

    def do() -> str:
        given = form.cleaned_data
        seen = int(given["seen"]) if given["seen"].isdigit() else 0
        return actions.sign_off(ref, by=viewer, on=given["on"], because=given["because"], seen=seen)

    lede = (
        f"To sign off without a reason: {waiting}." if waiting else "Every line is judged and every section that is scored has its score."
    )
    return asked(
        request,
        form,
        title="Sign the round off",
        button="Sign off",
        lede=f"{lede} Signing keeps everything as it is, under a digest. Nothing changes it afterwards, and there is no reopening.",
        do=do,
        then=lambda _: to_round(request, ref),
        contents=contents,
        done="The round is signed off",
    )


@requires(Permission.ASSURANCE_READ)
def round_return(request: ViewerRequest, ref: str, kind: str) -> HttpResponse:
    if kind not in PRINTERS:
        raise Http404
    viewer, row = request.viewer, round_of(request, ref)
    contents = queries.round_contents(viewer, row)
    views = queries.home_office_views(viewer, row, scale=contents.scale)
    make = return_as_word if kind == "docx" else return_as_pdf
    printed = contents.model_copy(update={"marking": marked(contents).value})
    made = make(printed, views, digest=_digest(row), printed_by=viewer.label, printed_at=timezone.localtime(viewer.now))
    actions.take_return_away(ref, by=viewer, ending=kind, marking=printed.marking)
    return download(made, name=f"{viewer.area}-{ref}-{contents.as_at:%Y-%m-%d}.{kind}")


def _digest(row: object) -> str:
    signing = getattr(row, "signing", None)
    return signing.digest if signing else ""
