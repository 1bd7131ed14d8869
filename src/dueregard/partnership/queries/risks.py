"""Reads of what section 1 does about risks: the actions that answer each, and what a group accepted."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import RiskAccepted
from dueregard.partnership.queries.actions import ActionRow, action_rows, action_rows_of
from dueregard.partnership.queries.decisions import decisions
from dueregard.partnership.queries.thread import answers
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.privacy.marking import readable
from dueregard.risk.queries.risks import lineage, risks_seen
from dueregard.risk.queries.thread import worded


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What answers one risk on a day: the actions, those due first, and what a group accepted."""

    actions: tuple[ActionRow, ...]
    accepted: tuple[Any, ...]
    on: date

    @property
    def open(self) -> list[ActionRow]:
        return [row for row in self.actions if row.status is ActionStatus.OPEN]

    @property
    def late(self) -> int:
        return sum(row.is_overdue(self.on) for row in self.actions)

    @property
    def done(self) -> int:
        return sum(row.status is ActionStatus.DONE for row in self.actions)

    @property
    def acceptance(self) -> Any:
        """The acceptance that holds, the latest of several."""
        return next((row for row in self.accepted if row.until is None or row.until >= self.on), None)


def answered(viewer: Viewer, refs: Collection[str], *, on: date) -> dict[str, Answered]:
    """What answers each of these risks, or one it goes on from, as far as the viewer may see it; a fixed number of statements."""
    keys = dict(risks_seen(viewer).filter(ref__in=refs).values_list("pk", "ref"))
    lines = lineage(viewer, keys)
    every = {pk for line in lines.values() for pk in line}
    tied = answers(viewer, on=on, risks=every)
    by_ref = {row.ref: row for row in action_rows_of(viewer, {row.action_id for row in tied}, as_at=on)}
    acting: dict[UUID, set[str]] = defaultdict(set)
    for row in tied:
        acting[row.risk_id].add(row.action__ref)
    taken: dict[UUID, list[Any]] = defaultdict(list)
    for one in acceptances(viewer, on=on, risks=every):
        taken[one.risk_id].append(one)
    return {
        ref: Answered(
            actions=_in_order(by_ref[action] for risk in lines[pk] for action in acting[risk] if action in by_ref),
            accepted=tuple(one for risk in lines[pk] for one in taken[risk]),
            on=on,
        )
        for pk, ref in keys.items()
    }


def _in_order(rows: Any) -> tuple[ActionRow, ...]:
    once = {row.ref: row for row in rows}
    return tuple(sorted(once.values(), key=lambda row: (row.status is not ActionStatus.OPEN, row.due is None, row.due or row.on, row.ref)))


def acceptances(viewer: Viewer, *, on: date, risks: Collection[UUID] | None = None, decision: str = "") -> list[Any]:
    """What a group accepted by a day, newest first, where the viewer may see the risk and the decision; of these risks or one decision."""
    rows = RiskAccepted.objects.filter(readable(viewer, "risk__marking"), readable(viewer, "decision__marking"), area=viewer.area_id)
    rows = rows.filter(on__lte=on, decision__withdrawal__isnull=True)
    rows = rows.filter(risk__in=risks) if risks is not None else rows
    rows = rows.filter(decision__ref=decision) if decision else rows
    fields = ("risk_id", "risk__ref", "risk__marking", "decision__ref", "decision__marking", "because", "until", "on")
    return list(rows.order_by("-on", "-typed_at").values_list(*fields, named=True))


def accepted_by(viewer: Viewer, decision: str) -> list[tuple[Any, str]]:
    """The risks a decision accepts, each with what it is called today."""
    rows = acceptances(viewer, on=viewer.today, decision=decision)
    called = worded(viewer, on=viewer.today, risks=[row.risk_id for row in rows]) if rows else {}
    return [(row, called.get(row.risk_id, row.risk__ref)) for row in rows]


def decision_choices(viewer: Viewer, *, since: date) -> list[tuple[str, str]]:
    """The decisions taken since a risk was identified, newest first, for a form to offer."""
    return [(row.ref, f"{row.ref}: {row.words[:100]}") for row in decisions(viewer).filter(on__gte=since)]


def answer_choices(viewer: Viewer, risk: str) -> list[tuple[str, str]]:
    """The open actions that do not answer a risk yet, for a form to offer."""
    there = {row.ref for row in answered(viewer, [risk], on=viewer.today)[risk].actions}
    rows = action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN)
    return [(row.ref, f"{row.ref}: {row.what[:100]}") for row in rows if row.ref not in there]
