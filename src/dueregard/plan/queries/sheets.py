"""What a sheet is set beside: the plan’s actions as they stand, who may own one, which risks there are, which columns were said before."""

from typing import Any

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.actions import actions
from dueregard.partnership.queries.bringing_in import who_may_own
from dueregard.partnership.queries.updates import updates_said
from dueregard.plan.models import Plan, SheetLayout
from dueregard.plan.queries.links import Linked, linked
from dueregard.plan.queries.planned import MANY, PlannedRow, planned_actions
from dueregard.plan.queries.plans import objectives_of
from dueregard.plan.rules.sheets.plan_beside import CARRIED, Here, There
from dueregard.plan.rules.sheets.plan_rows import Field
from dueregard.plan.rules.sheets.trip import plain
from dueregard.risk.queries import risks
from dueregard.sheets.rules.naming import Candidate, whole


def plan_beside(viewer: Viewer, plan: Plan) -> There:
    """Everything a sheet of a plan is set beside; the same number of statements however many actions there are."""
    candidates, owners = who_may_own(viewer, plan.group)
    named = {candidate.key: candidate.names for candidate in candidates}
    refs = {names[1]: key for key, names in named.items() if key.startswith("body:")}
    people = {names[1]: key for key, names in named.items() if key.startswith("person:")}
    today = viewer.today
    return There(
        today=today,
        area=viewer.area,
        begun=plan.on,
        covers_from=plan.covers_from,
        covers_to=plan.covers_to,
        actions=[_here(row, values, said, owners, refs, people) for row, values, said in carried(viewer, plan)],
        objectives={whole(one.title): one.ref for one in objectives_of(viewer, plan, as_at=today, known=today)},
        candidates=candidates,
        owners=owners,
        risks=_risks(viewer),
    )


def carried(viewer: Viewer, plan: Plan) -> list[tuple[PlannedRow, dict[str, str], list[str]]]:
    """Every action of a plan the viewer may see: its row, each field a sheet carries as it is compared, and every update."""
    today = viewer.today
    rows = planned_actions(viewer, plan, as_at=today, known=today)
    refs = [row.ref for row in rows]
    ties = linked(viewer, refs, on=today)
    said = updates_said(viewer, actions(viewer).filter(ref__in=refs).order_by().values("pk") if len(refs) <= MANY else None)
    return [(row, _values(row, ties.get(row.ref), said.get(row.ref, [])), said.get(row.ref, [])) for row in rows]


def _values(row: PlannedRow, ties: Linked | None, said: list[str]) -> dict[str, str]:
    action, start = row.action, ties.start if ties else None
    found = {
        Field.OBJECTIVE: plain(row.objective_title),
        Field.WHAT: plain(action.what),
        Field.RISK: ", ".join(ref for ref, _ in ties.risks) if ties else "",
        Field.OWNER: plain(action.owner),
        Field.PERSON: plain(action.person),
        Field.START: start.isoformat() if start else "",
        Field.DUE: action.due.isoformat() if action.due else "",
        Field.STATUS: action.status.value,
        Field.RAG: action.rag.value if action.rag else "",
        Field.WORDS: plain(said[-1]) if said else "",
    }
    return {name.value: found[name] for name in CARRIED}


def _here(row: PlannedRow, values: dict[str, str], said: list[str], owners: dict[str, tuple[str, str]], bodies: Any, people: Any) -> Here:
    key = people.get(row.action.person) if row.action.person else bodies.get(row.action.owner)
    return Here(
        ref=row.ref,
        on=row.action.on,
        values=values,
        status=row.action.status,
        owner=owners.get(key or "", ("", "")),
        said=frozenset(whole(words) for words in said),
    )


def _risks(viewer: Viewer) -> list[Candidate]:
    if not viewer.may(Permission.RISK_READ):
        return []
    rows = (row for row in risks(viewer, as_at=viewer.today) if row.is_open)
    return [Candidate(key=row.ref, says=f"{row.ref}: {row.title}", names=(row.ref, row.title)) for row in rows]


def columns_said(viewer: Viewer, *, kind: str, fingerprint: str) -> dict[str, int | None] | None:
    """Which column holds what in sheets with these headings, as somebody said last; None where nobody has."""
    rows = SheetLayout.objects.filter(area=viewer.area_id, kind=kind, fingerprint=fingerprint)
    last = rows.order_by("typed_at", "id").last()
    return dict(last.columns) if last else None
