"""Reads of actions as lists ask for them: everybody's or mine, of one body, late, by how far they have come."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.organisations.queries import bodies, people_at
from dueregard.organisations.queries.remembering import remembered
from dueregard.partnership.models import Action, ActionUpdate
from dueregard.partnership.queries.actions import ActionRow, action_rows, owner_of
from dueregard.partnership.rules.decisions import ActionStatus, Rag, why_not_speak

ALL = "all"
MINE = "mine"


def own_body(viewer: Viewer) -> tuple[UUID | None, str]:
    """The body the viewer's person belongs to today, and its name; none where they stand for none."""
    rows = people_at(viewer, on=viewer.today) if viewer.person_id else ()
    return next(((row.body.pk, row.body.name) for row in rows if row.person.pk == viewer.person_id and row.body), (None, ""))


def why_not_say(viewer: Viewer, *, action: Action) -> str | None:
    """The reason the viewer cannot say how an action is going: it is neither theirs nor their body's, and they may not say it of any."""
    if viewer.may(Permission.ACTION_UPDATE_ANY):
        return None
    owner, (body, _) = owner_of(action), own_body(viewer)
    if owner is None:
        return why_not_speak("", body=None, person=None, own_body=body, own_person=viewer.person_id)
    return why_not_speak(owner.body.name, body=owner.body_id, person=owner.person_id, own_body=body, own_person=viewer.person_id)


def actions_now(viewer: Viewer) -> tuple[ActionRow, ...]:
    """The actions as they stand today, those due first: remembered until a deed is done."""
    return remembered(viewer, ("actions", viewer.today), lambda: tuple(action_rows(viewer, as_at=viewer.today)))


def own_actions(viewer: Viewer) -> list[ActionRow]:
    """The actions the viewer's person owns, and those their body owns in nobody's name."""
    body, _ = own_body(viewer)
    rows = actions_now(viewer) if viewer.person_id else ()
    return [row for row in rows if row.person_id == viewer.person_id or (body and row.owner_body == body and row.person_id is None)]


def actions_asked(viewer: Viewer, *, whose: str = "", body: str = "", status: str = "", late: bool = False) -> list[ActionRow]:
    """The actions as a list asks for them, those due first; the open ones unless it says otherwise."""
    rows = own_actions(viewer) if whose == MINE else list(actions_now(viewer))
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
            who=_who(row),
        )
        for row in action.updates.all()
    ]
    found += [ActionEvent(kind="review", on=row.on, words=row.words, meeting=row.item.meeting.ref) for row in action.reviews.all()]
    steps = {ActionStatus.OPEN: "Opened again", ActionStatus.DONE: "Done", ActionStatus.DROPPED: "Dropped"}
    found += [ActionEvent(kind="step", on=row.on, words=row.because, course=steps[ActionStatus(row.status)]) for row in action.steps.all()]
    return sorted(found, key=lambda event: event.on, reverse=True)


def _who(update: ActionUpdate) -> str:
    """Who said it, and whether they sent it themselves by their link."""
    if update.by_link:
        return f"{update.by_link.person.name}, {update.by_link.body.name}, by their own link"
    return update.done_by.name if update.done_by else ""
