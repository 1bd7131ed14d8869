"""Pages of sources: the list, one source with everything known from it, and recording one of each kind."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.figures import plain
from dueregard.privacy.marking import highest
from dueregard.risk import actions, queries
from dueregard.risk.forms.sources import FirstLevelForm, ProfileForm, SourceFilterForm, SourceForm, WithdrawSourceForm
from dueregard.risk.queries.assessed import resting_on
from dueregard.risk.rules.pictures import series
from dueregard.risk.rules.sources import SourceKind, ThreatLevel
from dueregard.risk.views.section import asked, show
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here

LIST, PAGE = "risk:source-list", "risk:source"
NO_COPY = "The local profile belongs to the police. Only the reference to it is kept here, and no copy: do not type or paste its text."
LEDES = {
    SourceKind.PROFILE: NO_COPY,
    SourceKind.THREAT_LEVEL: "The level for the whole country, as it is published. A change proposes a review of the assessment.",
    SourceKind.TREND: "Something that is seen more of, or differently: what it is, and who noticed.",
    SourceKind.DATA: "A figure that is read again and again. Its readings are added on its own page.",
    SourceKind.PARTNER: "What a partner told us of a place, a service or an influence.",
}


@requires(Permission.RISK_READ)
def source_list(request: ViewerRequest) -> HttpResponse:
    form = SourceFilterForm(request.GET or None)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    rows = queries.source_rows(request.viewer, kind=str(wanted.get("kind", "")), withdrawn=bool(wanted.get("withdrawn")))
    query = urlencode({name: "on" if value is True else value for name, value in wanted.items()})
    shown = {"form": form, "rows": rows, "wanted": wanted, "query": query, "marking": highest(row.source.marking for row in rows)}
    return show(request, "source_list", shown, place=LIST)


@requires(Permission.RISK_READ)
def source(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.sources(viewer), ref=ref)
    page = queries.source_page(viewer, found)
    unit = page.readings[-1].unit if page.readings else ""
    editions, risks = resting_on(viewer, found)
    shown = {
        "page": page,
        "source": found,
        "readings": [(row, plain(row.value)) for row in reversed(page.readings)],
        "levels": [(row, ThreatLevel(row.level)) for row in page.levels],
        "picture": series([(row.covers_to, row.value) for row in page.readings if row.unit == unit], unit=unit),
        "editions": editions,
        "risks": risks,
        "no_copy": NO_COPY,
        "marking": highest([page.marking, *(risk.marking for risk in risks)]),
        "back": (("Sources", address_here(viewer, LIST)),),
    }
    return show(request, "source", shown, place=LIST)


@requires(Permission.RISK_EDIT)
def source_new(request: ViewerRequest) -> HttpResponse:
    """Which kind of source is to be recorded."""
    kinds = [(kind, LEDES[kind]) for kind in SourceKind]
    return show(request, "source_new", {"kinds": kinds, "back": (("Sources", address_here(request.viewer, LIST)),)}, place=LIST)


@requires(Permission.RISK_EDIT)
def source_new_of(request: ViewerRequest, kind: str) -> HttpResponse:
    viewer = request.viewer
    if kind not in SourceKind.values:
        raise Http404
    wanted = SourceKind(kind)
    if wanted is SourceKind.THREAT_LEVEL:
        there = queries.standing_sources(viewer, as_at=viewer.today).filter(kind=wanted).first()
        if there:
            return redirect(address_here(viewer, "risk:level-set", there.ref))
    form, do = _asking(request, wanted)
    return asked(
        request,
        form,
        title=f"Record a source: {wanted.label[:1].lower()}{wanted.label[1:]}",
        button="Record it",
        consequence="The source is not recorded yet",
        do=do,
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The source is recorded",
        lede=LEDES[wanted],
        back=(("Sources", address_here(viewer, LIST)),),
        place=LIST,
    )


def _asking(request: ViewerRequest, kind: SourceKind) -> tuple[Form, Callable[[], object]]:
    """The form for a kind of source, and the deed it does."""
    viewer, initial = request.viewer, {"on": request.viewer.today}
    form: Any
    if kind is SourceKind.PROFILE:
        form = ProfileForm(request.POST or None, viewer=viewer, initial=initial)
        return form, lambda: actions.receive_profile(by=viewer, **form.cleaned_data)
    if kind is SourceKind.THREAT_LEVEL:
        form = FirstLevelForm(request.POST or None)
        return form, lambda: actions.name_source(kind.label, by=viewer, kind=kind, **form.cleaned_data)
    form = SourceForm(request.POST or None, viewer=viewer, initial=initial)
    return form, lambda: actions.name_source(by=viewer, kind=kind, **form.cleaned_data)


@requires(Permission.RISK_EDIT)
def source_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.sources(viewer), ref=ref)
    form = WithdrawSourceForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Withdraw a source",
        button="Withdraw it",
        consequence="The source still stands",
        do=lambda: actions.withdraw_source(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, PAGE, ref),
        done=f"{ref} is withdrawn",
        caption=f"{ref}: {found.title}",
        lede="That it was here, and why it went, stays. Editions that rest on it still say so.",
        back=(("Sources", address_here(viewer, LIST)), (found.title, address_here(viewer, PAGE, ref))),
        place=LIST,
        marking=highest([found.marking]),
    )
