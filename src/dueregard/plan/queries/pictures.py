"""What the pictures of a plan are drawn from: its actions on a line of months, and how they go by objective and by partner."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries.actions import with_rows
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.models import Milestone, Plan
from dueregard.plan.queries.planned import PlannedRow
from dueregard.plan.queries.plans import OLDEST
from dueregard.plan.rules.progress import Counted, One, Progress, count, going
from dueregard.plan.rules.timeline import Planned, Step, Timeline, timeline
from dueregard.privacy.marking import readable

NOBODY = "Nobody owns it"
NO_OBJECTIVE = "Under no objective"


def plan_timeline(viewer: Viewer, plan: Plan, rows: Sequence[PlannedRow], *, on: date) -> Timeline:
    """The timeline of a plan from its actions as a list shows them; the dates of each in five more statements, however many there are."""
    wanted = [row.ref for row in rows]
    dated = with_rows(partnership.actions(viewer).filter(ref__in=wanted), as_at=on).prefetch_related("starts")
    steps = _steps(viewer, wanted, on=on)
    found = {action.ref: action for action in dated}
    return timeline(
        [_planned(row, found[row.ref], steps[row.ref], on=on) for row in rows if row.ref in found],
        begins=plan.covers_from,
        ends=plan.covers_to,
        on=on,
    )


def _planned(row: PlannedRow, action: Any, steps: list[Step], *, on: date) -> Planned:
    starts = sorted((one for one in action.starts.all() if one.on <= on), key=lambda one: (one.on, one.typed_at))
    return Planned(
        ref=row.ref,
        what=row.action.what,
        start=starts[-1].start if starts else action.on,
        dues=tuple(one.due for one in action.dues.all()),
        closed=row.action.closed,
        is_dropped=row.action.status is ActionStatus.DROPPED,
        course=row.action.rag.label if row.action.rag else "",
        owner=row.action.owner,
        steps=tuple(steps),
    )


def _steps(viewer: Viewer, wanted: Iterable[str], *, on: date) -> dict[str, list[Step]]:
    """The milestones of these actions, in the order they are due."""
    found: dict[str, list[Step]] = defaultdict(list)
    rows = Milestone.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__ref__in=list(wanted), on__lte=on)
    fields = ("action__ref", "words", "due", "reached__on", "reached__is_given_up")
    for row in rows.order_by("due", *OLDEST).values_list(*fields, named=True):
        reached = row.reached__on if row.reached__on and row.reached__on <= on else None
        step = Step(words=row.words, due=row.due, reached=reached, is_given_up=bool(row.reached__is_given_up))
        found[row.action__ref].append(step)
    return found


def counted_as(row: PlannedRow, *, on: date) -> One:
    """An action as the picture of progress counts it."""
    return One(going=going(row.action.status, row.action.rag), is_late=row.action.is_overdue(on))


def by_objective(rows: Sequence[PlannedRow], *, on: date) -> Progress:
    """A plan's actions counted by objective, in the plan's order; those under none come last."""
    made = []
    for ref, under in groupby(sorted(rows, key=lambda row: (not row.objective, row.objective_position, row.objective)), key=_objective):
        mine = list(under)
        words = mine[0].objective_title if ref else NO_OBJECTIVE
        made.append(count(words, [counted_as(row, on=on) for row in mine], page="plan:objective" if ref else "", ref=ref))
    return Progress(of="Objective", rows=tuple(made))


def _objective(row: PlannedRow) -> str:
    return row.objective


def by_partner(rows: Sequence[PlannedRow], *, on: date) -> Progress:
    """A plan's actions counted by the body that owns them, by name; those of nobody come last."""
    made: list[Counted] = []
    for owner in sorted({row.action.owner for row in rows}, key=lambda name: (not name, name)):
        made.append(count(owner or NOBODY, [counted_as(row, on=on) for row in rows if row.action.owner == owner]))
    return Progress(of="Partner", rows=tuple(made))
