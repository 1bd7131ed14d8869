"""Deeds on asking a partner by a link how their actions are going and whom they will send: no account needed."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.accounts.actions import make_answer_link
from dueregard.accounts.rules import AnswerPurpose
from dueregard.dispatch.actions import enqueue
from dueregard.dispatch.rules import MessageKind
from dueregard.partnership.actions.recording import record


@deed
def ask_by_link(person: str, *, by: Viewer, on: date, until: date, once: UUID | None = None) -> str:
    """Send somebody a personal link to say how their actions are going; its address is given back once, to hand over another way."""
    by.must(Permission.PARTNERSHIP_EDIT)
    link, secret = make_answer_link(person, by=by, on=on, purpose=AnswerPurpose.ACTIONS, until=until, once=once)
    if not secret:
        return ""
    page = f"/{by.area}/answer/{secret}/"
    if link.person.email:
        enqueue(f"answer:{link.ref}", by=by, kind=MessageKind.ANSWER, to=link.person.email, page=page)
    record("partnership.action.asked-by-link", link, by=by, until=until)
    return page
