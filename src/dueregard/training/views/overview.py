"""The section's first page: whether there is a plan, how coverage stands, what is missing."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import say
from dueregard.training.queries import courses, workforce
from dueregard.training.queries.coverage_page import Looking, Page
from dueregard.training.rules.coverage import per_cent
from dueregard.training.rules.tables import ALL, By
from dueregard.training.views.section import expected, show
from dueregard.ui.as_at import AsAtForm


@requires(Permission.TRAINING_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    looking = Looking(viewer, on=on, known=known, expected=expected(viewer, on=on, known=known))
    page = looking.page(By.BODY)
    plan = courses.plans_in_force(viewer, on=on).first()
    teams = workforce.team_rows(viewer, on=on, known=known)
    shown = {
        "plan": plan,
        "says": _first(plan, page),
        "page": page,
        "cells": [(words, looking.sight.cell(ALL, key)) for key, words in page.columns],
        "share": per_cent(page.coverage.workforce.share),
        "unplaced": [row.team.name for row in teams if row.placing is None],
        "form": form,
        "as_at": on,
        "known_on": known,
    }
    return show(request, "overview", shown, place="training:overview")


def _first(plan: Any, page: Page) -> str:
    """Whether there is a plan, and how many it is for."""
    force = page.coverage.workforce
    if plan is None:
        return "No training plan’s period holds this day, so nobody can tell who needs what."
    held = f"{plan.title} runs until {say(plan.covers_to)}."
    if not force.all:
        return f"{held} No workforce has been recorded yet, so nothing can be counted."
    return f"{held} {force.inside} of {force.all} people are in scope, {per_cent(force.share)}% of the workforce kept here."
