"""What somebody who answers by a link is asked: how their actions are going, and whom they will send to the next meeting."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.accounts import queries as accounts
from dueregard.accounts.rules import AnswerPurpose, LinkState
from dueregard.organisations import queries as organisations
from dueregard.partnership.models import ActionUpdate, Reply
from dueregard.partnership.queries.action_lists import own_actions
from dueregard.partnership.queries.actions import ActionRow, action_rows
from dueregard.partnership.queries.groups import memberships
from dueregard.partnership.queries.meetings import MeetingRow, meeting_rows
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.meetings import MeetingStage

ASKED = frozenset({MeetingStage.PLANNED, MeetingStage.CALLED})


@dataclass(frozen=True)
class MeetingAsked:
    """A meeting still to come of a group the viewer is on, and what they answered last."""

    meeting: MeetingRow
    answered: Reply | None


def open_own_actions(viewer: Viewer) -> list[ActionRow]:
    """The open actions that are the viewer's or their body's, those due first."""
    return [row for row in own_actions(viewer) if row.status is ActionStatus.OPEN]


def said_by_link(viewer: Viewer) -> dict[str, ActionUpdate]:
    """What was said last by this link of each action."""
    said = ActionUpdate.objects.filter(area=viewer.area_id, by_link=viewer.link_id).select_related("action").order_by("typed_at", "id")
    return {update.action.ref: update for update in said}


def meetings_asked(viewer: Viewer) -> list[MeetingAsked]:
    """The next meeting of each group the viewer is on."""
    if viewer.person_id is None:
        return []
    groups = set(memberships(viewer, on=viewer.today).filter(person=viewer.person_id).values_list("group__ref", flat=True))
    coming = [row for row in meeting_rows(viewer) if row.group in groups and row.stage in ASKED and row.day >= viewer.today]
    first = {row.group: row for row in sorted(coming, key=lambda row: row.day, reverse=True)}
    answers = Reply.objects.filter(area=viewer.area_id, person=viewer.person_id, meeting__ref__in=[row.ref for row in first.values()])
    last = {reply.meeting.ref: reply for reply in answers.select_related("meeting", "substitute").order_by("on", "typed_at", "id")}
    return [MeetingAsked(meeting=row, answered=last.get(row.ref)) for row in sorted(first.values(), key=lambda row: row.day)]


def own_ref(viewer: Viewer) -> str:
    """The reference of the viewer's person."""
    return next(row.person.ref for row in organisations.people_at(viewer, on=viewer.today) if row.person.pk == viewer.person_id)


def colleagues(viewer: Viewer) -> list[tuple[str, str]]:
    """The other people of the viewer's body, to send instead: ref and name."""
    rows = organisations.people_at(viewer, on=viewer.today)
    own = next((row.body for row in rows if row.person.pk == viewer.person_id), None)
    return [(row.person.ref, row.person.name) for row in rows if own and row.body == own and row.person.pk != viewer.person_id]


@dataclass(frozen=True)
class LinkRow:
    """A link sent out, how it stands, and when it was last answered."""

    link: Any  # accounts.AnswerLink, with person and body
    state: LinkState
    answered: date | None


def link_rows(viewer: Viewer) -> list[LinkRow]:
    """The links sent out, newest first."""
    answered: dict[object, date] = {}
    for model in (ActionUpdate, Reply):
        for link, on in model._default_manager.filter(area=viewer.area_id, by_link__isnull=False).values_list("by_link", "on"):
            answered[link] = max(on, answered.get(link, on))
    return [
        LinkRow(link=link, state=accounts.state_of_link(link, on=viewer.today), answered=answered.get(link.pk))
        for link in accounts.answer_links(viewer).filter(purpose=AnswerPurpose.ACTIONS)
    ]


def people_to_ask(viewer: Viewer) -> list[tuple[str, str]]:
    """Whom a link can be sent to: everybody of a body, with how many open actions are theirs or their body's in nobody's name."""
    rows = [row for row in action_rows(viewer, as_at=viewer.today) if row.status is ActionStatus.OPEN]
    asked = []
    for row in organisations.people_at(viewer, on=viewer.today):
        if row.body is None:
            continue
        key = row.body.pk
        count = sum(1 for action in rows if action.person_id == row.person.pk or (action.owner_body == key and action.person_id is None))
        actions = f"{count} open action{'' if count == 1 else 's'}" if count else "no open action"
        asked.append((-count, f"{row.words}: {actions}", row.person.ref))
    return [(ref, words) for _, words, ref in sorted(asked)]
