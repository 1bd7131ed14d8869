"""Facts about actions: whose, due and begun when, which risks they answer, what was said of them, which checks cover them."""

from collections import defaultdict
from typing import Any

from django.db.models import Case, CharField, F, Value, When

from dueregard.basics.dates import day_of
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
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.privacy.marking import readable

BLANK = Value("", output_field=CharField())


def actions(asked: Asked) -> list[rows.Action]:
    """The actions there were, of those the viewer may read, and everything that had been said of each."""
    after, risks, checks = _after(asked), _risks(asked), _checks(asked)
    fields = ("ref", "what", "group__ref")
    found = asked.found(Action.objects.filter(readable(asked.viewer)).order_by("on", "ref"), *fields)
    return [_action(asked, row, after, risks[row.ref], checks[row.ref]) for row in found]


def _after(asked: Asked) -> dict[tuple[str, str], list[Any]]:
    """What was written to actions, by kind of row and action, oldest first: one statement for all tables alike."""

    def told(what: str, model: Any, *, day: str = "on", says: Any = BLANK, of: Any = BLANK) -> Any:
        written = model.objects.annotate(what=Value(what, output_field=CharField()), day=F(day), says=says, of=of)
        return asked.rows(written).values_list("what", "action__ref", "on", "typed_at", "day", "says", "of", named=True)

    agreed = Case(When(item__isnull=True, then=BLANK), default=Value("agreed"), output_field=CharField())
    told_of = told("owner", ActionOwner, says=F("body__name"), of=F("body__ref")).union(
        told("due", ActionDue, day="due", says=agreed),
        told("start", ActionStart, day="start"),
        told("update", ActionUpdate),
        told("review", ActionReview),
        told("step", ActionStep, says=F("status")),
        all=True,
    )
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in told_of.order_by("on", "typed_at", "day", "of", "says"):
        found[row.what, row.action__ref].append(row)
    return found


def _risks(asked: Asked) -> dict[str, list[Answers]]:
    """The risks each action answers, of those the viewer may read."""
    linked = ActionRisk.objects.filter(readable(asked.viewer, "risk__marking")).order_by("on", "risk__ref")
    found: dict[str, list[Answers]] = defaultdict(list)
    for row in asked.found(linked, "action__ref", "risk__ref", *ENDING):
        until = asked.until(row)["until"]
        found[row.action__ref].append(Answers(on=row.on, typed=day_of(row.typed_at), risk=asked.ref(row.risk__ref), until=until))
    return found


def _checks(asked: Asked) -> dict[str, list[Check]]:
    """The checks that cover each action, in the order they came to."""
    fields = ("action__ref", *(f"check_made__{name}" for name in MADE))
    found: dict[str, list[Check]] = defaultdict(list)
    for row in asked.found(ActionCheck.objects.annotate(by=F("covers")).order_by("on", "typed_at", "id"), "by", *fields):
        if asked.holds(row.check_made__on, row.check_made__typed_at):
            found[row.action__ref].append(check(asked, row))
    return found


def _action(asked: Asked, row: Any, after: dict[tuple[str, str], list[Any]], risks: list[Answers], checks: list[Check]) -> rows.Action:
    owners, steps = after["owner", row.ref], after["step", row.ref]
    closed = steps[-1] if steps and steps[-1].says != ActionStatus.OPEN else None
    return rows.Action(
        ref=asked.ref(row.ref),
        label=short(row.what),
        group=asked.ref(row.group__ref) if row.group__ref else "",
        owner=owners[-1].says if owners else "",
        owner_ref=asked.ref(owners[-1].of) if owners else "",
        is_dropped=closed is not None and closed.says == ActionStatus.DROPPED,
        dues=tuple(Due(on=due.on, due=due.day, typed=day_of(due.typed_at), is_agreed=bool(due.says)) for due in after["due", row.ref]),
        starts=tuple(Start(on=start.on, typed=day_of(start.typed_at), start=start.day) for start in after["start", row.ref]),
        risks=tuple(risks),
        checks=tuple(checks),
        reviews=tuple(review.on for review in after["review", row.ref]),
        updates=tuple(update.on for update in after["update", row.ref]),
        until=closed.on if closed else None,
        until_typed=day_of(closed.typed_at) if closed else None,
        **asked.dated(row),
    )
