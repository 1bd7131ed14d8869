"""One district's part of a joint plan as a paper, Word or PDF: what it owns and answers for, what it owes, its role."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, say
from dueregard.plan.actions.taking_away import take_plan_away
from dueregard.plan.exchange.plan_paper import Gathered, actions_of, gathered, paper, standing
from dueregard.plan.models import Plan
from dueregard.plan.queries.districts import DistrictPlan, district_plan
from dueregard.plan.queries.planned import PlannedRow
from dueregard.plan.rules.planned import MilestoneStanding
from dueregard.ui.papers import PRINTERS, Block, facts, heading, listing, note, paragraph


def district_file(viewer: Viewer, plan: Plan, district: Any, *, ending: str) -> bytes:
    """A district's part of a plan as a file."""
    cut = district_plan(viewer, plan, district, as_at=viewer.today, known=viewer.today)
    found = gathered(viewer, plan, cut.rows)
    blocks = _blocks(found, cut, district)
    content: bytes = PRINTERS[ending](paper(viewer, found, title=f"{district.name}: {plan.title}", blocks=blocks))
    take_plan_away(plan.ref, by=viewer, ending=ending, marking=found.marking.value, district=district.ref)
    return content


def _blocks(found: Gathered, cut: DistrictPlan, district: Any) -> Iterator[Block]:
    yield note(standing(found))
    yield facts(list(_about(found, cut, district)), caption="This part of the plan")
    yield heading(1, "What it owes")
    owed = list(_owed(found, cut.rows, on=found.on))
    yield from listing("Late", owed)
    if not owed:
        yield paragraph("Nothing is late.")
    yield heading(1, "Its own part")
    for objective in found.objectives:
        rows = [row for row in cut.own if row.objective == objective.ref]
        if rows:
            yield heading(2, objective.title)
            yield from actions_of(found, rows)
    rest = [row for row in cut.own if row.objective not in {objective.ref for objective in found.objectives}]
    if rest:
        yield heading(2, "Under no objective")
        yield from actions_of(found, rest)
    if not cut.own:
        yield paragraph("No action is in its own part.")
    if cut.elsewhere:
        yield heading(1, "What it owns in the rest of the plan")
        yield from actions_of(found, cut.elsewhere)


def _about(found: Gathered, cut: DistrictPlan, district: Any) -> Iterator[tuple[str, str]]:
    plan = found.plan
    yield "Plan", plan.title
    yield "Period", f"{say(plan.covers_from)} to {say(plan.covers_to)}"
    yield "Written by", plan.lead.name if plan.lead else plan.group.name
    yield "As at", say(found.on)
    yield "Answers for", counted(len(cut.rows), "action")
    yield f"What {district.name} does in the plan", cut.role or "No role is written down for it"


def _owed(found: Gathered, rows: list[PlannedRow], *, on: date) -> Iterator[str]:
    """Late actions and late milestones, in words."""
    for row in rows:
        if row.action.due and row.action.is_overdue(on):
            yield f"{row.ref}: {row.action.what}, due {say(row.action.due)}"
    for row in rows:
        for step in found.milestones.get(row.ref, []):
            if step.standing is MilestoneStanding.LATE:
                yield f"{row.ref}: {step.words}, due {say(step.due)}"
