"""The pages on which something is recorded of a version."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import Page, ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.documents import actions
from dueregard.documents.forms import ApproveForm, ClauseForm, ReviewForm, SignForm, VersionForm, WithdrawForm
from dueregard.documents.views.asking import asked, called, chosen, document_of, version_of


@requires(Permission.DOCUMENT_EDIT)
def version_new(request: ViewerRequest, ref: str) -> HttpResponse:
    found = document_of(request, ref)
    form = VersionForm(request.POST or None, request.FILES or None)

    def do() -> int:
        given = form.cleaned_data | {"file": chosen(form)}
        return actions.bring_in_version(ref, by=request.viewer, on=request.viewer.today, received=given.pop("on"), **given)

    return asked(
        request,
        form,
        title="Add a version",
        button="Add it",
        done="The version is added",
        do=do,
        document=found,
        lede="The period it covers and the day it was received or made are two different things.",
        has_file=True,
    )


def _page(do: Callable[..., Any], form_of: type[Any], *, title: str, button: str, done: str, offers: bool = False) -> Page:
    """The page of one deed on a version: `offers` where its form has something to pick from, which depends on who asks."""

    @requires(Permission.DOCUMENT_EDIT)
    def page(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
        viewer, version = request.viewer, version_of(request, ref, number)
        offered = {"viewer": viewer} if offers else {}
        form = form_of(request.POST or None, **offered)
        return asked(
            request,
            form,
            title=title,
            button=button,
            done=done,
            do=lambda: do(ref, by=viewer, version=number, **form.cleaned_data),
            document=version.document,
            lede=called(version),
        )

    return page


version_approve = _page(
    actions.approve_version, ApproveForm, title="Record its approval", button="Record it", done="Its approval is recorded"
)
version_review = _page(
    actions.set_review_due, ReviewForm, title="Set when its review is due", button="Set it", done="The day its review is due is set"
)
version_sign = _page(actions.sign, SignForm, title="Record a signatory", button="Record it", done="The signatory is recorded", offers=True)
clause_new = _page(
    actions.read_clause, ClauseForm, title="Record a clause that was read", button="Record it", done="The clause is recorded", offers=True
)


@requires(Permission.DOCUMENT_EDIT)
def version_withdraw(request: ViewerRequest, ref: str, number: int) -> HttpResponse:
    version = version_of(request, ref, number)
    form = WithdrawForm(request.POST or None, version=version.document.version)
    return asked(
        request,
        form,
        title="Withdraw this version",
        button="Withdraw it",
        done="The version is withdrawn",
        do=lambda: actions.withdraw(ref, by=request.viewer, version=number, **form.cleaned_data),
        document=version.document,
        lede=f"{called(version)}. A version entered wrongly is withdrawn, and added anew as it should be.",
    )
