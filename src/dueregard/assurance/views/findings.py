"""What the records show: by section and line, as at a date and known on a date, against any framework."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance import actions, queries
from dueregard.assurance.forms import AsAtForm, ExpectationForm
from dueregard.assurance.rules.found import SectionFound
from dueregard.assurance.rules.rounds import CAUTION
from dueregard.assurance.views.asking import closes
from dueregard.basics.refused import Refused
from dueregard.guidance import catalogue
from dueregard.guidance import queries as guidance
from dueregard.guidance.catalogue.numbers import shown_as, words_for
from dueregard.privacy.marking import Marking


@requires(Permission.ASSURANCE_READ)
def now(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None, initial={"framework": "toolkit-2024"})
    on, known = form.chosen(viewer.today)
    framework = catalogue.framework(form.chosen_framework)
    shown = {
        "form": form,
        "as_at": on,
        "known_on": known,
        "framework": framework,
        "found": queries.findings(viewer, framework.id, on=on, known=known),
        "rounds": queries.round_list(viewer)[:5],
        "dates": _dates(on, known, viewer.today),
    }
    return render(request, "assurance/now.html", shown)


def _dates(on: Any, known: Any, today: Any) -> str:
    """The dates asked about, for the addresses of the sections."""
    asked = {key: day.isoformat() for key, day in (("as_at", on), ("known_on", known)) if day != today}
    return f"?{urlencode(asked)}" if asked else ""


@requires(Permission.ASSURANCE_READ)
def section(request: ViewerRequest, framework: str, section: str) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    if framework not in catalogue.framework_ids() or section not in {each.id for each in catalogue.framework(framework).sections}:
        raise Http404
    whole = catalogue.framework(framework)
    found = queries.findings(viewer, framework, on=on, known=known, ahead=True, only=section)[0]
    ids = [each.id for each in whole.sections]
    place = ids.index(section)
    shown = {
        "form": form,
        "as_at": on,
        "known_on": known,
        "framework": whole,
        "found": found,
        "round": queries.newest_round(viewer, framework),
        "official": guidance.official_lines(viewer, framework=framework),
        "gap_address": closes(viewer),
        "following": whole.sections[place + 1] if place + 1 < len(ids) else None,
        "dates": _dates(on, known, viewer.today),
        "marking": _marking(viewer, found),
    }
    return render(request, "assurance/section.html", shown)


def _marking(viewer: Viewer, found: SectionFound) -> Marking:
    """What a cleared reader is told of the tier and of sealed records makes the page Official-Sensitive; others are not told."""
    computed = any(line.line.indicator for line in found.lines)
    return Marking.SENSITIVE if computed and viewer.reads_sensitive else Marking.OFFICIAL


@requires(Permission.ASSURANCE_READ)
def expectation_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    changed = queries.changed_numbers(viewer, "toolkit-2024", on=viewer.today, known=viewer.today)
    rows = [(line, number, changed.get((line.id, number.key))) for line in _expecting() for number in line.expects.values()]
    history = list(queries.expectations(viewer))
    may_set = viewer.may(Permission.ASSURANCE_SIGN)
    words = {"words_for": words_for, "shown_as": shown_as, "caution": CAUTION}
    return render(request, "assurance/expectation_list.html", {"rows": rows, "history": history, "may_set": may_set, **words})


def _expecting() -> list[Any]:
    return [line for line in catalogue.framework("toolkit-2024").lines if line.expects]


@requires(Permission.ASSURANCE_SIGN)
def expectation_set(request: ViewerRequest, line: str, key: str) -> HttpResponse:
    wanted = next((each for each in _expecting() if each.id == line and key in each.expects), None)
    if wanted is None:
        raise Http404
    number = wanted.expects[key]
    form = ExpectationForm(
        request.POST or None,
        was=f"{number.value:g}{'' if number.shown == f'{number.value:g}' else f', which is {number.shown}'}",
        initial={"on": request.viewer.today},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_expectation("toolkit-2024", by=request.viewer, line=line, key=key, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Line {line} is read by another number now: {shown_as(key, form.cleaned_data['value'])}")
            return redirect("assurance:expectation-list", request.viewer.area)
    shown = {"form": form, "line": wanted, "number": number, "caution": CAUTION}
    return render(request, "assurance/expectation_set.html", shown)
