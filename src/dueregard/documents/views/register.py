"""The list of documents, one document's page, and the deeds on a document as a whole."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.documents import actions, queries
from dueregard.documents.forms import CorrectForm, DocumentFilterForm, DocumentForm, OwnerForm, WithdrawForm
from dueregard.documents.views.asking import asked, chosen, document_of
from dueregard.organisations.queries.remembering import READ, remembering
from dueregard.privacy.marking import highest

A_PAGE = 50


@requires(Permission.DOCUMENT_READ)
def document_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    asked_for = DocumentFilterForm(request.GET or None)
    filters = {name: value for name, value in asked_for.cleaned_data.items() if value} if asked_for.is_valid() else {}
    number, today = request.GET.get("page", "")[:6], viewer.today
    with remembering(viewer) as kept:
        standing = kept.get(READ, ("documents at a glance", today), lambda: queries.at_a_glance(viewer))
        page = kept.get(READ, ("documents", today, tuple(filters.items()), number), lambda: _page(viewer, filters, number, standing))
    shown = {
        "page": page,
        "filter_form": asked_for,
        "filters": filters,
        "query": f"{urlencode(filters)}&" if filters else "",
        "counts": standing,
        "soon": standing.soon,
        "may_edit": viewer.may(Permission.DOCUMENT_EDIT),
        "marking": highest(row.marking for row in page),
    }
    return render(request, "documents/document_list.html", shown)


def _page(viewer: Viewer, filters: dict[str, Any], number: str, standing: queries.Glance) -> Page[Any]:
    pages = Paginator(queries.filtered(viewer, **filters), A_PAGE)
    if not filters:
        pages.count = standing.all  # already read: counting them again costs a statement as long as the page's
    page = pages.get_page(number)
    page.object_list = list(page)
    return page


@requires(Permission.DOCUMENT_READ)
def document(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = queries.document_pages(viewer).filter(ref=ref).first()
    if found is None:
        raise Http404
    shown = {
        "document": found,
        "history": queries.history(viewer, found),
        "may_edit": viewer.may(Permission.DOCUMENT_EDIT) and not found.withdrawn_on,
        "marking": highest([found.marking]),
    }
    return render(request, "documents/document.html", shown)


@requires(Permission.DOCUMENT_EDIT)
def document_new(request: ViewerRequest) -> HttpResponse:
    form = DocumentForm(request.POST or None, request.FILES or None, viewer=request.viewer)

    def do() -> str:
        return actions.bring_in(by=request.viewer, on=request.viewer.today, **form.cleaned_data | {"file": chosen(form)})

    return asked(
        request,
        form,
        title="Register a document",
        button="Register it",
        done="The document is in the register",
        do=do,
        lede="Look for it in the list first: one document with several versions says more than several documents.",
        has_file=True,
    )


@requires(Permission.DOCUMENT_EDIT)
def document_correct(request: ViewerRequest, ref: str) -> HttpResponse:
    found = document_of(request, ref)
    form = CorrectForm(request.POST or None, version=found.version, initial={"title": found.title, "marking": found.marking})
    return asked(
        request,
        form,
        title="Put the title or marking right",
        button="Put it right",
        done="The title and the marking are put right",
        do=lambda: actions.correct(ref, by=request.viewer, on=request.viewer.today, **form.cleaned_data),
        document=found,
        lede="What it said before stays in the history.",
    )


@requires(Permission.DOCUMENT_EDIT)
def document_hand_over(request: ViewerRequest, ref: str) -> HttpResponse:
    found = document_of(request, ref)
    form = OwnerForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Say which post owns it",
        button="Record it",
        done="The post that owns it is recorded",
        do=lambda: actions.hand_over(ref, by=request.viewer, **form.cleaned_data),
        document=found,
    )


@requires(Permission.DOCUMENT_EDIT)
def document_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    found = document_of(request, ref)
    form = WithdrawForm(request.POST or None, version=found.version)
    return asked(
        request,
        form,
        title="Withdraw the document",
        button="Withdraw it",
        done="The document is withdrawn",
        do=lambda: actions.withdraw(ref, by=request.viewer, **form.cleaned_data),
        document=found,
        lede="It stays in the register with all its versions, and nothing more can be added to it.",
    )
