"""Facts about decisions, the checks that cover them, and actions."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Value

from dueregard.partnership.indicators import rows
from dueregard.partnership.models import (
    Action,
    ActionDue,
    ActionOwner,
    ActionReview,
    ActionStep,
    ActionUpdate,
    Decision,
    DecisionCheck,
    PaperCheck,
)
from dueregard.partnership.queries.facts.asked import Asked
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.rules.decisions import ActionStatus, CheckCovers

LABEL_LENGTH = 80
ANSWERS = ("mindful", "mindful_because", "proportionate", "proportionate_because", "reduces", "reduces_because", "go_ahead_because")
MADE = ("ref", "on", "typed_at", *ANSWERS)


def taken(asked: Asked) -> list[Any]:
    """The decisions taken and not withdrawn, as plain rows: by a group, or by one person between meetings."""
    fields = ("pk", "ref", "kind", "words", "marking", "paper_id", "group__ref", "meeting__ref", "done_by__ref")
    found = asked.found(Decision.objects.order_by("on", "ref"), *fields, "withdrawal__on", "withdrawal__typed_at")
    return [row for row in found if not asked.holds(row.withdrawal__on, row.withdrawal__typed_at)]


def decisions(asked: Asked, taken: Iterable[Any]) -> list[rows.Decision]:
    """The decisions taken, each with the checks that covered it by then."""
    checks = _checks(asked)
    return [
        rows.Decision(
            ref=asked.ref(row.ref),
            label=_short(asked.words(row.words, row.marking, instead="A decision marked Official-Sensitive")),
            group=asked.ref(row.group__ref),
            decision_kind=row.kind,
            meeting=asked.ref(row.meeting__ref) if row.meeting__ref else "",
            checks=tuple(checks[row.pk] + (checks[row.paper_id] if row.paper_id else [])),
            **asked.dated(row),
        )
        for row in taken
    ]


def _checks(asked: Asked) -> dict[UUID, list[rows.Check]]:
    """The checks made by then, by the decision or the paper they cover, in the order they came to cover it."""
    fields = ("by", "on", "typed_at", "id", *(f"check_made__{name}" for name in MADE))
    own = asked.rows(DecisionCheck.objects.annotate(about=F("decision_id"), by=F("covers")))
    paper = Value(CheckCovers.PAPER.value, output_field=CharField())
    of_paper = asked.rows(PaperCheck.objects.annotate(about=F("paper_id"), by=paper))
    union = own.values_list("about", *fields, named=True).union(of_paper.values_list("about", *fields), all=True)
    found: dict[UUID, list[rows.Check]] = defaultdict(list)
    for row in sorted(union, key=lambda row: (row.on, row.typed_at, row.id)):
        if asked.holds(row.check_made__on, row.check_made__typed_at):
            found[row.about].append(_check(asked, row))
    return found


def _check(asked: Asked, row: Any) -> rows.Check:
    """The check as it covers something: which answers lack a reason, and which noes do not say why it went ahead."""
    becauses = (row.check_made__mindful_because, row.check_made__proportionate_because, row.check_made__reduces_because)
    yeses = (row.check_made__mindful, row.check_made__proportionate, row.check_made__reduces)
    goes_ahead = bool(row.check_made__go_ahead_because.strip())
    reasons = "\n".join(because.strip().lower() for because in becauses)
    return rows.Check(
        ref=asked.ref(row.check_made__ref),
        label="Security Threat Check",
        on=row.check_made__on,
        typed=day_typed(row.check_made__typed_at),
        of=asked.of,
        covers=row.by,
        unanswered=tuple(number for number, because in enumerate(becauses, start=1) if not because.strip()),
        noes_unexplained=tuple(number for number, yes in enumerate(yeses, start=1) if not yes and not goes_ahead),
        wording=sha256(reasons.encode()).hexdigest()[:16] if reasons.strip() else "",
    )


def _short(words: str) -> str:
    first = words.strip().splitlines()[0] if words.strip() else ""
    return first if len(first) <= LABEL_LENGTH else f"{first[: LABEL_LENGTH - 1].rstrip()}…"


def actions(asked: Asked) -> list[rows.Action]:
    """The actions there were, whose, due when, reviewed and updated when, and when they were closed."""
    after = _after(asked)
    fields = ("pk", "ref", "what", "marking", "group__ref")
    return [_action(asked, row, after) for row in asked.found(Action.objects.order_by("on", "ref"), *fields)]


def _after(asked: Asked) -> dict[tuple[str, UUID], list[Any]]:
    """What was written to actions, by kind of row and action, oldest first: one statement for five tables alike."""

    def told(what: str, model: Any, *, day: str = "on", says: Any = None) -> Any:
        says = says or Value("", output_field=CharField())
        written = model.objects.annotate(what=Value(what, output_field=CharField()), day=F(day), says=says)
        return asked.rows(written).values_list("what", "action_id", "on", "typed_at", "id", "day", "says", named=True)

    told_of = told("owner", ActionOwner, says=F("body__name")).union(
        told("due", ActionDue, day="due"),
        told("update", ActionUpdate),
        told("review", ActionReview),
        told("step", ActionStep, says=F("status")),
        all=True,
    )
    found: dict[tuple[str, UUID], list[Any]] = defaultdict(list)
    for row in sorted(told_of, key=lambda row: (row.on, row.typed_at, row.id)):
        found[row.what, row.action_id].append(row)
    return found


def _action(asked: Asked, row: Any, after: dict[tuple[str, UUID], list[Any]]) -> rows.Action:
    owners, steps = after["owner", row.pk], after["step", row.pk]
    closed = steps[-1] if steps and steps[-1].says != ActionStatus.OPEN else None
    return rows.Action(
        ref=asked.ref(row.ref),
        label=_short(asked.words(row.what, row.marking, instead="An action marked Official-Sensitive")),
        group=asked.ref(row.group__ref) if row.group__ref else "",
        owner=owners[-1].says if owners else "",
        dues=tuple(rows.Due(on=due.on, due=due.day, typed=day_typed(due.typed_at)) for due in after["due", row.pk]),
        reviews=tuple(review.on for review in after["review", row.pk]),
        updates=tuple(update.on for update in after["update", row.pk]),
        until=closed.on if closed else None,
        until_typed=day_typed(closed.typed_at) if closed else None,
        **asked.dated(row),
    )
