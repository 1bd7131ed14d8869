"""Facts about decisions, the checks that cover them, and the risks they accept."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Value

from dueregard.basics.dates import day_of
from dueregard.organisations.queries.asked import Asked
from dueregard.partnership.indicators import rows
from dueregard.partnership.models import Decision, DecisionCheck, PaperCheck, RiskAccepted
from dueregard.partnership.rules.decisions import CheckCovers
from dueregard.privacy.marking import readable

LABEL_LENGTH = 80
ANSWERS = ("mindful", "mindful_because", "proportionate", "proportionate_because", "reduces", "reduces_because", "go_ahead_because")
MADE = ("ref", "on", "typed_at", *ANSWERS)


def taken(asked: Asked) -> list[Any]:
    """The decisions taken and not withdrawn that the viewer may read, as plain rows: by a group, or by one person between meetings."""
    fields = ("pk", "ref", "kind", "words", "paper_id", "group__ref", "meeting__ref", "done_by__ref")
    found = asked.found(
        Decision.objects.filter(readable(asked.viewer)).order_by("on", "ref"), *fields, "withdrawal__on", "withdrawal__typed_at"
    )
    return [row for row in found if not asked.holds(row.withdrawal__on, row.withdrawal__typed_at)]


def decisions(asked: Asked, taken: Iterable[Any]) -> list[rows.Decision]:
    """The decisions taken, each with the checks that covered it by then."""
    checks = _checks(asked)
    return [
        rows.Decision(
            ref=asked.ref(row.ref),
            label=short(row.words),
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
    for row in union.order_by("on", "typed_at", "id"):
        if asked.holds(row.check_made__on, row.check_made__typed_at):
            found[row.about].append(check(asked, row))
    return found


def check(asked: Asked, row: Any) -> rows.Check:
    """The check as it covers something: which answers lack a reason, and which noes do not say why it went ahead."""
    becauses = (row.check_made__mindful_because, row.check_made__proportionate_because, row.check_made__reduces_because)
    yeses = (row.check_made__mindful, row.check_made__proportionate, row.check_made__reduces)
    goes_ahead = bool(row.check_made__go_ahead_because.strip())
    reasons = "\n".join(because.strip().lower() for because in becauses)
    return rows.Check(
        ref=asked.ref(row.check_made__ref),
        label="Security Threat Check",
        on=row.check_made__on,
        typed=day_of(row.check_made__typed_at),
        of=asked.of,
        covers=row.by,
        unanswered=tuple(number for number, because in enumerate(becauses, start=1) if not because.strip()),
        noes_unexplained=tuple(number for number, yes in enumerate(yeses, start=1) if not yes and not goes_ahead),
        wording=sha256(reasons.encode()).hexdigest()[:16] if reasons.strip() else "",
    )


def short(words: str) -> str:
    """The first line of some words, cut to a label."""
    first = words.strip().splitlines()[0] if words.strip() else ""
    return first if len(first) <= LABEL_LENGTH else f"{first[: LABEL_LENGTH - 1].rstrip()}…"


def accepted(asked: Asked) -> list[Any]:
    """The risks a group accepted as they stood, each by a decision, as plain rows: of risks and by decisions the viewer may read."""
    seen = RiskAccepted.objects.filter(readable(asked.viewer, "risk__marking"), readable(asked.viewer, "decision__marking")).order_by(
        "on", "risk__ref"
    )
    return asked.found(seen, "risk__ref", "decision__ref", "until")
