"""What the golden thread reads of section 1: which action answers which risk, what a meeting made of it, what was decided."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import Action, ActionReview, ActionRisk, ActionUpdate, Decision, DecisionCheck, PaperCheck, RiskAccepted
from dueregard.partnership.queries.actions import ActionRow, action_rows_of
from dueregard.partnership.queries.decisions import decisions
from dueregard.partnership.queries.holding import holding
from dueregard.privacy.marking import readable

Some = Collection[UUID] | None  # these rows, or every one
IN_ORDER = ("on", "typed_at", "id")


def answers(viewer: Viewer, *, on: date, risks: Some = None, actions: Some = None) -> list[Any]:
    """Which action answers which risk on a day, where the viewer may see both: of these risks, of these actions, or all."""
    rows = ActionRisk.objects.filter(readable(viewer, "action__marking"), readable(viewer, "risk__marking"), area=viewer.area_id)
    rows = rows.filter(holding(on), action__on__lte=on, risk__on__lte=on)
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    rows = rows.filter(action__in=actions) if actions is not None else rows
    return list(rows.values_list("action_id", "action__ref", "risk_id", "risk__ref", named=True))


def actions_on_thread(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> list[ActionRow]:
    """These actions as they stood on a day."""
    return action_rows_of(viewer, actions, as_at=on)


def reviews(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> list[Any]:
    """What meetings concluded of these actions, oldest first."""
    rows = ActionReview.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__in=actions, on__lte=on)
    fields = ("action__ref", "on", "words", "item__ref", "item__position", "item__marking", "item__meeting__ref")
    return list(rows.order_by(*IN_ORDER).values_list(*fields, named=True))


def updates(viewer: Viewer, *, on: date, actions: Collection[UUID]) -> list[Any]:
    """What owners said of these actions, oldest first."""
    rows = ActionUpdate.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__in=actions, on__lte=on)
    return list(rows.order_by(*IN_ORDER).values_list("action__ref", "on", "rag", "words", named=True))


def decided(viewer: Viewer, *, on: date, actions: Some = None) -> set[tuple[str, str]]:
    """Which decision goes with which action, by their refs: the one it follows from, and those taken at an item about it."""
    stands = Q(decision__isnull=False, decision__withdrawal__isnull=True, decision__on__lte=on) & readable(viewer, "decision__marking")
    followed = Action.objects.filter(stands, readable(viewer), area=viewer.area_id, on__lte=on)
    about = Q(item__action__isnull=False) & readable(viewer, "item__action__marking")
    at_item = Decision.objects.filter(about, readable(viewer), area=viewer.area_id, on__lte=on, withdrawal__isnull=True)
    if actions is not None:
        followed, at_item = followed.filter(pk__in=actions), at_item.filter(item__action__in=actions)
    return {*followed.values_list("ref", "decision__ref"), *at_item.values_list("item__action__ref", "ref")}


def accepted(viewer: Viewer, *, on: date, risks: Some = None, decision: str = "") -> list[Any]:
    """Which risk a group accepted by which decision, where the viewer may see both."""
    rows = RiskAccepted.objects.filter(readable(viewer, "risk__marking"), readable(viewer, "decision__marking"), area=viewer.area_id)
    rows = rows.filter(on__lte=on, decision__withdrawal__isnull=True)
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    rows = rows.filter(decision__ref=decision) if decision else rows
    return list(rows.values_list("risk_id", "risk__ref", "decision__ref", named=True))


def decisions_on_thread(viewer: Viewer, *, on: date, refs: Collection[str]) -> QuerySet[Decision]:
    """These decisions with the checks made of them and of their papers by a day."""
    made = Q(on__lte=on, check_made__on__lte=on)
    return (
        decisions(viewer)
        .filter(ref__in=refs, on__lte=on)
        .prefetch_related(
            Prefetch("checks", DecisionCheck.objects.filter(made).select_related("check_made").order_by(*IN_ORDER)),
            Prefetch("paper__checks", PaperCheck.objects.filter(made).select_related("check_made").order_by(*IN_ORDER)),
        )
    )


def action_behind(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The action a thread is opened at; None where the viewer sees no such action."""
    return set(Action.objects.filter(readable(viewer), area=viewer.area_id, on__lte=on, ref=ref).values_list("pk", flat=True)) or None


def actions_behind_decision(viewer: Viewer, ref: str, *, on: date) -> set[UUID] | None:
    """The actions that go with a decision; None where the viewer sees no such decision."""
    if not decisions(viewer).filter(ref=ref, on__lte=on).exists():
        return None
    rows = Action.objects.filter(readable(viewer), area=viewer.area_id, on__lte=on)
    return set(rows.filter(Q(decision__ref=ref) | Q(items__decisions__ref=ref)).values_list("pk", flat=True))
