"""Pages that withdraw what was entered by mistake: an update to staff, development, that a setting was reached, a step."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.basics.dates import say
from dueregard.training.actions.withdrawals import withdraw_entry
from dueregard.training.forms.sessions import WhyForm
from dueregard.training.queries import withdrawn as queries
from dueregard.training.queries.withdrawn import Kind
from dueregard.training.rules.programme import StepKind
from dueregard.training.views.section import asked
from dueregard.ui.places import address_here

SETTING, INDUCTION = "training:setting", "training:induction"


def _page(kind: Kind, place: str, words: Callable[[Any], str], *, title: str, page: str = "") -> Callable[..., HttpResponseBase]:
    """The page that withdraws an entry of a kind: of a list, or of the page of the record it stands on."""

    @requires(kind.permission)
    def withdraw(request: ViewerRequest, ref: str, **key: Any) -> HttpResponse:
        viewer = request.viewer
        entry = get_object_or_404(queries.entries(viewer, kind), **key, **{kind.ref: ref})
        there = address_here(viewer, page, ref) if page else address_here(viewer, place)
        form = WhyForm(request.POST or None, initial={"on": viewer.today})
        return asked(
            request,
            form,
            title=title,
            caption=f"{words(entry)}, {say(entry.on)} ({ref})",
            button="Withdraw it",
            consequence="It still counts",
            lede="It stays to be seen, struck through, with the reason. It counts no more.",
            do=lambda: withdraw_entry(entry.pk, by=viewer, kind=kind, **form.cleaned_data),
            then=lambda _: there,
            done="It is withdrawn and no longer counts",
            back=((PLACES[place], address_here(viewer, place)), *(((ref, there),) if page else ())),
            place=place,
        )

    return withdraw


PLACES = {
    "training:update-list": "Updates to staff",
    "training:development-list": "Those who deliver Prevent",
    "training:setting-list": "Settings",
    "training:induction-list": "Inductions",
}
update_withdraw = _page(queries.UPDATE, "training:update-list", lambda update: str(update.title), title="Withdraw an update to staff")
development_withdraw = _page(
    queries.DEVELOPMENT, "training:development-list", lambda development: str(development.what), title="Withdraw continuing development"
)
reached_withdraw = _page(
    queries.REACHED,
    "training:setting-list",
    lambda reached: f"{reached.setting.name} reached",
    title="Withdraw that the setting was reached",
    page=SETTING,
)
step_withdraw = _page(
    queries.STEP,
    "training:induction-list",
    lambda step: StepKind(step.kind).label,
    title="Withdraw a step of the induction",
    page=INDUCTION,
)
