"""The section's first page: how coverage stands, what waits for whoever runs the programme, which sessions come next."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, listed, say
from dueregard.guidance.loose_end import Severity
from dueregard.training.queries import courses, workforce
from dueregard.training.queries.coverage_page import Looking, Page
from dueregard.training.queries.sessions import Which, as_row, filtered
from dueregard.training.queries.waiting import Waits, waiting
from dueregard.training.rules.coverage import Tally, per_cent
from dueregard.training.rules.tables import ALL, By
from dueregard.training.views.section import expected, show
from dueregard.ui.as_at import AsAtForm
from dueregard.ui.places import address_for

NEXT = 4  # sessions


@requires(Permission.TRAINING_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    is_today = on == known == viewer.today
    looking = Looking(viewer, on=on, known=known, expected=expected(viewer, on=on, known=known))
    page = looking.page(By.BODY)
    plan = courses.plans_in_force(viewer, on=on).first()
    teams = workforce.team_rows(viewer, on=on, known=known)
    tallies = looking.sight.tallies.get(ALL, {}) if viewer.may(Permission.TRAINING_NAMES) else {}
    waits = [*waiting(viewer), *_low(page, looking)] if is_today else []
    shown = {
        "plan": plan,
        "says": _first(plan, page, waits),
        "page": page,
        "cells": [(words, looking.sight.cell(ALL, key), tallies.get(key, Tally())) for key, words in page.columns],
        "has_tallies": bool(tallies),
        "unplaced": [row.team.name for row in teams if row.placing is None],
        "is_today": is_today,
        "waits": [(one, _address(viewer, one)) for one in waits],
        "sessions": [as_row(viewer, row) for row in filtered(viewer, which=Which.AHEAD)[:NEXT]] if is_today else [],
        "form": form,
        "as_at": on,
        "known_on": known,
    }
    return show(request, "overview", shown, place="training:overview")


def _address(viewer: Viewer, one: Waits) -> str:
    """Where something that waits is dealt with; empty where the page would refuse the viewer."""
    there = address_for(viewer, one.page, one.ref)
    return f"{there}?{one.query}" if there and one.query else there


def _low(page: Page, looking: Looking) -> list[Waits]:
    """What is taught and not covered as expected, as far as the viewer is shown it."""
    low = [words.lower() for key, words in page.columns if not looking.sight.cell(ALL, key).reaches]
    says = f"Coverage is below what is expected in {listed(low)}"
    return [Waits(severity=Severity.GAP, says=says, do="See where", page="training:coverage")] if low else []


def _first(plan: Any, page: Page, waits: list[Waits]) -> str:
    """Whether there is a plan, how many it is for, and how much waits."""
    force = page.coverage.workforce
    if plan is None:
        says = "No training plan’s period holds this day, so nobody can tell who needs what."
    elif not force.all:
        says = f"{plan.title} runs until {say(plan.covers_to)}. No workforce has been recorded yet, so nothing can be counted."
    else:
        people = f"{force.inside} of {force.all} people are in scope, {per_cent(force.share)}% of the workforce kept here"
        says = f"{plan.title} runs until {say(plan.covers_to)}. {people}."
    return f"{says} {counted(len(waits), 'thing')} {'waits' if len(waits) == 1 else 'wait'}." if waits else says
