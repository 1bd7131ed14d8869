"""Pages of exchanges with community organisations: what was heard, what was answered, when the group was told."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.registers import HEARD, ExchangeForm, ReportForm, SaidForm
from dueregard.partnership.views.registers import LIST, back_to
from dueregard.partnership.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

EXCHANGES = ("Exchanges with community organisations", "partnership:exchange-list")
A_PAGE = 50


@requires(Permission.PARTNERSHIP_READ)
def exchange_list(request: ViewerRequest) -> HttpResponse:
    rows = list(queries.exchanges(request.viewer))
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": rows,
        "answered": sum(bool(row.answers.all()) for row in rows),
        "reported": sum(bool(row.reports.all()) for row in rows),
        "marking": highest(row.marking for row in page),
        "back": back_to(request),
    }
    return show(request, "exchange_list", shown, place=LIST)


@requires(Permission.PARTNERSHIP_READ)
def exchange(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.exchanges(request.viewer), ref=ref)
    shown = {"exchange": found, "marking": highest([found.marking]), "back": back_to(request, EXCHANGES)}
    return show(request, "exchange", shown, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def exchange_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = ExchangeForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record an exchange with a community organisation",
        button="Record it",
        consequence="The exchange is not recorded yet",
        do=lambda: actions.note_exchange(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, "partnership:exchange", made.ref),
        done="The exchange is recorded",
        lede="The organisation and what it said, not who said it.",
        back=back_to(request, EXCHANGES),
        place=LIST,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def exchange_record(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.exchanges(viewer), ref=ref)
    form = SaidForm(request.POST or None, initial={"on": viewer.today, "said": request.GET.get("said")})

    def do() -> Any:
        said = form.cleaned_data
        write = actions.hear if said["said"] == HEARD else actions.answer_exchange
        return write(ref, by=viewer, on=said["on"], words=said["words"])

    return asked(
        request,
        form,
        title="Record what was heard or answered",
        button="Record it",
        consequence="It is not recorded yet",
        do=do,
        then=lambda _: address_here(viewer, "partnership:exchange", ref),
        done="It is recorded",
        caption=f"{ref}: {found.organisation}",
        back=back_to(request, EXCHANGES),
        place=LIST,
        marking=highest([found.marking]),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def exchange_report(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.exchanges(viewer), ref=ref)
    form = ReportForm(request.POST or None, viewer=viewer)
    return asked(
        request,
        form,
        title="Record that the group was told",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.report_exchange(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:exchange", ref),
        done="It is recorded that the group was told",
        caption=f"{ref}: {found.organisation}",
        back=back_to(request, EXCHANGES),
        place=LIST,
        marking=highest([found.marking]),
    )
