"""A sheet written row by row through the deeds of the pages, and all that an area then holds: writing it at once is compared with it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model

from dueregard.access.viewer import Viewer
from dueregard.partnership import actions as partnership
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan import actions, queries
from dueregard.plan.actions.risk_sheets import SHEET as REGISTER
from dueregard.plan.actions.sheets import SHEET
from dueregard.plan.queries.planned import place_of
from dueregard.plan.rules.sheets.plan_beside import PlannedSaid
from dueregard.risk import actions as risk
from dueregard.risk.queries.sheets import wordings_now
from dueregard.risk.rules.matrix import Scores
from dueregard.risk.rules.risks import Wording
from dueregard.risk.rules.said import RiskSaid
from dueregard.sheets.rules.naming import whole

WRITTEN = ("partnership", "plan", "risk", "search")
NOT_COMPARED = {"id", "version"}  # a key says nothing, and a row of a sheet is one change of a record


def plan_row_by_row(plan: str, said: Sequence[PlannedSaid], *, by: Viewer) -> None:
    """Each row through the deeds that its words ask for."""
    titles = {whole(row.title): row.ref for row in queries.objectives(by).filter(plan__ref=plan)}
    for one in said:
        day = one.day if one.ref else one.on
        if one.objective and whole(one.objective) not in titles:
            titles[whole(one.objective)] = actions.add_objective(plan, by=by, on=day, title=one.objective).ref
        under = titles.get(whole(one.objective)) if one.objective else None
        ref = _changed(plan, one, under, by=by) if one.ref else _new(plan, one, under, by=by)
        if one.words or one.rag:
            partnership.update_action(ref, by=by, on=one.day, words=one.words or SHEET, rag=one.rag)
        if one.ends is ActionStatus.DONE:
            partnership.finish_action(ref, by=by, on=one.day)
        if one.ends is ActionStatus.DROPPED:
            partnership.drop_action(ref, by=by, on=one.day, because=one.words or SHEET)


def _new(plan: str, one: PlannedSaid, objective: str | None, *, by: Viewer) -> str:
    more = {"body": one.body, "person": one.person or None, "start": one.start, "due": one.due, "risks": one.risks}
    ref = actions.write_action(plan, by=by, on=one.on, what=one.what, objective=objective, **more)
    if one.outcome:
        actions.set_measure(ref, by=by, on=one.on, words=one.outcome)
    if one.step and one.step_due:
        actions.set_milestone(ref, by=by, on=one.day, words=one.step, due=one.step_due)
    return ref


def _changed(plan: str, one: PlannedSaid, objective: str | None, *, by: Viewer) -> str:
    if one.ends is ActionStatus.OPEN:
        partnership.reopen_action(one.ref, by=by, on=one.day, because=SHEET)
    if objective:
        place = place_of(by, action=one.ref, plan=plan)
        district = place.district.ref if place and place.district else None
        actions.move_planned(plan, by=by, on=one.day, action=one.ref, objective=objective, district=district)
    if one.body:
        partnership.hand_over_action(one.ref, by=by, on=one.day, body=one.body, person=one.person or None)
    if one.due:
        partnership.redate_action(one.ref, by=by, item=one.item, due=one.due, because=SHEET)
    if one.start:
        partnership.start_action(one.ref, by=by, on=one.day, start=one.start)
    for each in one.risks:
        partnership.answer_risk(one.ref, by=by, on=one.day, risk=each)
    return one.ref


def register_row_by_row(said: Sequence[RiskSaid], *, by: Viewer, on: date, concerns: str, marking: str) -> None:
    """Each row through the deeds that its words ask for."""
    for one in said:
        ref = one.ref
        if not ref:
            more = {"owner": one.body or None, "person": one.person or None, "reference": one.reference, "marking": marking}
            kind = "corporate" if concerns == "duty" else "situational"
            ref = risk.identify_risk(Wording(**one.texts), by=by, on=on, kind=kind, concerns=concerns, **more).ref
        else:
            _risk_changed(one, by=by, on=on)
        for control in one.controls:
            risk.put_control(ref, by=by, on=on, words=control)
        if one.scores or one.review:
            steps = {name: tuple(int(step) for step in score.split(" x ")) for name, score in one.scores.items()}
            risk.review_risk(ref, by=by, on=on, because=REGISTER, scores=Scores(**steps), next_due=one.review)
        if one.status == "closed":
            risk.close_risk(ref, by=by, on=on, because=REGISTER)


def _risk_changed(one: RiskSaid, *, by: Viewer, on: date) -> None:
    if one.status == "open":
        risk.reopen_risk(one.ref, by=by, on=on, because=REGISTER)
    if one.texts:
        said = asdict(wordings_now(by)[one.ref]) | dict(one.texts)
        risk.reword_risk(one.ref, by=by, on=on, wording=Wording(**said))
    if one.body:
        risk.hand_over_risk(one.ref, by=by, on=on, body=one.body, person=one.person or None)
    if one.reference:
        risk.refer_risk(one.ref, by=by, on=on, reference=one.reference)


def everything(area_id: int) -> list[str]:
    """Every row of the area in the tables of these sections, the index included, without what differs each time; sorted."""
    models = [model for app in WRITTEN for model in apps.get_app_config(app).get_models()]
    rows = [row for model in models for row in model._default_manager.filter(area=area_id)]
    return sorted(f"{row._meta.label} {_said(row)}" for row in rows)


def _said(row: Model) -> str:
    found: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.name in NOT_COMPARED:
            continue
        value = getattr(row, field.name)
        found[field.name] = _named(value) if isinstance(field, ForeignKey) and value is not None else value
    return str(found)


def _named(row: Model) -> str:
    return str(getattr(row, "ref", "")) or (_said(row) if hasattr(row, "area_id") else str(row.pk))
