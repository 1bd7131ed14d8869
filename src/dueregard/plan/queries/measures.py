"""Reads of milestones and measures: how each stood on a day, and what was read."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.plan.models import Measure, MeasureReading, Milestone
from dueregard.plan.queries.plans import OLDEST, end_of, happened
from dueregard.plan.rules.planned import MilestoneStanding, milestone_standing, progress
from dueregard.privacy.marking import readable


def milestones(viewer: Viewer) -> QuerySet[Milestone]:
    """The milestones of the actions the viewer may see, those due first."""
    rows = Milestone.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id)
    return rows.select_related("action", "reached").order_by("due", *OLDEST)


def milestones_to_change(viewer: Viewer) -> QuerySet[Milestone]:
    """The milestones of the actions the viewer may see, locked for a deed."""
    rows = Milestone.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id)
    return rows.select_for_update(of=("self",))


def measures(viewer: Viewer) -> QuerySet[Measure]:
    """The measures of the actions the viewer may see, oldest first."""
    rows = Measure.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id)
    return rows.select_related("action").order_by(*OLDEST)


def measures_to_change(viewer: Viewer) -> QuerySet[Measure]:
    """The measures of the actions the viewer may see, locked for a deed."""
    return Measure.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id).select_for_update(of=("self",))


@dataclass(frozen=True, kw_only=True)
class MilestoneRow:
    """A milestone as it stood on a day."""

    id: str
    action: str
    words: str
    due: date
    standing: MilestoneStanding
    reached: date | None
    because: str


def milestone_rows(viewer: Viewer, *, as_at: date, known: date, among: Collection[str] | None = None) -> dict[str, list[MilestoneRow]]:
    """The milestones of these actions, or of all, by the action's ref, those due first: one statement."""
    rows = milestones(viewer).filter(happened(as_at, known))
    rows = rows.filter(action__ref__in=among) if among is not None else rows
    found: dict[str, list[MilestoneRow]] = defaultdict(list)
    for row in rows:
        found[row.action.ref].append(_milestone(row, as_at=as_at, known=known))
    return found


def _milestone(row: Milestone, *, as_at: date, known: date) -> MilestoneRow:
    reached = getattr(row, "reached", None)
    if reached is not None and (reached.on > as_at or reached.typed_at >= end_of(known)):
        reached = None
    day = reached.on if reached else None
    is_given_up = reached is not None and reached.is_given_up
    return MilestoneRow(
        id=str(row.pk),
        action=row.action.ref,
        words=row.words,
        due=row.due,
        standing=milestone_standing(due=row.due, reached=day, is_given_up=is_given_up, on=as_at),
        reached=day,
        because=reached.because if reached else "",
    )


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """A measure as it stood on a day, with its readings, oldest first."""

    id: str
    action: str
    words: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    on: date
    readings: tuple[MeasureReading, ...]

    @property
    def now(self) -> Decimal | None:
        """What it read last."""
        return self.readings[-1].value if self.readings else None

    @property
    def progress(self) -> int | None:
        """How far it has come, in whole per cent."""
        return progress(self.baseline, target=self.target, now=self.now)


def measure_rows(viewer: Viewer, *, as_at: date, known: date, among: Collection[str] | None = None) -> dict[str, list[MeasureRow]]:
    """The measures of these actions, or of all, by the action's ref, each with its readings: two statements."""
    rows = measures(viewer).filter(happened(as_at, known))
    rows = rows.filter(action__ref__in=among) if among is not None else rows
    readings = MeasureReading.objects.filter(happened(as_at, known)).order_by(*OLDEST)
    found: dict[str, list[MeasureRow]] = defaultdict(list)
    for row in rows.prefetch_related(Prefetch("readings", readings)):
        found[row.action.ref].append(
            MeasureRow(
                id=str(row.pk),
                action=row.action.ref,
                words=row.words,
                unit=row.unit,
                baseline=row.baseline,
                target=row.target,
                on=row.on,
                readings=tuple(row.readings.all()),
            )
        )
    return found
