"""Pages that add to a source: readings, threat levels, released prompts, briefings on the local profile."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.privacy.marking import highest
from dueregard.risk import actions, queries
from dueregard.risk.forms.sources import LevelForm, ProfileBriefingForm, PromptForm, ReadingForm
from dueregard.risk.views.section import asked
from dueregard.risk.views.sources import LIST, NO_COPY, PAGE
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here


def _added(request: ViewerRequest, ref: str, form: Form, do: Callable[[], object], *, title: str, lede: str = "") -> HttpResponse:
    """Add something to a source and go back to it."""
    viewer = request.viewer
    found = get_object_or_404(queries.sources(viewer), ref=ref)
    return asked(
        request,
        form,
        title=title,
        button="Record it",
        consequence="It is not recorded yet",
        do=do,
        then=lambda _: address_here(viewer, PAGE, ref),
        done="It is recorded",
        caption=f"{ref}: {found.title}",
        lede=lede,
        back=(("Sources", address_here(viewer, LIST)), (found.title, address_here(viewer, PAGE, ref))),
        place=LIST,
        marking=highest([found.marking]),
    )


@requires(Permission.RISK_EDIT)
def level_set(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, form = request.viewer, LevelForm(request.POST or None)
    lede = "A change proposes a review of the assessment: the section’s overview then says so until there is an update."
    return _added(
        request,
        ref,
        form,
        lambda: actions.set_level(ref, by=viewer, **form.cleaned_data),
        title="Record that the national threat level was set",
        lede=lede,
    )


@requires(Permission.RISK_EDIT)
def reading_take(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    page = queries.source_page(viewer, get_object_or_404(queries.sources(viewer), ref=ref))
    initial = {"on": viewer.today, "unit": page.readings[-1].unit if page.readings else ""}
    form = ReadingForm(request.POST or None, initial=initial)
    return _added(request, ref, form, lambda: actions.take_reading(ref, by=viewer, **form.cleaned_data), title="Take a reading")


@requires(Permission.RISK_EDIT)
def prompt_take(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = PromptForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return _added(
        request,
        ref,
        form,
        lambda: actions.take_prompt(ref, by=viewer, **form.cleaned_data),
        title="Take a prompt that was released",
        lede=f"{NO_COPY} A prompt may be kept only in the words its originator released, with who released them and when.",
    )


@requires(Permission.RISK_EDIT)
def profile_brief(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    form = ProfileBriefingForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return _added(
        request,
        ref,
        form,
        lambda: actions.brief_on_profile(ref, by=viewer, **form.cleaned_data),
        title="Record who was briefed on the local profile",
    )
