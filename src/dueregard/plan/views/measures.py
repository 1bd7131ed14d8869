"""Pages of milestones and measures of an action: setting them, reaching them, reading them."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries.action_lists import why_not_say
from dueregard.plan import actions
from dueregard.plan.forms import planned as forms
from dueregard.plan.queries.measures import measures, milestones
from dueregard.plan.views.planned import LIST, PAGE
from dueregard.plan.views.section import asked
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here


def _shown(request: ViewerRequest, action: Any, form: Any, do: Callable[[], Any], **words: Any) -> HttpResponse:
    viewer = request.viewer
    there = address_here(viewer, PAGE, action.ref)
    return asked(
        request,
        form,
        do=do,
        then=lambda _: there,
        consequence="Nothing is saved yet",
        caption=f"{action.ref}: {action.what}",
        back=(("Actions of the plan", address_here(viewer, LIST)), (action.ref, there)),
        place=LIST,
        marking=highest([action.marking]),
        **words,
    )


@requires(Permission.PLAN_EDIT)
def milestone_set(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    action = get_object_or_404(partnership.actions(viewer), ref=ref)
    form = forms.MilestoneForm(request.POST or None, initial={"on": viewer.today})
    words = {
        "title": "Set a milestone",
        "button": "Set it",
        "done": "The milestone is set",
        "lede": "A step on the way that can be late by itself.",
    }
    return _shown(request, action, form, lambda: actions.set_milestone(ref, by=viewer, **form.cleaned_data), **words)


@requires(Permission.PLAN_EDIT)
def measure_set(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    action = get_object_or_404(partnership.actions(viewer), ref=ref)
    form = forms.MeasureForm(request.POST or None, initial={"on": viewer.today})
    lede = "How anybody will see that the action made a difference: a count or a share, from where to where. Never about a person."
    words = {"title": "Set a measure", "button": "Set it", "done": "The measure is set", "lede": lede}
    return _shown(request, action, form, lambda: actions.set_measure(ref, by=viewer, **form.cleaned_data), **words)


def _spoken_for(request: ViewerRequest, rows: Any, key: Any) -> Any:
    """The milestone or measure, of an action this viewer may speak for."""
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    why_not = why_not_say(request.viewer, action=found.action)
    if why_not:
        raise PermissionDenied(why_not)
    return found


@requires(Permission.ACTION_UPDATE)
def milestone_reach(request: ViewerRequest, key: Any) -> HttpResponse:
    viewer = request.viewer
    found = _spoken_for(request, milestones(viewer), key)
    form = forms.ReachedForm(request.POST or None, initial={"on": viewer.today})

    def reach() -> None:
        said = form.cleaned_data
        actions.reach_milestone(str(key), by=viewer, on=said["on"], is_given_up=said["became"] == "given-up", because=said["because"])

    words = {"title": "Say what became of the milestone", "button": "Save", "done": "Saved", "lede": found.words}
    return _shown(request, found.action, form, reach, **words)


@requires(Permission.ACTION_UPDATE)
def measure_read(request: ViewerRequest, key: Any) -> HttpResponse:
    viewer = request.viewer
    found = _spoken_for(request, measures(viewer), key)
    form = forms.ReadingForm(request.POST or None, initial={"on": viewer.today})
    lede = f"{found.words}{f', in {found.unit}' if found.unit else ''}"
    words = {"title": "Read the measure", "button": "Save the reading", "done": "The reading is recorded", "lede": lede}
    return _shown(request, found.action, form, lambda: actions.read_measure(str(key), by=viewer, **form.cleaned_data), **words)
