"""Reads of actions as lists ask for them: everybody's or mine, of one body, late, by how far they have come."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries import bodies, people_at
from dueregard.partnership.models import Action
from dueregard.partnership.queries.actions import ActionRow, action_rows
from dueregard.partnership.rules.decisions import ActionStatus, Rag

ALL = "all"
MINE = "mine"


def own_body(viewer: Viewer) -> str:
    """The name of the body the viewer's person belongs to today; empty where they stand for none."""
    rows = people_at(viewer, on=viewer.today) if viewer.person_id else ()
    return next((row.body.name for row in rows if row.person.pk == viewer.person_id and row.body), "")


def own_actions(viewer: Viewer) -> list[ActionRow]:
    """The actions the viewer's person owns, and those their body owns in nobody's name."""
    body = own_body(viewer)
    rows = action_rows(viewer, as_at=viewer.today) if viewer.person_id else []
    return [row for row in rows if row.person_id == viewer.person_id or (body and row.owner == body and row.person_id is None)]


def actions_asked(viewer: Viewer, *, whose: str = "", body: str = "", status: str = "", late: bool = False) -> list[ActionRow]:
    """The actions as a list asks for them, those due first; the open ones unless it says otherwise."""
    rows = own_actions(viewer) if whose == MINE else action_rows(viewer, as_at=viewer.today)
    if body:
        key = bodies(viewer).filter(ref=body).values_list("pk", flat=True).first()
        rows = [row for row in rows if row.owner_body == key]
    if late:
        return [row for row in rows if row.is_overdue(viewer.today)]
    return rows if status == ALL else [row for row in rows if row.status == (status or ActionStatus.OPEN)]


@dataclass(frozen=True, kw_only=True)
class ActionEvent:
    """Something said of an action on a day: an update, a review, or that it was done, dropped or opened again."""

    kind: str
    on: date
    words: str
    course: Rag | str = ""
    who: str = ""
    meeting: str = ""


def action_events(viewer: Viewer, action: Action) -> list[ActionEvent]:
    """Everything said of an action (as `action_page` fetched it), newest first."""
    found = [
        ActionEvent(
            kind="update",
            on=row.on,
            words=row.words,
            course=Rag(row.rag) if row.rag else "",
            who=row.done_by.name if row.done_by else "",
        )
        for row in action.updates.all()
    ]
    found += [ActionEvent(kind="review", on=row.on, words=row.words, meeting=row.item.meeting.ref) for row in action.reviews.all()]
    steps = {ActionStatus.OPEN: "Opened again", ActionStatus.DONE: "Done", ActionStatus.DROPPED: "Dropped"}
    found += [ActionEvent(kind="step", on=row.on, words=row.because, course=steps[ActionStatus(row.status)]) for row in action.steps.all()]
    return sorted(found, key=lambda event: event.on, reverse=True)
