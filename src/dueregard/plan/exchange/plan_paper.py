"""The plan as a paper, Word or PDF: objectives and actions, roles, governance, who took part, what carries it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.timezone import localtime

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say, say_time
from dueregard.basics.figures import plain
from dueregard.plan import queries
from dueregard.plan.actions.taking_away import take_plan_away
from dueregard.plan.models import Plan
from dueregard.plan.queries.links import Linked, linked
from dueregard.plan.queries.making import PlanSides, sides_of
from dueregard.plan.queries.measures import MeasureRow, MilestoneRow, measure_rows, milestone_rows
from dueregard.privacy.marking import Marking, highest
from dueregard.ui.papers import PRINTERS, Block, Paper, facts, heading, listing, note, paragraph, table


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Everything the paper prints, as the reader may see it."""

    plan: Any
    on: date
    sides: PlanSides
    agreed: queries.Agreed | None
    objectives: list[Any]
    rows: list[queries.PlannedRow]
    linked: dict[str, Linked]
    milestones: dict[str, list[MilestoneRow]]
    measures: dict[str, list[MeasureRow]]

    @property
    def marking(self) -> Marking:
        return highest([self.plan.marking, *(row.action.marking for row in self.rows)])


def plan_file(viewer: Viewer, ref: str, *, ending: str, is_official: bool = False) -> bytes:
    """A plan as a file; the Official edition where it is asked for, and for whoever has no clearance."""
    reader = replace(viewer, is_cleared=False) if is_official else viewer
    plan, on = queries.plans(reader).get(ref=ref), viewer.today
    found = gathered(reader, plan, queries.planned_actions(reader, plan, as_at=on, known=on))
    content: bytes = PRINTERS[ending](paper(viewer, found, title=plan.title, blocks=_blocks(found)))
    take_plan_away(ref, by=viewer, ending=ending, marking=found.marking.value)
    return content


def gathered(viewer: Viewer, plan: Plan, rows: list[queries.PlannedRow]) -> Gathered:
    """What a paper says of a plan and of these of its actions, today."""
    on = viewer.today
    then: dict[str, Any] = {"as_at": on, "known": on}
    refs = [row.ref for row in rows]
    return Gathered(
        plan=plan,
        on=on,
        sides=sides_of(viewer, plan, **then),
        agreed=queries.agreement_of(viewer, plan, **then),
        objectives=queries.objectives_of(viewer, plan, **then),
        rows=rows,
        linked=linked(viewer, refs, on=on),
        milestones=milestone_rows(viewer, among=refs, **then),
        measures=measure_rows(viewer, among=refs, **then),
    )


def paper(viewer: Viewer, found: Gathered, *, title: str, blocks: Iterable[Block]) -> Paper:
    """A paper on a plan, with who made it when, and whether it is a draft."""
    at, who = localtime(viewer.now), viewer.label or "somebody signed in"
    draft = "" if found.agreed else "DRAFT. "
    return Paper(
        title=title,
        subject=f"{viewer.area_name}: Prevent partnership plan",
        area=viewer.area_name,
        author=who,
        marking=found.marking.label,
        made_at=at,
        made_words=f"{draft}Made by {who} on {say(at.date())} at {say_time(at)}",
        has_contents=True,
        blocks=tuple(blocks),
    )


def standing(found: Gathered) -> str:
    """Whether the group has agreed the plan, and by what."""
    group, agreed = found.plan.group.name, found.agreed
    by = f", decision {agreed.decision}" if agreed and agreed.decision else ""
    return f"Agreed by {group} on {say(agreed.on)}{by}." if agreed else f"DRAFT. {group} has not agreed this plan."


def _blocks(found: Gathered) -> Iterator[Block]:
    yield note(standing(found))
    yield facts(list(_about(found)), caption="The plan")
    yield heading(1, "Objectives and actions")
    for number, objective in enumerate(found.objectives, start=1):
        yield heading(2, f"{number}. {objective.title}")
        yield from actions_of(found, [row for row in found.rows if row.objective == objective.ref])
    there = {objective.ref for objective in found.objectives}
    rest = [row for row in found.rows if row.objective not in there]
    if rest:
        yield heading(2, "Under no objective")
        yield from actions_of(found, rest)
    yield heading(1, "What each partner does")
    roles = [(row.body.name, row.words) for row in found.sides.roles]
    yield from table("", ("Partner", "What it does"), roles)
    if not roles:
        yield paragraph("No role is written down.")
    yield heading(1, "How it is governed")
    yield paragraph(found.sides.governance.words if found.sides.governance else "Nothing is said.")
    yield heading(1, "Who took part in making it")
    part = [(row.body.name, row.get_how_display(), say(row.on), row.words) for row in found.sides.contributions]
    yield from table("", ("Body", "How", "On", "What it brought"), part)
    if not part:
        yield paragraph("Nobody is recorded.")


def _about(found: Gathered) -> Iterator[tuple[str, str]]:
    plan, sides = found.plan, found.sides
    yield "Period", f"{say(plan.covers_from)} to {say(plan.covers_to)}"
    yield "Group", plan.group.name
    if plan.lead:
        yield "Written by", plan.lead.name
    yield "As at", say(found.on)
    yield "Rests on", sides.assessment.title if sides.assessment else "Not said"
    yield "Security Threat Check", "; ".join(f"{row.check_made.ref}, {say(row.on)}" for row in sides.checks) or "None recorded"
    ratified = "; ".join(f"{row.named}, {say(row.on)}, minute {row.minute}" for row in sides.ratifications)
    yield "Ratified by elected members", ratified or "Not recorded"
    yield "Equality analysis", "; ".join(row.version_read.document.title for row in sides.equality_analyses) or "Not attached"
    if sides.references:
        yield "Referred to in", "; ".join(f"{row.version_read.document.title}, {row.place}" for row in sides.references)


def actions_of(found: Gathered, rows: list[queries.PlannedRow]) -> Iterator[Block]:
    """A table of actions, and under it their milestones and measures."""
    heads = ("Action", "Owner", "Starts", "Due", "How it is going", "Risks")
    yield from table("", heads, [_row(found, row) for row in rows])
    if not rows:
        yield paragraph("No action stands under it.")
    for row in rows:
        steps = [f"{step.words}, due {say(step.due)}: {step.standing.label.lower()}" for step in found.milestones.get(row.ref, [])]
        yield from listing(f"{row.ref}: milestones", steps)
        yield from listing(f"{row.ref}: measures", [_measure(one) for one in found.measures.get(row.ref, [])])


def _row(found: Gathered, row: queries.PlannedRow) -> tuple[str, ...]:
    action, links = row.action, found.linked.get(row.ref)
    owner = ", ".join(filter(None, (action.owner, action.person))) or "Nobody"
    goes = action.rag.label if row.is_open and action.rag else "Nothing said yet" if row.is_open else action.status.label
    whose = f"\n{row.district}’s part" if row.district else ""
    start = say(links.start) if links and links.start else "Not said"
    risks = ", ".join(ref for ref, _ in links.risks) if links else ""
    return f"{row.ref}: {action.what}{whose}", owner, start, say(action.due) if action.due else "No date", goes, risks or "None linked"


def _measure(row: MeasureRow) -> str:
    baseline, target, now = ("not given" if value is None else plain(value) for value in (row.baseline, row.target, row.now))
    unit = f" {row.unit}" if row.unit else ""
    read = f"{now}{unit} on {say(row.readings[-1].on)}" if row.readings else "not read yet"
    return f"{row.words}: from {baseline} to {target}{unit}; {read}"
