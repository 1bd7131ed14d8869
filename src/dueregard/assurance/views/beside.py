"""What is put beside a round: the Home Office's view, and a reviewer from outside."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.assurance import actions, queries
from dueregard.assurance.actions import Criterion
from dueregard.assurance.forms import HomeOfficeForm, ReviewerForm
from dueregard.assurance.views.asking import asked, marked, round_of, to_round
from dueregard.basics.refused import Refused


@requires(Permission.ASSURANCE_JUDGE)
def home_office_view(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    form = HomeOfficeForm(request.POST or None, viewer=viewer, contents=contents, initial={"on": viewer.today})

    def do() -> None:
        given = form.cleaned_data
        criteria = [Criterion(*row) for row in form.found()]
        actions.receive_home_office_view(
            ref, by=viewer, on=given["on"], says=given["says"], letter=given["letter"], criteria=criteria, asked=given["asked"]
        )

    return asked(
        request,
        form,
        title="Record the Home Office’s view",
        button="Record the view",
        lede="It stands beside the round as it was signed, and changes nothing in it.",
        do=do,
        then=lambda _: to_round(request, ref),
        contents=contents,
        done="The Home Office’s view is recorded",
    )


@requires(Permission.ASSURANCE_SIGN)
def reviewer_invite(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    contents = queries.round_contents(viewer, round_of(request, ref))
    form = ReviewerForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and settings.DEMO:
        try:
            address = actions.invite_reviewer(ref, by=viewer, site=request.build_absolute_uri("/"), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return render(
                request, "assurance/reviewer_invited.html", {"address": address, "contents": contents, "marking": marked(contents)}
            )
    return asked(
        request,
        form,
        title="Invite a reviewer",
        button="Send the invitation",
        lede="They will see this round and the Official files of its evidence, nothing else, and only until the day you give.",
        do=lambda: actions.invite_reviewer(ref, by=viewer, site=request.build_absolute_uri("/"), **form.cleaned_data),
        then=lambda _: to_round(request, ref),
        contents=contents,
        done="The invitation is sent",
    )
