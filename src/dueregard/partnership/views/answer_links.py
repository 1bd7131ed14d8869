"""Pages on the links by which partners answer without an account: which there are, sending one, taking one back."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.accounts import queries as accounts
from dueregard.accounts.actions import revoke_answer_link
from dueregard.accounts.rules import AnswerPurpose
from dueregard.basics.refused import Refused
from dueregard.partnership import actions
from dueregard.partnership.forms.answering import AnswerLinkForm, RevokeForm
from dueregard.partnership.queries.answering import link_rows
from dueregard.partnership.views.section import asked, show
from dueregard.ui.places import address_here

LIST = "partnership:action-list"
DAYS = 21  # ours: long enough for a partner who looks in twice a month


@requires(Permission.PARTNERSHIP_EDIT)
def answer_link_list(request: ViewerRequest) -> HttpResponse:
    return show(request, "answer_link_list", {"rows": link_rows(request.viewer)}, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def answer_link_new(request: ViewerRequest) -> HttpResponse:
    """Send a link; its address is shown this once, to hand over another way."""
    viewer = request.viewer
    form = AnswerLinkForm(request.POST or None, viewer=viewer, initial={"until": viewer.today + timedelta(days=DAYS)})
    made = ""
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.ask_by_link(by=viewer, on=viewer.today, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if not made:
                messages.info(request, "This link was sent already")
                return redirect("partnership:answer-link-list", area=viewer.area)
    shown = {"form": form, "address": f"{settings.ADDRESS}{made}" if made else ""}
    return show(request, "answer_link_new", shown, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def answer_link_revoke(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    link = get_object_or_404(accounts.answer_links(viewer).filter(purpose=AnswerPurpose.ACTIONS), ref=ref)
    form = RevokeForm(request.POST or None)
    return asked(
        request,
        form,
        title="Take the link back",
        caption=f"{link.person.name}, {link.body.name}",
        lede="From then on it opens nothing. What came back by it stays.",
        button="Take it back",
        consequence="The link is not taken back yet",
        done="The link is taken back",
        do=lambda: revoke_answer_link(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:answer-link-list"),
        place=LIST,
    )
