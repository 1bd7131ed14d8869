"""An agenda and a record as their pages and files lay them out: numbers, times of day, what was made of each item."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import Action, ActionReview, Declaration
from dueregard.partnership.queries.actions import actions
from dueregard.partnership.queries.agenda import ItemRow, taken_up
from dueregard.partnership.queries.meetings import MeetingRow, declarations
from dueregard.privacy.marking import Marking, highest, readable

REVIEW = "Review of actions"  # the item under which open actions are reviewed together


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of an agenda: its number and the time it is due to begin, where that can be told."""

    number: int
    row: ItemRow
    at: time | None
    actions: tuple[Action, ...] = ()
    reviews: tuple[ActionReview, ...] = ()
    taken_up: tuple[Action, ...] = ()  # the actions it takes up, where it takes up several

    @property
    def marking(self) -> Marking:
        return highest([self.row.marking, *(row.marking for row in (*self.actions, *self.taken_up))])

    @property
    def ref(self) -> str:
        return self.row.item.ref


def _agenda_sheet(rows: Iterable[ItemRow], state: MeetingRow) -> list[Line]:
    """The agenda with numbers and times: each item begins when those before it have had their minutes."""
    lines, at = [], state.starts
    for number, row in enumerate(rows, start=1):
        lines.append(Line(number=number, row=row, at=row.started or at))
        allotted = row.item.minutes_allotted
        at = (datetime.combine(date.min, at) + timedelta(minutes=allotted)).time() if at and allotted else None
    return lines


def record_sheet(viewer: Viewer, rows: Iterable[ItemRow], state: MeetingRow) -> list[Line]:
    """The record of a meeting, item by item, with the actions that arose and those that were reviewed: three queries more."""
    lines = _agenda_sheet(rows, state)
    arose: dict[str, list[Action]] = {}
    for action in actions(viewer).filter(item__meeting__ref=state.ref).order_by("ref"):
        arose.setdefault(action.item.ref if action.item else "", []).append(action)
    reviewed: dict[str, list[ActionReview]] = {}
    found = ActionReview.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, item__meeting__ref=state.ref)
    for review in found.select_related("action", "item").order_by("typed_at", "id"):
        reviewed.setdefault(review.item.ref, []).append(review)
    asked = taken_up(viewer, meeting=state.ref)
    return [
        replace(
            line,
            actions=tuple(arose.get(line.ref, ())),
            reviews=tuple(reviewed.get(line.ref, ())),
            taken_up=tuple(asked.get(line.ref, ())),
        )
        for line in lines
    ]


def declared(viewer: Viewer, *, meeting: str) -> list[Declaration]:
    """The interests declared at a meeting; those at an item the viewer may not see stay with the item."""
    rows = declarations(viewer).filter(meeting__ref=meeting)
    if not viewer.reads_sensitive:
        rows = rows.filter(Q(item__isnull=True) | Q(item__marking=Marking.OFFICIAL))
    return list(rows)
