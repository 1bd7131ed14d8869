"""What the golden thread reads of section 3: what actions came to, what that changed, and what went on into the next plan."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from dueregard.access.viewer import Viewer
from dueregard.plan.models import EvaluatedAction, Evaluation, EvaluationChange, Plan, PlannedAction
from dueregard.privacy.marking import readable

IN_ORDER = ("on", "typed_at", "id")


def evaluated(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> list[Any]:
    """Which of these actions was evaluated how, oldest first, where the viewer may see both."""
    seen = readable(viewer, "evaluation__marking") & readable(viewer, "action__marking")
    rows = EvaluatedAction.objects.filter(seen, area=viewer.area_id, action__in=actions, on__lte=on, evaluation__on__lte=on)
    of_it = ("evaluation__ref", "evaluation__on", "evaluation__words", "evaluation__next_plan", "evaluation__marking")
    return list(rows.order_by("evaluation__on", "evaluation__ref").values_list("action__ref", *of_it, named=True))


def changes(viewer: Viewer, *, on: date, evaluations: Collection[str]) -> list[Any]:
    """What these evaluations changed or proposed, where the viewer may see what it is about."""
    rows = EvaluationChange.objects.filter(readable(viewer, "evaluation__marking"), area=viewer.area_id)
    if not viewer.reads_sensitive:  # an empty condition beside "or" would vanish
        for about in ("risk", "action", "objective__plan"):
            rows = rows.filter(Q(**{f"{about.split('__')[0]}__isnull": True}) | readable(viewer, f"{about}__marking"))
    rows = rows.filter(evaluation__ref__in=evaluations, on__lte=on)
    about_what = ("changed", "risk__ref", "likelihood", "impact", "action__ref", "action__what", "objective__ref", "objective__title")
    return list(rows.order_by(*IN_ORDER).values_list("evaluation__ref", "on", *about_what, "because", named=True))


def carried(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> list[Any]:
    """Which of these actions were carried forward into which plan the viewer may see, oldest first."""
    seen = readable(viewer, "plan__marking") & readable(viewer, "action__marking")
    rows = PlannedAction.objects.filter(seen, area=viewer.area_id, action__in=actions, carried_from__isnull=False, on__lte=on)
    rows = rows.filter(Q(ending__isnull=True) | Q(ending__on__gte=on))
    return list(rows.order_by(*IN_ORDER).values_list("action__ref", "plan__ref", "plan__title", "on", named=True))


def actions_behind_plan(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The actions in a plan on a day; None where the viewer sees no such plan."""
    if not Plan.objects.filter(readable(viewer), area=viewer.area_id, on__lte=on, ref=ref).exists():
        return None
    rows = PlannedAction.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, plan__ref=ref, on__lte=on)
    return set(rows.filter(Q(ending__isnull=True) | Q(ending__on__gte=on)).values_list("action_id", flat=True))


def actions_behind_evaluation(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The actions an evaluation covers; None where the viewer sees no such evaluation."""
    if not Evaluation.objects.filter(readable(viewer), area=viewer.area_id, on__lte=on, ref=ref).exists():
        return None
    rows = EvaluatedAction.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, evaluation__ref=ref, on__lte=on)
    return set(rows.values_list("action_id", flat=True))
