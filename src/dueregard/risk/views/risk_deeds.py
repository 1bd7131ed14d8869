"""Pages on which a risk is identified, reworded, given to an owner, referred, rested on a source; and its controls put and ended."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.risk import actions, queries
from dueregard.risk.forms import risks as forms
from dueregard.risk.rules.risks import NO_PERSON
from dueregard.risk.views.risks import LIST, PAGE, back_to
from dueregard.risk.views.section import asked
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here


@requires(Permission.RISK_EDIT)
def risk_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.IdentifyForm(request.POST or None, viewer=viewer, initial={"on": viewer.today, "kind": request.GET.get("kind", "")})
    return asked(
        request,
        form,
        title="Identify a risk",
        button="Put it in the register",
        consequence="The risk is not in the register yet",
        do=lambda: actions.identify_risk(form.wording, by=viewer, **form.rest),
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The risk is in the register. Now review and score it",
        lede="Only its title, its kind and its day have to be said now: the rest can follow.",
        back=back_to(viewer),
        place=LIST,
        extra={"beware": f"{NO_PERSON}."},
    )


def page_of(request: ViewerRequest, ref: str) -> queries.RiskPage:
    """The risk a page is about; there is no such page for one the viewer may not see."""
    return queries.risk_page(request.viewer, get_object_or_404(queries.risks_seen(request.viewer), ref=ref))


def changed(
    request: ViewerRequest,
    page: queries.RiskPage,
    form: Form,
    do: Callable[[], object],
    *,
    title: str,
    button: str = "Save it",
    consequence: str = "Nothing is saved yet",
    done: str = "It is saved",
    lede: str = "",
    beware: str = "",
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    """Ask for one deed on a risk, and go back to it."""
    viewer, row = request.viewer, page.row
    return asked(
        request,
        form,
        title=title,
        button=button,
        consequence=consequence,
        do=do,
        then=lambda made: address_here(viewer, PAGE, getattr(made, "ref", None) or row.ref),
        done=done,
        lede=lede,
        caption=f"{row.ref}: {row.title}",
        back=back_to(viewer, row),
        place=LIST,
        marking=page.marking,
        extra={"beware": beware} | (extra or {}),
    )


@requires(Permission.RISK_EDIT)
def risk_reword(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    said = said_now(page)
    form = forms.RewordForm(
        request.POST or None, viewer=viewer, driver=said["driver"], version=page.risk.version, initial=said | {"on": viewer.today}
    )
    return changed(
        request,
        page,
        form,
        lambda: actions.reword_risk(ref, by=viewer, wording=form.wording, **form.rest),
        title="Reword the risk",
        done="The risk is reworded",
        lede="What it said before stays to be read, with its day.",
        beware=f"{NO_PERSON}.",
    )


def said_now(page: queries.RiskPage) -> dict[str, str]:
    """What a risk says now, as a form shows it."""
    return {name: getattr(page.wording, name) if page.wording else "" for name in forms.PARTS}


@requires(Permission.RISK_EDIT)
def risk_hand_over(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    form = forms.OwnerForm(request.POST or None, viewer=viewer, version=page.risk.version, initial={"on": viewer.today})
    return changed(
        request,
        page,
        form,
        lambda: actions.hand_over_risk(ref, by=viewer, **form.cleaned_data),
        title="Say who owns the risk",
        done="The owner is saved",
    )


@requires(Permission.RISK_EDIT)
def risk_refer(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    initial = {"on": viewer.today, "reference": page.row.reference}
    form = forms.ReferenceForm(request.POST or None, version=page.risk.version, initial=initial)
    return changed(
        request,
        page,
        form,
        lambda: actions.refer_risk(ref, by=viewer, **form.cleaned_data),
        title="Say where it stands in the corporate register",
        done="The reference is saved",
    )


@requires(Permission.RISK_EDIT)
def risk_rest(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    form = forms.RestForm(request.POST or None, viewer=viewer, version=page.risk.version, initial={"on": viewer.today})
    return changed(
        request,
        page,
        form,
        lambda: actions.rest_risk_on(ref, by=viewer, **form.cleaned_data),
        title="Say what the risk rests on",
        done="The source is saved",
        lede="An edition of the local profile, a trend, a data series, information from a partner.",
    )


@requires(Permission.RISK_EDIT)
def control_put(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    form = forms.ControlForm(request.POST or None, version=page.risk.version, initial={"on": viewer.today})

    def do() -> None:
        actions.put_control(ref, by=viewer, **form.cleaned_data)

    return changed(
        request,
        page,
        form,
        do,
        title="Record a control",
        done="The control is recorded",
        lede="Something that is in place and holds the risk down. What is still to be done is an action.",
        beware=f"{NO_PERSON}.",
    )


@requires(Permission.RISK_EDIT)
def control_end(request: ViewerRequest, ref: str, control: UUID) -> HttpResponse:
    viewer, page = request.viewer, page_of(request, ref)
    found = next((row for row in page.controls if row.pk == control), None)
    if found is None:
        raise Http404
    form = forms.EndControlForm(request.POST or None, version=page.risk.version, initial={"on": viewer.today})
    return changed(
        request,
        page,
        form,
        lambda: actions.end_control(ref, by=viewer, control=control, **form.cleaned_data),
        title="Say that a control has ended",
        done="The control has ended",
        lede=found.words,
    )
