"""Deeds on sheets: bringing a plan’s sheet in by the rules of the pages, all of it or nothing; taking one away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.many import in_row, write
from dueregard.organisations.actions import counter, next_refs
from dueregard.organisations.actions.given import change
from dueregard.partnership.actions.several import tell_actions
from dueregard.plan import queries
from dueregard.plan.actions import given, rows
from dueregard.plan.actions.recording import record, record_many
from dueregard.plan.models import Objective, Plan, SheetLayout
from dueregard.plan.queries.planned import planned
from dueregard.plan.queries.plans import objectives_of
from dueregard.plan.queries.sheets import columns_said
from dueregard.plan.rules.sheets.plan_beside import PlannedSaid
from dueregard.sheets.rules.naming import whole

SHEET = "As the plan’s sheet says"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Which column of a sheet held what, to be remembered for the next one with these headings."""

    kind: str
    fingerprint: str
    columns: Mapping[str, int | None]


@deed
def bring_in_plan(plan: str, *, by: Viewer, said: Sequence[PlannedSaid], digest: str, layout: Layout | None = None) -> int:
    """Record what a sheet says of a plan’s actions, new ones and changes, and remember which column held what."""
    by.must(Permission.PLAN_EDIT)
    of = queries.plans_to_change(by).get(ref=plan)
    under = _Objectives(of, said, by=by)
    told = tell_actions(said, by=by, group=of.group, source=SHEET)
    actions = [one.action for one in told]
    written = [*under.new, *_placed(of, actions, said, under, by=by)]
    if written:
        change(of, by=by, seen=None)
        write(written)
    if layout:
        remember(layout, by=by)
    record_many("plan.actions.brought-in", of, by=by, kind="partnership.action", among=[one.among for one in told], digest=digest)
    return len(said)


def remember(layout: Layout, *, by: Viewer) -> None:
    """Keep which column of a sheet with these headings holds what, where that was not said before."""
    if columns_said(by, kind=layout.kind, fingerprint=layout.fingerprint) != layout.columns:
        kept = {"kind": layout.kind, "fingerprint": layout.fingerprint, "columns": dict(layout.columns)}
        SheetLayout.objects.create(**by.stamp, **kept, on=by.today)


class _Objectives:
    """The objectives of a plan by their words, as compared; those that the sheet is the first to name are new."""

    def __init__(self, plan: Plan, said: Sequence[PlannedSaid], *, by: Viewer) -> None:
        self.by_words = {whole(one.title): one for one in objectives_of(by, plan, as_at=by.today, known=by.today)}
        fresh: dict[str, PlannedSaid] = {}
        for one in said:
            if one.objective and whole(one.objective) not in self.by_words:
                fresh.setdefault(whole(one.objective), one)
        last = max(plan.objectives.values_list("position", flat=True), default=0)
        refs = next_refs(counter("O", plan.marking), by=by, number=len(fresh))
        self.new: list[Objective] = []
        for place, (ref, one) in enumerate(zip(refs, fresh.values(), strict=True), start=last + 1):
            with in_row(one.number):
                first = {**by.stamp, "ref": ref}
                self.new.append(rows.objective(first, by=by, plan=plan, on=_day(one), title=one.objective, position=place))
        self.by_words |= zip(fresh, self.new, strict=True)

    def of(self, one: PlannedSaid) -> Objective | None:
        """The objective a row stands under."""
        return given.standing(self.by_words[whole(one.objective)], on=_day(one)) if one.objective else None


def _placed(plan: Plan, actions: Sequence[Any], said: Sequence[PlannedSaid], under: _Objectives, *, by: Viewer) -> list[Model]:
    """Where in the plan each action stands, and of new ones the measure and the next step."""
    places = {place.action_id: place for place in planned(by).filter(plan=plan, action__in=actions, ending=None)}
    written: list[Model] = []
    for action, one in zip(actions, said, strict=True):
        with in_row(one.number):
            if not one.ref:
                written += _put_in(plan, action, one, under.of(one), by=by)
            elif one.objective:
                place = given.place(places.get(action.pk), action=one.ref)
                written += rows.moved(place, by=by, plan=plan, on=one.day, objective=under.of(one), district=place.district)
    return written


def _put_in(plan: Plan, action: Any, one: PlannedSaid, objective: Objective | None, *, by: Viewer) -> list[Model]:
    written: list[Model] = [rows.put_in(action, by=by, plan=plan, on=one.on, objective=objective, district=None, is_in=False)]
    if one.outcome:
        written.append(rows.measure(action, by=by, on=one.on, words=one.outcome, is_open=True))
    if one.step and one.step_due:
        written.append(rows.milestone(action, by=by, on=one.day, words=one.step, due=one.step_due, is_open=True))
    return written


def _day(one: PlannedSaid) -> date:
    """The day on which a row adds to the plan: that of the change, or the day the action was raised."""
    return one.day if one.ref else one.on


@deed
def take_actions_away(plan: str, *, by: Viewer, rows: int, ending: str, marking: str) -> None:
    """Take the actions of a plan out of the house as a sheet, to be changed and brought in again."""
    by.must(Permission.PLAN_READ)
    record("plan.actions.taken-away", queries.plans(by).get(ref=plan), by=by, rows=rows, ending=ending, marking=marking)
