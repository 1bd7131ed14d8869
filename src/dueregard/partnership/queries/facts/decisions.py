"""Facts about decisions, the checks that cover them, and actions."""

from collections import defaultdict
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

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
    DecisionWithdrawal,
    PaperCheck,
)
from dueregard.partnership.queries.facts.asked import Asked
from dueregard.partnership.queries.holding import day_typed
from dueregard.partnership.rules.decisions import ActionStatus, CheckCovers

LABEL_LENGTH = 80


def decisions(asked: Asked) -> list[rows.Decision]:
    """The decisions taken, each with the checks that covered it by then."""
    gone = asked.rows(DecisionWithdrawal.objects.all()).values("decision")
    found = asked.rows(Decision.objects.select_related("group", "meeting")).exclude(pk__in=gone).order_by("on", "ref")
    own: dict[UUID, list[rows.Check]] = defaultdict(list)
    for link in asked.rows(DecisionCheck.objects.select_related("check_made").order_by("on", "typed_at", "id")):
        own[link.decision_id] += _check(asked, link, link.covers)
    of_paper: dict[UUID | None, list[rows.Check]] = defaultdict(list)
    for made in asked.rows(PaperCheck.objects.select_related("check_made").order_by("on", "typed_at", "id")):
        of_paper[made.paper_id] += _check(asked, made, CheckCovers.PAPER)
    return [
        rows.Decision(
            ref=asked.ref(row.ref),
            label=_short(asked.words(row.words, row.marking, instead="A decision marked Official-Sensitive")),
            group=asked.ref(row.group.ref),
            decision_kind=row.kind,
            meeting=asked.ref(row.meeting.ref) if row.meeting else "",
            checks=tuple(own[row.pk] + (of_paper[row.paper_id] if row.paper_id else [])),
            **asked.dated(row),
        )
        for row in found
    ]


def _check(asked: Asked, link: Any, covers: str) -> list[rows.Check]:
    """The check as it covers something; none where it was made or typed later than asked."""
    made = link.check_made
    if not asked.holds(made):
        return []
    answers = ((made.mindful, made.mindful_because), (made.proportionate, made.proportionate_because), (made.reduces, made.reduces_because))
    numbered = list(enumerate(answers, start=1))
    goes_ahead = bool(made.go_ahead_because.strip())
    reasons = "\n".join(because.strip().lower() for _, because in answers)
    return [
        rows.Check(
            ref=asked.ref(made.ref),
            label="Security Threat Check",
            covers=covers,
            unanswered=tuple(number for number, (_, because) in numbered if not because.strip()),
            noes_unexplained=tuple(number for number, (yes, _) in numbered if not yes and not goes_ahead),
            wording=sha256(reasons.encode()).hexdigest()[:16] if reasons.strip() else "",
            **asked.dated(made),
        )
    ]


def _short(words: str) -> str:
    first = words.strip().splitlines()[0] if words.strip() else ""
    return first if len(first) <= LABEL_LENGTH else f"{first[: LABEL_LENGTH - 1].rstrip()}…"


def actions(asked: Asked) -> list[rows.Action]:
    """The actions there were, whose, due when, reviewed and updated when, and when they were closed."""
    found = asked.rows(Action.objects.select_related("group")).order_by("on", "ref")
    found = found.prefetch_related(
        Prefetch("owners", asked.rows(ActionOwner.objects.select_related("body").order_by("on", "typed_at", "id"))),
        Prefetch("dues", asked.rows(ActionDue.objects.order_by("on", "typed_at", "id"))),
        Prefetch("updates", asked.rows(ActionUpdate.objects.order_by("on", "typed_at", "id"))),
        Prefetch("reviews", asked.rows(ActionReview.objects.order_by("on", "typed_at", "id"))),
        Prefetch("steps", asked.rows(ActionStep.objects.order_by("on", "typed_at", "id"))),
    )
    return [_action(asked, row) for row in found]


def _action(asked: Asked, row: Action) -> rows.Action:
    owners, steps = list(row.owners.all()), list(row.steps.all())
    closed = steps[-1] if steps and steps[-1].status != ActionStatus.OPEN else None
    return rows.Action(
        ref=asked.ref(row.ref),
        label=_short(asked.words(row.what, row.marking, instead="An action marked Official-Sensitive")),
        group=asked.ref(row.group.ref) if row.group else "",
        owner=owners[-1].body.name if owners else "",
        dues=tuple(rows.Due(on=due.on, due=due.due, typed=day_typed(due.typed_at)) for due in row.dues.all()),
        reviews=tuple(review.on for review in row.reviews.all()),
        updates=tuple(update.on for update in row.updates.all()),
        until=closed.on if closed else None,
        until_typed=day_typed(closed.typed_at) if closed else None,
        **asked.dated(row),
    )
