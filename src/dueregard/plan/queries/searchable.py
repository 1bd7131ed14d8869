"""What each record of section 3 says, for the index of words."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.plan.models import Evaluation, EvaluationChange, Objective, Output, PartnerRole, Plan, PlanGovernance, Project
from dueregard.search.actions import Says


def searchable(viewer: Viewer, thing: Model) -> Iterable[Says]:
    """What a record, or the one a row belongs to, says now; nothing for a kind that is not searched."""
    says = SAYS.get(type(thing))
    if says is None:
        return next((SAYS[type(one)](one) for one in _owners(thing) if type(one) in SAYS), ())
    return says(thing)


def everything_searchable(viewer: Viewer) -> Iterator[Says]:
    """What every record of the area says, to make the index anew."""
    for model in (Plan, Evaluation, Project):
        for thing in model._default_manager.filter(area=viewer.area_id).order_by("typed_at", "pk"):
            yield from searchable(viewer, thing)


def _owners(thing: Any) -> Iterator[Any]:
    for name in ("plan", "objective", "evaluation", "project"):
        owner = getattr(thing, name, None)
        if isinstance(owner, Model):
            yield owner


def _said(kind: str, thing: Any, title: str, *texts: str) -> Says:
    marking = getattr(thing, "marking", None) or thing.plan.marking  # an objective is as sensitive as its plan
    return Says(kind=kind, ref=thing.ref, title=title, texts=texts, on=thing.on, marking=marking, permission=Permission.PLAN_READ)


def _plan(plan: Plan) -> Iterator[Says]:
    rows = PlanGovernance.objects.filter(plan=plan).order_by("on", "typed_at", "pk").values_list("words", flat=True)
    roles = PartnerRole.objects.filter(plan=plan).order_by("on", "typed_at", "pk").values_list("words", flat=True)
    yield _said("plan", plan, plan.title, *rows, *roles)
    for objective in (
        Objective.objects.filter(plan=plan).select_related("plan").order_by("ref")
    ):  # a plan drafted from another brings its own
        yield from _objective(objective)


def _objective(objective: Objective) -> Iterator[Says]:
    yield _said("objective", objective, objective.title)


def _evaluation(evaluation: Evaluation) -> Iterator[Says]:
    changes = EvaluationChange.objects.filter(evaluation=evaluation).order_by("typed_at", "pk").values_list("because", flat=True)
    yield _said("evaluation", evaluation, evaluation.words, evaluation.next_plan, *changes)


def _project(project: Project) -> Iterator[Says]:
    outputs = Output.objects.filter(project=project).order_by("on", "typed_at", "pk").values_list("words", flat=True)
    yield _said("project", project, project.title, project.provider, project.funder_named, *outputs)


SAYS: dict[type[Model], Callable[[Any], Iterator[Says]]] = {
    Plan: _plan,
    Objective: _objective,
    Evaluation: _evaluation,
    Project: _project,
}
