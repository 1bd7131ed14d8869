"""Reads of what the actions of a plan are tied to: the risks they answer, the lines they further, when they start."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.guidance import catalogue
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries.starts import lines_of, starts_of
from dueregard.partnership.queries.thread import answers
from dueregard.plan.queries.making import checks
from dueregard.plan.queries.planned import holding, planned
from dueregard.risk.queries.thread import worded


@dataclass(frozen=True, kw_only=True)
class Linked:
    """What an action is tied to."""

    start: date | None
    risks: tuple[tuple[str, str], ...]  # ref and what the risk is called
    lines: tuple[tuple[str, str], ...]  # framework and line


def linked(viewer: Viewer, refs: Collection[str], *, on: date) -> dict[str, Linked]:
    """What these actions are tied to on a day, as far as the viewer may see it: five statements."""
    keys = dict(partnership.actions(viewer).filter(ref__in=refs).values_list("pk", "ref"))
    starts, lines = starts_of(viewer, on=on, actions=list(keys)), lines_of(viewer, on=on, actions=list(keys))
    rows = answers(viewer, on=on, actions=list(keys)) if viewer.may(Permission.RISK_READ) else []
    called = worded(viewer, on=on, risks=[row.risk_id for row in rows]) if rows else {}
    risks: dict[str, dict[str, str]] = {}
    for row in rows:
        risks.setdefault(row.action__ref, {})[row.risk__ref] = called.get(row.risk_id, "")
    return {
        ref: Linked(start=starts.get(ref), risks=tuple(sorted(risks.get(ref, {}).items())), lines=tuple(lines.get(ref, ())))
        for ref in keys.values()
    }


def covering(viewer: Viewer, action: Any, *, on: date) -> list[tuple[str, date, str]]:
    """The Security Threat Checks that cover an action on a day, its own and those of its plans: ref, day, what for."""
    made = action.checks.select_related("check_made").filter(on__lte=on)
    own = [(row.check_made.ref, row.on, row.get_covers_display().lower()) for row in made]
    plans = holding(planned(viewer), as_at=on, known=max(on, viewer.today)).filter(action=action).order_by().values("plan")
    rows = checks(viewer).filter(plan__in=plans, on__lte=on)
    return own + [(row.check_made.ref, row.on, f"its plan, {row.plan.ref}") for row in rows]


def line_words(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """These lines as a page says them: framework, line and its words."""
    return [(framework, line, catalogue.line(framework, line).says) for framework, line in lines if framework in catalogue.framework_ids()]
