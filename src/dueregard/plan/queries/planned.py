"""Reads of the actions in a plan: each with its place in it and how it stood on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries import ActionRow
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.plan.models import Plan, PlannedAction
from dueregard.plan.queries.plans import OLDEST, end_of, happened
from dueregard.privacy.marking import readable

MANY = 1_000  # actions in a plan, from which on it takes less to read every action of the area than to name them


def planned(viewer: Viewer) -> QuerySet[PlannedAction]:
    """Every time an action came into a plan, where the viewer may see both, oldest first."""
    rows = PlannedAction.objects.filter(readable(viewer, "plan__marking"), readable(viewer, "action__marking"), area=viewer.area_id)
    return rows.select_related("plan", "action", "objective", "district", "carried_from", "ending").order_by(*OLDEST)


def holding(rows: QuerySet[PlannedAction], *, as_at: date, known: date) -> QuerySet[PlannedAction]:
    """Of these, the ones that held on a day: come in by then, and not known to have ended before."""
    gone = Q(ending__on__lt=as_at, ending__typed_at__lt=end_of(known))
    return rows.filter(happened(as_at, known)).exclude(gone)


def place_of(viewer: Viewer, *, action: str, plan: str) -> PlannedAction | None:
    """An action's place in a plan as it is now; None where it has none."""
    return planned(viewer).filter(action__ref=action, plan__ref=plan, ending=None).last()


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """An action of a plan as a list shows it on a day."""

    action: ActionRow
    plan: str
    objective: str  # its ref; empty where it stands under none
    objective_title: str
    objective_position: int
    district: str  # the body's name; empty for the whole area
    district_ref: str
    district_id: UUID | None
    since: date
    carried_from: str
    because: str

    @property
    def ref(self) -> str:
        return self.action.ref

    @property
    def is_open(self) -> bool:
        return self.action.status is ActionStatus.OPEN


def planned_actions(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> list[PlannedRow]:
    """The actions of a plan as they stood on a day, by objective, those due first; four statements, however many there are."""
    rows = holding(planned(viewer), as_at=as_at, known=known).filter(plan=plan)
    by_end = sorted(rows, key=lambda row: getattr(row, "ending", None) is None)
    places = {row.action_id: row for row in by_end}  # where an action moved on this day, the place it has not left
    among = list(places) if len(places) <= MANY else None
    found = partnership.action_rows(viewer, as_at=as_at, known=known, among=among)
    by_ref = {place.action.ref: place for place in places.values()}
    made = [_row(action, by_ref[action.ref], plan) for action in found if action.ref in by_ref]
    return sorted(made, key=_order)


def _row(action: ActionRow, place: PlannedAction, plan: Plan) -> PlannedRow:
    objective, district = place.objective, place.district
    return PlannedRow(
        action=action,
        plan=plan.ref,
        objective=objective.ref if objective else "",
        objective_title=objective.title if objective else "",
        objective_position=objective.position if objective else 0,
        district=district.name if district else "",
        district_ref=district.ref if district else "",
        district_id=place.district_id,
        since=place.on,
        carried_from=place.carried_from.ref if place.carried_from else "",
        because=place.because,
    )


def _order(row: PlannedRow) -> tuple[object, ...]:
    return not row.objective, row.objective_position, row.action.due is None, row.action.due or date.max, row.ref


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How the actions of a plan stand together."""

    all: int
    open: int
    late: int
    done: int
    dropped: int
    ownerless: int
    unsaid: int  # open, and nobody has said how it goes
    by_course: tuple[tuple[Rag, int], ...]


def tally(rows: Sequence[PlannedRow], *, on: date) -> Tally:
    """How these actions stand on a day."""
    still = [row.action for row in rows if row.is_open]
    return Tally(
        all=len(rows),
        open=len(still),
        late=sum(row.is_overdue(on) for row in still),
        done=sum(row.action.status is ActionStatus.DONE for row in rows),
        dropped=sum(row.action.status is ActionStatus.DROPPED for row in rows),
        ownerless=sum(not row.owner for row in still),
        unsaid=sum(row.rag is None for row in still),
        by_course=tuple((rag, sum(row.rag is rag for row in still)) for rag in Rag),
    )


def still_open(viewer: Viewer, plan: Plan, *, on: date) -> list[str]:
    """What is open in a plan on a day, in words: its actions that are neither closed nor carried forward."""
    rows = [row for row in planned_actions(viewer, plan, as_at=on, known=max(on, viewer.today)) if row.is_open]
    carried = set(planned(viewer).filter(carried_from=plan, ending=None).values_list("action__ref", flat=True))
    left = [row.ref for row in rows if row.ref not in carried]
    return [f"{counted(len(left), 'action')} ({', '.join(left[:10])}{' …' if len(left) > 10 else ''})"] if left else []
