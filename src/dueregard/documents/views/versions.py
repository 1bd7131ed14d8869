"""The pages on which something is recorded of a version."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.documents import actions
from dueregard.documents.forms import ApproveForm, ClauseForm, ReviewForm, SignForm, VersionForm, WithdrawForm
from dueregard.documents.views.asking import asked, called, document_of, version_of


@requires(Permission.DOCUMENT_EDIT)
def version_new(request: ViewerRequest, ref: str) -> HttpResponse:
    found = document_of(request, ref)
    form = VersionForm(request.POST or None)
    return asked(
        request,
        form,
        title="Add a version",
        button="Add it",
        do=lambda: actions.add_version(ref, by=request.viewer, **form.cleaned_data),
        document=found,
        lede="The period it covers and the day it was received or made are two different things.",
    )


@requires(Permission.DOCUMENT_EDIT)
def version_approve(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = ApproveForm(request.POST or None)
    return asked(
        request,
        form,
        title="Record its approval",
        button="Record it",
        do=lambda: actions.approve_version(ref, by=request.viewer, version=number, **form.cleaned_data),
        document=version.document,
        lede=called(version),
    )


@requires(Permission.DOCUMENT_EDIT)
def version_review(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = ReviewForm(request.POST or None)
    return asked(
        request,
        form,
        title="Set when its review is due",
        button="Set it",
        do=lambda: actions.set_review_due(ref, by=request.viewer, version=number, **form.cleaned_data),
        document=version.document,
        lede=called(version),
    )


@requires(Permission.DOCUMENT_EDIT)
def version_sign(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = SignForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Record a signatory",
        button="Record it",
        do=lambda: actions.sign(ref, by=request.viewer, version=number, **form.cleaned_data),
        document=version.document,
        lede=called(version),
    )


@requires(Permission.DOCUMENT_EDIT)
def clause_new(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = ClauseForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Record a clause that was read",
        button="Record it",
        do=lambda: actions.read_clause(ref, by=request.viewer, version=number, **form.cleaned_data),
        document=version.document,
        lede=called(version),
    )


@requires(Permission.DOCUMENT_EDIT)
def version_withdraw(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = WithdrawForm(request.POST or None, initial={"seen": version.document.version})
    return asked(
        request,
        form,
        title="Withdraw this version",
        button="Withdraw it",
        do=lambda: actions.withdraw(ref, by=request.viewer, version=number, **form.cleaned_data),
        document=version.document,
        lede=f"{called(version)}. A version entered wrongly is withdrawn, and added anew as it should be.",
    )
