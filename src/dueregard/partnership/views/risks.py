"""What section 1 shows of risks on lower pages, and the pages on which an action answers one or a group accepts one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.remembering import remembered
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.risks import AcceptByForm, AcceptedForm, AnswerForm
from dueregard.partnership.queries.risks import Answered, answered
from dueregard.partnership.views.section import asked
from dueregard.privacy.marking import highest
from dueregard.risk.queries.risks import risks_seen
from dueregard.risk.queries.thread import worded
from dueregard.ui.places import address_here

RISK, DECISION = "risk:risk", "partnership:decision"


def risk_answered(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """The actions that answer a risk, and whether a group accepts it as it stands."""
    if not viewer.may(Permission.PARTNERSHIP_READ):
        return ""
    found = answered(viewer, refs, on=viewer.today)
    shown = {"viewer": viewer, "found": found, "may_edit": viewer.may(Permission.PARTNERSHIP_EDIT)}
    return render_to_string("partnership/slot_risk.html", shown)


def before_closing(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """The open actions that answer a risk, said where somebody is about to close it."""
    if not viewer.may(Permission.PARTNERSHIP_READ):
        return ""
    rows = [row for one in answered(viewer, refs, on=viewer.today).values() for row in one.open]
    return render_to_string("partnership/slot_risk_closing.html", {"viewer": viewer, "rows": rows}) if rows else ""


def risk_actions(viewer: Viewer, *, refs: Sequence[str], on: date) -> Mapping[str, str]:
    """By risk, how many actions answer it and how they go; or that none does, and whether a group accepts that."""
    if not viewer.may(Permission.PARTNERSHIP_READ):
        return {}
    asked = ("actions of risks", tuple(refs), on)
    return remembered(viewer, asked, lambda: {ref: _says(one) for ref, one in answered(viewer, refs, on=on).items()})


def _says(one: Answered) -> str:
    counts = [(len(one.open), "open"), (one.late, "late"), (one.done, "done")]
    said = ", ".join(f"{number} {words}" for number, words in counts if number) or "None"
    return f"{said}; accepted" if one.acceptance else said


@requires(Permission.PARTNERSHIP_EDIT)
def risk_answer(request: ViewerRequest, ref: str) -> HttpResponse:
    """An open action is said to answer a risk, from the risk's page."""
    viewer = request.viewer
    found = get_object_or_404(risks_seen(viewer), ref=ref)
    form = AnswerForm(request.POST or None, viewer=viewer, risk=ref, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Say which action answers the risk",
        button="Link it",
        consequence="Nothing is linked yet",
        do=lambda: actions.answer_risk(form.cleaned_data["action"], by=viewer, on=form.cleaned_data["on"], risk=ref),
        then=lambda _: address_here(viewer, RISK, ref),
        done="The action is linked",
        lede="Offered are the open actions that do not answer it yet.",
        **_about(viewer, found),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def risk_accept(request: ViewerRequest, ref: str) -> HttpResponse:
    """A group accepts a risk as it stands, from the risk's page."""
    viewer = request.viewer
    found = get_object_or_404(risks_seen(viewer), ref=ref)
    form = AcceptByForm(request.POST or None, viewer=viewer, since=found.on)

    def do() -> None:
        said = dict(form.cleaned_data)
        actions.accept_risk(said.pop("decision"), by=viewer, risk=ref, **said)

    return asked(
        request,
        form,
        title="Record that a group accepts the risk",
        button="Record it",
        consequence="The acceptance is not recorded yet",
        do=do,
        then=lambda _: address_here(viewer, RISK, ref),
        done="The acceptance is recorded",
        lede="By a decision of the group, dated to it. A risk that is accepted is not above tolerance without an answer.",
        **_about(viewer, found),
    )


def _about(viewer: Viewer, risk: Any) -> dict[str, Any]:
    title = worded(viewer, on=viewer.today, risks=[risk.pk]).get(risk.pk, "")
    there = address_here(viewer, RISK, risk.ref)
    return {"caption": f"{risk.ref}: {title}", "back": ((risk.ref, there),), "marking": highest([risk.marking])}


@requires(Permission.PARTNERSHIP_EDIT)
def decision_accept(request: ViewerRequest, ref: str) -> HttpResponse:
    """A risk is accepted, from the decision's page."""
    viewer = request.viewer
    found = get_object_or_404(queries.decisions(viewer), ref=ref)
    form = AcceptedForm(request.POST or None, viewer=viewer, on=found.on)

    def do() -> None:
        actions.accept_risk(ref, by=viewer, **form.cleaned_data)

    return asked(
        request,
        form,
        title="Record which risk the decision accepts",
        button="Record it",
        consequence="The acceptance is not recorded yet",
        do=do,
        then=lambda _: address_here(viewer, DECISION, ref),
        done="The acceptance is recorded",
        caption=f"{ref}: {found.words[:120]}",
        lede="Offered are the risks that were open on the day of the decision.",
        back=(("Decisions", address_here(viewer, "partnership:decision-list")), (ref, address_here(viewer, DECISION, ref))),
        place="partnership:decision-list",
        marking=highest([found.marking]),
    )
