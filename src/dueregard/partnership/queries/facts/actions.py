"""Facts about actions: whose, due and begun when, which risks they answer, what was said of them, which checks cover them."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, Value, When

from dueregard.guidance.indicator.rows import Answers, Check, Due, Start
from dueregard.organisations.queries.asked import ENDING, Asked
from dueregard.partnership.indicators import rows
from dueregard.partnership.models import (
    Action,
    ActionCheck,
    ActionDue,
    ActionOwner,
    ActionReview,
    ActionRisk,
    ActionStart,
    ActionStep,
    ActionUpdate,
)
from dueregard.partnership.queries.facts.decisions import MADE, check, short
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.privacy.marking import readable

BLANK = Value("", output_field=CharField())


def actions(asked: Asked) -> list[rows.Action]:
    """The actions there were, and everything that had been said of each."""
    after, risks, checks = _after(asked), _risks(asked), _checks(asked)
    fields = ("pk", "ref", "what", "marking", "group__ref")
    found = asked.found(Action.objects.order_by("on", "ref"), *fields)
    return [_action(asked, row, after, risks[row.pk], checks[row.pk]) for row in found]


def _after(asked: Asked) -> dict[tuple[str, UUID], list[Any]]:
    """What was written to actions, by kind of row and action, oldest first: one statement for all tables alike."""

    def told(what: str, model: Any, *, day: str = "on", says: Any = BLANK) -> Any:
        written = model.objects.annotate(what=Value(what, output_field=CharField()), day=F(day), says=says)
        return asked.rows(written).values_list("what", "action_id", "on", "typed_at", "id", "day", "says", named=True)

    agreed = Case(When(item__isnull=True, then=BLANK), default=Value("agreed"), output_field=CharField())
    told_of = told("owner", ActionOwner, says=F("body__name")).union(
        told("owner's ref", ActionOwner, says=F("body__ref")),
        told("due", ActionDue, day="due", says=agreed),
        told("start", ActionStart, day="start"),
        told("update", ActionUpdate),
        told("review", ActionReview),
        told("step", ActionStep, says=F("status")),
        all=True,
    )
    found: dict[tuple[str, UUID], list[Any]] = defaultdict(list)
    for row in sorted(told_of, key=lambda row: (row.on, row.typed_at, row.id)):
        found[row.what, row.action_id].append(row)
    return found


def _risks(asked: Asked) -> dict[UUID, list[Answers]]:
    """The risks each action answers, of those the viewer may read."""
    linked = ActionRisk.objects.filter(readable(asked.viewer, "risk__marking")).order_by("on", "risk__ref")
    found: dict[UUID, list[Answers]] = defaultdict(list)
    for row in asked.found(linked, "action_id", "risk__ref", *ENDING):
        until = asked.until(row)["until"]
        found[row.action_id].append(Answers(on=row.on, typed=day_typed(row.typed_at), risk=asked.ref(row.risk__ref), until=until))
    return found


def _checks(asked: Asked) -> dict[UUID, list[Check]]:
    """The checks that cover each action, in the order they came to."""
    fields = ("action_id", *(f"check_made__{name}" for name in MADE))
    found: dict[UUID, list[Check]] = defaultdict(list)
    for row in asked.found(ActionCheck.objects.annotate(by=F("covers")).order_by("on", "typed_at", "id"), "by", *fields):
        if asked.holds(row.check_made__on, row.check_made__typed_at):
            found[row.action_id].append(check(asked, row))
    return found


def _action(asked: Asked, row: Any, after: dict[tuple[str, UUID], list[Any]], risks: list[Answers], checks: list[Check]) -> rows.Action:
    owners, refs, steps = after["owner", row.pk], after["owner's ref", row.pk], after["step", row.pk]
    closed = steps[-1] if steps and steps[-1].says != ActionStatus.OPEN else None
    return rows.Action(
        ref=asked.ref(row.ref),
        label=short(asked.words(row.what, row.marking, instead="An action marked Official-Sensitive")),
        group=asked.ref(row.group__ref) if row.group__ref else "",
        owner=owners[-1].says if owners else "",
        owner_ref=asked.ref(refs[-1].says) if refs else "",
        is_dropped=closed is not None and closed.says == ActionStatus.DROPPED,
        dues=tuple(Due(on=due.on, due=due.day, typed=day_typed(due.typed_at), is_agreed=bool(due.says)) for due in after["due", row.pk]),
        starts=tuple(Start(on=start.on, typed=day_typed(start.typed_at), start=start.day) for start in after["start", row.pk]),
        risks=tuple(risks),
        checks=tuple(checks),
        reviews=tuple(review.on for review in after["review", row.pk]),
        updates=tuple(update.on for update in after["update", row.pk]),
        until=closed.on if closed else None,
        until_typed=day_typed(closed.typed_at) if closed else None,
        **asked.dated(row),
    )
