"""Deeds on sheets: bringing a plan’s sheet in through the deeds of the pages, all of it or nothing; taking one away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.partnership import actions as partnership
from dueregard.partnership.rules.bringing_in.naming import whole
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan import queries
from dueregard.plan.actions.making import add_objective
from dueregard.plan.actions.measures import set_measure, set_milestone
from dueregard.plan.actions.planned import move_planned
from dueregard.plan.actions.recording import record
from dueregard.plan.actions.writing import write_action
from dueregard.plan.models import SheetLayout
from dueregard.plan.queries.planned import place_of
from dueregard.plan.queries.plans import objectives_of
from dueregard.plan.queries.sheets import columns_said
from dueregard.plan.rules.sheets.plan_beside import ActionSaid

SHEET = "As the plan’s sheet says"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Which column of a sheet held what, to be remembered for the next one with these headings."""

    kind: str
    fingerprint: str
    columns: Mapping[str, int | None]


@deed
def bring_in_plan(plan: str, *, by: Viewer, said: Sequence[ActionSaid], digest: str, layout: Layout | None = None) -> int:
    """Record what a sheet says of a plan’s actions, new ones and changes, and remember which column held what."""
    by.must(Permission.PLAN_EDIT)
    of = queries.plans(by).get(ref=plan)
    titles = {whole(one.title): one.ref for one in objectives_of(by, of, as_at=by.today, known=by.today)}
    for one in said:
        try:
            under = _objective(plan, one, titles, by=by)
            ref = _written(plan, one, under, by=by) if not one.ref else _moved(plan, one, under, by=by)
            _told(ref, one, by=by)
        except Refused as refusal:
            raise Refused(f"Row {one.number}: {refusal}. Nothing of the file is written") from refusal
    if layout:
        remember(layout, by=by)
    record("plan.actions.brought-in", of, by=by, actions=len(said), digest=digest)
    return len(said)


def remember(layout: Layout, *, by: Viewer) -> None:
    """Keep which column of a sheet with these headings holds what, where that was not said before."""
    if columns_said(by, kind=layout.kind, fingerprint=layout.fingerprint) != layout.columns:
        kept = {"kind": layout.kind, "fingerprint": layout.fingerprint, "columns": dict(layout.columns)}
        SheetLayout.objects.create(**by.stamp, **kept, on=by.today)


def _objective(plan: str, one: ActionSaid, titles: dict[str, str], *, by: Viewer) -> str | None:
    """The objective a row stands under, added where the plan has none of these words."""
    if not one.objective:
        return None
    if whole(one.objective) not in titles:
        day = one.day if one.ref else one.on
        titles[whole(one.objective)] = add_objective(plan, by=by, on=day, title=one.objective).ref
    return titles[whole(one.objective)]


def _written(plan: str, one: ActionSaid, objective: str | None, *, by: Viewer) -> str:
    ref = write_action(
        plan,
        by=by,
        on=one.on,
        what=one.what,
        body=one.body,
        person=one.person or None,
        start=one.start,
        due=one.due,
        objective=objective,
        risks=one.risks,
    )
    if one.outcome:
        set_measure(ref, by=by, on=one.on, words=one.outcome)
    if one.step and one.step_due:
        set_milestone(ref, by=by, on=one.day, words=one.step, due=one.step_due)
    return ref


def _moved(plan: str, one: ActionSaid, objective: str | None, *, by: Viewer) -> str:
    """What changed of an action that is there: open again first, then where it stands, whose it is, its dates and risks."""
    if one.ends is ActionStatus.OPEN:
        partnership.reopen_action(one.ref, by=by, on=one.day, because=SHEET)
    if objective:
        place = place_of(by, action=one.ref, plan=plan)
        district = place.district.ref if place and place.district else None
        move_planned(plan, by=by, on=one.day, action=one.ref, objective=objective, district=district)
    if one.body:
        partnership.hand_over_action(one.ref, by=by, on=one.day, body=one.body, person=one.person or None)
    if one.due:
        partnership.redate_action(one.ref, by=by, item=one.item, due=one.due, because=SHEET)
    if one.start:
        partnership.start_action(one.ref, by=by, on=one.day, start=one.start)
    for risk in one.risks:
        partnership.answer_risk(one.ref, by=by, on=one.day, risk=risk)
    return one.ref


def _told(ref: str, one: ActionSaid, *, by: Viewer) -> None:
    """The last word on an action, and its end."""
    if one.words or one.rag:
        partnership.update_action(ref, by=by, on=one.day, words=one.words or SHEET, rag=one.rag)
    if one.ends is ActionStatus.DONE:
        partnership.finish_action(ref, by=by, on=one.day)
    elif one.ends is ActionStatus.DROPPED:
        partnership.drop_action(ref, by=by, on=one.day, because=one.words[:400] or SHEET)


@deed
def take_actions_away(plan: str, *, by: Viewer, rows: int, ending: str, marking: str) -> None:
    """Take the actions of a plan out of the house as a sheet, to be changed and brought in again."""
    by.must(Permission.PLAN_READ)
    record("plan.actions.taken-away", queries.plans(by).get(ref=plan), by=by, rows=rows, ending=ending, marking=marking)
