"""Pages of reminders: who would be reminded and on what terms, the training lead's week, and what a reminder opens for whoever got it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from dueregard.access.requires import ViewerRequest, public, requires
from dueregard.access.roles import Permission
from dueregard.access.scope import scope
from dueregard.training.actions import reminders as actions
from dueregard.training.forms import reminders as forms
from dueregard.training.queries import reminders as queries
from dueregard.training.queries.digest import digest
from dueregard.training.queries.reminded import area_viewer, asking, opened
from dueregard.training.rules.reminders import A_DAY
from dueregard.training.rules.requirements import JOINED_DAYS
from dueregard.training.views.section import asked, show
from dueregard.ui.places import address_here

PLACE = PAGE = "training:reminders"
GONE = 410


@requires(Permission.TRAINING_NAMES)
def reminders(request: ViewerRequest) -> HttpResponse:
    """Who would be reminded today, in numbers, before anything is sent."""
    viewer = request.viewer
    shown = {
        "outlook": queries.outlook(viewer),
        "terms": queries.terms(viewer),
        "said": queries.terms_said(viewer).first(),
        "days": queries.days_reminded(viewer),
        "waiting": queries.runs_waiting(viewer).first(),
        "a_day": A_DAY,
    }
    return show(request, "reminders", shown, place=PLACE)


@requires(Permission.TRAINING_NAMES)
def reminders_send(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form, found = forms.RunForm(request.POST or None), queries.outlook(viewer)
    return asked(
        request,
        form,
        title="Send the reminders",
        button="Send them",
        consequence="Nothing is sent",
        do=lambda: actions.ask_for_reminders(by=viewer, on=viewer.today),
        then=lambda _: address_here(viewer, PAGE),
        done="They go out within a minute or so, as long as the worker is running",
        lede=f"{found.people} to people, {found.managers} to managers; {A_DAY} at most go today. A mail never says which training.",
        back=(("Reminders", address_here(viewer, PAGE)),),
        place=PLACE,
    )


@requires(Permission.TRAINING_EDIT)
def reminders_terms(request: ViewerRequest) -> HttpResponse:
    viewer, now = request.viewer, queries.terms(request.viewer)
    initial = {"how": forms.ON if now.is_on else forms.OFF, "ahead_days": now.ahead_days, "again_days": now.again_days, "most": now.most}
    form = forms.TermsForm(request.POST or None, initial=initial)

    def keep() -> object:
        given = {name: form.cleaned_data[name] for name in ("ahead_days", "again_days", "most")}
        return actions.set_terms(by=viewer, on=viewer.today, is_on=form.cleaned_data["how"] == forms.ON, **given)

    return asked(
        request,
        form,
        title="Say when people are reminded",
        button="Save",
        consequence="The terms are as they were",
        do=keep,
        then=lambda _: address_here(viewer, PAGE if viewer.may(Permission.TRAINING_NAMES) else "training:overview"),
        done="People are reminded on these terms from today",
        lede="Who left, is away or has no e-mail address is never reminded.",
        back=(("Reminders", address_here(viewer, PAGE)),),
        place=PLACE,
    )


@requires(Permission.TRAINING_NAMES)
def week(request: ViewerRequest) -> HttpResponse:
    """What the week brought, in numbers that only those who may see names are shown."""
    viewer = request.viewer
    return show(request, "digest", {"digest": digest(viewer), "joined_days": JOINED_DAYS}, place="training:overview")


@never_cache
@public(
    "Whoever is reminded has no account: what stands in the address was sealed here, and opens what one person has to do, without a name"
)
def reminder(request: HttpRequest, of: str, sealed: str) -> HttpResponse:
    """What is due, for whoever was reminded; in words why a page does not open."""
    viewer = area_viewer(of, now=timezone.now())
    found = opened(viewer, sealed) if viewer else None
    if viewer is None or found is None:
        return render(request, "training/reminder_closed.html", {"ended": None}, status=404)
    if found.until < viewer.today:
        return render(request, "training/reminder_closed.html", {"ended": found.until}, status=GONE)
    with scope(viewer):
        shown = {"asking": asking(viewer, found), "is_to_manager": found.is_to_manager, "area_name": viewer.area_name, "until": found.until}
        return render(request, "training/reminder.html", shown)
