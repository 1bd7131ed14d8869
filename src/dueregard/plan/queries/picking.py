"""What the forms of section 3 offer to pick from: objectives, decisions, actions, risks, editions, meetings' actions."""

from collections.abc import Sequence
from datetime import date, timedelta

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.partnership import queries as partnership
from dueregard.partnership.rules.decisions import ActionStatus, DecisionKind, Rag
from dueregard.plan.models import Plan
from dueregard.plan.queries.planned import PlannedRow, planned, planned_actions
from dueregard.plan.queries.plans import objectives_of, plan_rows
from dueregard.risk.queries.assessed import risk_choices
from dueregard.risk.queries.assessments import assessment_rows

Choices = list[tuple[str, str]]


def plan_choices(viewer: Viewer) -> Choices:
    """The plans there are, latest period first."""
    return [(row.ref, f"{row.title} ({row.ref})") for row in plan_rows(viewer, as_at=viewer.today)]


def objective_choices(viewer: Viewer, plan: Plan) -> Choices:
    """The objectives a plan has today."""
    found = objectives_of(viewer, plan, as_at=viewer.today, known=viewer.today)
    return [(row.ref, f"{row.position}. {row.title}") for row in found]


def decision_choices(viewer: Viewer, plan: Plan) -> Choices:
    """The decisions of the plan's group since the plan was begun, newest first, each with whether a check covers it."""
    rows = [row for row in partnership.decision_rows(viewer, group=plan.group.ref) if row.decision.on >= plan.on]
    return [(row.decision.ref, f"{say(row.decision.on)}: {row.decision.words[:80]} ({row.decision.ref}){_covered(row)}") for row in rows]


def _covered(row: partnership.DecisionRow) -> str:
    if row.decision.kind == DecisionKind.PROCEDURAL:
        return ", procedural"
    return "" if row.checks else ", no check covers it"


def addable_choices(viewer: Viewer, plan: Plan) -> Choices:
    """The open actions that are not in the plan."""
    inside = set(planned(viewer).filter(plan=plan, ending=None).values_list("action__ref", flat=True))
    rows = partnership.action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN)
    return [(row.ref, f"{row.ref}: {row.what[:100]}") for row in rows if row.ref not in inside]


def carriable_choices(viewer: Viewer, plan: Plan, before: Plan) -> Choices:
    """The open actions of the plan before that are not in this one."""
    inside = set(planned(viewer).filter(plan=plan, ending=None).values_list("action__ref", flat=True))
    rows = planned_actions(viewer, before, as_at=viewer.today, known=viewer.today)
    return [(row.ref, f"{row.ref}: {row.action.what}") for row in rows if row.is_open and row.ref not in inside]


def open_risk_choices(viewer: Viewer) -> Choices:
    """The open risks the viewer may see."""
    return list(risk_choices(viewer, on=viewer.today)) if viewer.may(Permission.RISK_READ) else []


def edition_choices(viewer: Viewer) -> Choices:
    """The editions of the risk assessment the viewer may see."""
    rows = assessment_rows(viewer, as_at=viewer.today)
    return [
        (row.assessment.ref, f"{row.assessment.title}, {row.stage.label.lower()} {say(row.since)} ({row.assessment.ref})") for row in rows
    ]


def to_take_up(rows: Sequence[PlannedRow], *, day: date, since: date | None) -> list[str]:
    """Of a plan's open actions, those a meeting would want to see: due within three months, not on course, or not reviewed of late."""
    soon = day + timedelta(days=92)
    wanted = []
    for row in rows:
        action = row.action
        is_stale = action.last_review is None or (since is not None and action.last_review < since)
        if is_stale or action.rag is not Rag.GREEN or (action.due is not None and action.due <= soon):
            wanted.append(row.ref)
    return wanted
