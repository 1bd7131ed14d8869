"""What can be done to an action: saying how it goes, reviewing, re-dating, handing over, finishing, dropping, opening again."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership import actions, queries
from dueregard.partnership.forms import actions as forms
from dueregard.partnership.views.actions import LIST, PAGE, say_how_it_goes
from dueregard.partnership.views.asking import address, asked, get_or_404
from dueregard.privacy.marking import highest
from dueregard.ui.fields import Form

MEETINGS = "Offered are the items of meetings whose minutes are not cleared yet. What is recorded is dated to the meeting."


@requires(Permission.PARTNERSHIP_EDIT)
def action_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.ActionForm(request.POST or None, viewer=viewer, initial={"on": viewer.today, "group": request.GET.get("group", "")})
    return asked(
        request,
        form,
        title="Record an action",
        button="Record it",
        consequence="The action is not recorded yet",
        do=lambda: actions.raise_action(by=viewer, **form.cleaned_data),
        then=lambda made: address(viewer, PAGE, made.ref),
        done="The action is recorded",
        lede="An action that a meeting agreed is best recorded at its item, so that both show each other.",
        back=(("Actions", address(viewer, LIST)),),
        place=LIST,
    )


def _deed(
    request: ViewerRequest, ref: str, form: Form, *, title: str, button: str, done: str, do: Callable[[], Any], lede: str = ""
) -> HttpResponse:
    viewer = request.viewer
    action = get_or_404(queries.actions(viewer), ref)
    return asked(
        request,
        form,
        title=title,
        button=button,
        consequence="Nothing is saved yet",
        do=do,
        then=lambda _: address(viewer, PAGE, ref),
        done=done,
        lede=lede,
        caption=f"{ref}: {action.what}",
        back=(("Actions", address(viewer, LIST)), (ref, address(viewer, PAGE, ref))),
        place=LIST,
        marking=highest([action.marking]),
    )


def _version(request: ViewerRequest, ref: str) -> int:
    return int(get_or_404(queries.actions(request.viewer), ref).version)


@requires(Permission.ACTION_UPDATE)
def action_update(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.UpdateForm(request.POST or None, version=_version(request, ref), initial={"on": viewer.today})
    return _deed(
        request,
        ref,
        form,
        title="Say how it is going",
        button="Save",
        done="Saved",
        do=lambda: say_how_it_goes(ref, form.cleaned_data, by=viewer),
        lede="Each update is kept with its day; nothing said before is overwritten.",
    )


@requires(Permission.PARTNERSHIP_EDIT)
def action_review(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.ReviewForm(request.POST or None, viewer=viewer, version=_version(request, ref))
    return _deed(
        request,
        ref,
        form,
        title="Review it at a meeting",
        button="Record the review",
        done="The review is recorded",
        do=lambda: actions.review_action(ref, by=viewer, **form.cleaned_data),
        lede=MEETINGS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def action_redate(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.RedateForm(request.POST or None, viewer=viewer, version=_version(request, ref))
    return _deed(
        request,
        ref,
        form,
        title="Agree another due date",
        button="Record the new date",
        done="The new due date is recorded",
        do=lambda: actions.redate_action(ref, by=viewer, **form.cleaned_data),
        lede=f"The group agrees another date; the dates before it stay to be seen. {MEETINGS}",
    )


@requires(Permission.PARTNERSHIP_EDIT)
def action_hand_over(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.HandOverForm(request.POST or None, viewer=viewer, version=_version(request, ref), initial={"on": viewer.today})
    return _deed(
        request,
        ref,
        form,
        title="Say who owns it",
        button="Record the owner",
        done="The owner is recorded",
        do=lambda: actions.hand_over_action(ref, by=viewer, **form.cleaned_data),
    )


@requires(Permission.ACTION_UPDATE)
def action_finish(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.FinishForm(request.POST or None, version=_version(request, ref), initial={"on": viewer.today})
    return _deed(
        request,
        ref,
        form,
        title="Record that it was done",
        button="Record it",
        done="The action is done",
        do=lambda: actions.finish_action(ref, by=viewer, **form.cleaned_data),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def action_drop(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.DropForm(request.POST or None, version=_version(request, ref), initial={"on": viewer.today})
    return _deed(
        request,
        ref,
        form,
        title="Drop it",
        button="Drop the action",
        done="The action is dropped",
        do=lambda: actions.drop_action(ref, by=viewer, **form.cleaned_data),
        lede="It stays in the list with why it was dropped.",
    )


@requires(Permission.PARTNERSHIP_EDIT)
def action_reopen(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = forms.ReopenForm(request.POST or None, version=_version(request, ref), initial={"on": viewer.today})
    return _deed(
        request,
        ref,
        form,
        title="Open it again",
        button="Open it again",
        done="The action is open again",
        do=lambda: actions.reopen_action(ref, by=viewer, **form.cleaned_data),
    )
