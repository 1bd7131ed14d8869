"""How an action stands before something more is told of it: what the rules ask, of one or of thousands in the same few statements."""

from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import Action, ActionDue, ActionRisk, ActionStep
from dueregard.partnership.queries.actions import NEWEST, due_of
from dueregard.partnership.rules.decisions import ActionStatus

OLDEST = ("on", "typed_at", "id")


class Standing:
    """An action as everything told of it so far leaves it. Read when a rule first asks, unless `standings` has read it."""

    def __init__(self, action: Action) -> None:
        self.action = action

    @cached_property
    def step(self) -> ActionStep | None:
        """When it was last done, dropped or opened again."""
        return self.action.steps.order_by(*NEWEST).first()

    @cached_property
    def due(self) -> date | None:
        """When it is due, as last set."""
        return due_of(self.action)

    @cached_property
    def risks(self) -> set[UUID]:
        """The risks it answers."""
        return set(self.action.risks.filter(ending=None).values_list("risk_id", flat=True))

    @property
    def status(self) -> ActionStatus:
        """How far it has come."""
        return ActionStatus(self.step.status) if self.step else ActionStatus.OPEN


def fresh(action: Action, *, due: date | None) -> Standing:
    """An action of which nothing has been told yet."""
    found = Standing(action)
    found.step, found.due, found.risks = None, due, set()
    return found


def standings(viewer: Viewer, rows: QuerySet[Action]) -> dict[str, Standing]:
    """How each of these actions stands, by its ref; four statements, however many there are."""
    found = {action.pk: fresh(action, due=None) for action in rows}
    of = {"area": viewer.area_id, "action__in": list(found)}
    if found:
        for step in ActionStep.objects.filter(**of).order_by(*OLDEST):
            found[step.action_id].step = step
        for action, due in ActionDue.objects.filter(**of).order_by(*OLDEST).values_list("action_id", "due"):
            found[action].due = due
        for action, risk in ActionRisk.objects.filter(**of, ending=None).values_list("action_id", "risk_id"):
            found[action].risks.add(risk)
    return {each.action.ref: each for each in found.values()}
