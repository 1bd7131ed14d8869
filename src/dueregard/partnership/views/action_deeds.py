"""What can be done to an action: saying how it goes, reviewing, re-dating, handing over, finishing, dropping, opening again."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import Page, ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership import actions, queries
from dueregard.partnership.forms import actions as forms
from dueregard.partnership.queries.action_lists import why_not_say
from dueregard.partnership.views.actions import LIST, PAGE, say_how_it_goes
from dueregard.partnership.views.section import asked
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

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
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The action is recorded",
        lede="An action that a meeting agreed is best recorded at its item, so that both show each other.",
        back=(("Actions", address_here(viewer, LIST)),),
        place=LIST,
    )


def _page(
    do: Callable[..., Any],
    form_of: type[Any],
    *,
    permission: Permission = Permission.PARTNERSHIP_EDIT,
    offers: bool = False,
    closes: bool = False,
    **words: Any,
) -> Page:
    """The page of one deed on an action, with its `words`: title, button, done and lede.

    `offers` where its form has something to pick from, which depends on who asks. `closes` where it closes the action:
    sections above then say what is still open on it.
    """

    @requires(permission)
    def page(request: ViewerRequest, ref: str) -> HttpResponse:
        viewer = request.viewer
        action = get_object_or_404(queries.actions(viewer), ref=ref)
        if permission is Permission.ACTION_UPDATE and (why_not := why_not_say(viewer, action=action)):
            raise PermissionDenied(why_not)
        offered = {"viewer": viewer} if offers else {}
        form = form_of(request.POST or None, version=action.version, initial={"on": viewer.today}, **offered)
        back = (("Actions", address_here(viewer, LIST)), (ref, address_here(viewer, PAGE, ref)))
        deed: dict[str, Any] = {"do": lambda: do(ref, by=viewer, **form.cleaned_data), "then": lambda _: address_here(viewer, PAGE, ref)}
        extra = {"closing": ref} if closes else None
        about: dict[str, Any] = {"caption": f"{ref}: {action.what}", "back": back, "marking": highest([action.marking]), "extra": extra}
        return asked(request, form, consequence="Nothing is saved yet", place=LIST, **deed, **about, **words)

    return page


action_update = _page(
    say_how_it_goes,
    forms.UpdateForm,
    permission=Permission.ACTION_UPDATE,
    title="Say how it is going",
    button="Save",
    done="Saved",
    lede="Each update is kept with its day; nothing said before is overwritten.",
)
action_review = _page(
    actions.review_action,
    forms.ReviewForm,
    title="Review it at a meeting",
    button="Record the review",
    done="The review is recorded",
    lede=MEETINGS,
    offers=True,
)
action_redate = _page(
    actions.redate_action,
    forms.RedateForm,
    title="Agree another due date",
    button="Record the new date",
    done="The new due date is recorded",
    lede=f"The group agrees another date; the dates before it stay to be seen. {MEETINGS}",
    offers=True,
)
action_hand_over = _page(
    actions.hand_over_action,
    forms.HandOverForm,
    title="Say who owns it",
    button="Record the owner",
    done="The owner is recorded",
    offers=True,
)
action_finish = _page(
    actions.finish_action,
    forms.FinishForm,
    permission=Permission.ACTION_UPDATE,
    title="Record that it was done",
    button="Record it",
    done="The action is done",
    closes=True,
)
action_drop = _page(
    actions.drop_action,
    forms.DropForm,
    title="Drop it",
    button="Drop the action",
    done="The action is dropped",
    lede="It stays in the list with why it was dropped.",
    closes=True,
)
action_reopen = _page(
    actions.reopen_action,
    forms.ReopenForm,
    title="Open it again",
    button="Open it again",
    done="The action is open again",
)
