"""Deeds on the one Action: raising it, whose it is, by when, how it goes, what a group concluded of it."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.many import write
from dueregard.basics.refused import refuse_if
from dueregard.organisations.actions import counter, given
from dueregard.partnership import queries
from dueregard.partnership.actions import rows
from dueregard.partnership.actions.minutes import open_item
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Action, ActionReview
from dueregard.partnership.queries.action_lists import why_not_say
from dueregard.partnership.queries.standing import Standing
from dueregard.partnership.rules import decisions as rules

MOVED = {
    rules.ActionStatus.OPEN: "partnership.action.opened-again",
    rules.ActionStatus.DONE: "partnership.action.done",
    rules.ActionStatus.DROPPED: "partnership.action.dropped",
}


@deed
def raise_action(
    what: str,
    *,
    by: Viewer,
    on: date,
    body: str,
    person: str | None = None,
    due: date | None = None,
    group: str | None = None,
    item: str | None = None,
    decision: str | None = None,
    marking: str = "official",
    ref: str | None = None,
    once: UUID | None = None,
) -> Action:
    """Record something that is to be done, the body that owns it, perhaps the person, and by when; where it arose, if at a meeting."""
    by.must(Permission.PARTNERSHIP_EDIT)
    kept = given.marked(marking, by=by)
    first, before = given.new(Action, counter("A", kept), by=by, ref=ref, once=once)
    if before:
        return before
    arose = given.one(queries.items(by), item, what="agenda item") if item else None
    follows = given.one(queries.decisions(by), decision, what="decision") if decision else None
    of = given.one(queries.groups(by), group, what="group") if group else None
    first |= {
        "group": of or (follows.group if follows else arose.meeting.group if arose else None),
        "item": arose or (follows.item if follows else None),
        "decision": follows,
    }
    owner, named = given.body(body, by=by), given.person_or_none(person, by=by)
    action, told = rows.raised(first, what, by=by, on=on, body=owner, person=named, due=due, marking=kept)
    write([action, *told])
    record("partnership.action.raised", action, by=by, on=on)
    return action


@deed
def hand_over_action(ref: str, *, by: Viewer, on: date, body: str, person: str | None = None, seen: int | None = None) -> None:
    """Give an action to another body, or another person of it, from a day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = queries.actions_to_change(by).get(ref=ref)
    owner, named = given.body(body, by=by), given.person_or_none(person, by=by)
    told = rows.handed_over(Standing(action), by=by, on=on, body=owner, person=named)
    given.change(action, by=by, seen=seen)
    write([told])
    record("partnership.action.handed-over", action, by=by, on=on)


@deed
def update_action(
    ref: str, *, by: Viewer, on: date, words: str, rag: str = "", done_by: str | None = None, seen: int | None = None
) -> None:
    """Say how an action is going: its owner, or whoever may speak for any."""
    by.must(Permission.ACTION_UPDATE)
    action = queries.actions_to_change(by).get(ref=ref)
    refuse_if(why_not_say(by, action=action))
    who = given.person_or_none(done_by, by=by)
    told = rows.updated(Standing(action), by=by, on=on, words=words, rag=rag, done_by=who)
    given.change(action, by=by, seen=seen)
    write([told])
    record("partnership.action.updated", action, by=by, on=on)


@deed
def review_action(
    ref: str, *, by: Viewer, item: str, words: str, due: date | None = None, because: str = "", seen: int | None = None
) -> None:
    """Minute that a group reviewed an action at an item of a meeting, what it concluded, and a new due date if it agreed one."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = queries.actions_to_change(by).get(ref=ref)
    at, day = open_item(item, by=by)
    now = Standing(action)
    refuse_if(rules.why_not_update(now.status, began=action.on, on=day))
    given.change(action, by=by, seen=seen)
    text = given.words(words, ask="Say what the group concluded")
    ActionReview.objects.create(**by.stamp, action=action, item=at, words=text, on=day)
    if due:
        write([rows.redated(now, by=by, on=day, due=due, item=at, because=because)])
    record("partnership.action.reviewed", action, by=by, on=day, due=due)


@deed
def redate_action(ref: str, *, by: Viewer, item: str, due: date, because: str = "", seen: int | None = None) -> None:
    """Give an action another due date, as a group agreed at an item of a meeting."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = queries.actions_to_change(by).get(ref=ref)
    at, day = open_item(item, by=by)
    told = rows.redated(Standing(action), by=by, on=day, due=due, item=at, because=because)
    given.change(action, by=by, seen=seen)
    write([told])
    record("partnership.action.redated", action, by=by, on=day, due=due)


@deed
def finish_action(ref: str, *, by: Viewer, on: date, because: str = "", done_by: str | None = None, seen: int | None = None) -> None:
    """Record that an action was done."""
    by.must(Permission.ACTION_UPDATE)
    refuse_if(why_not_say(by, action=queries.actions_to_change(by).get(ref=ref)))
    _move(ref, rules.ActionStatus.DONE, by=by, on=on, because=because, done_by=done_by, seen=seen)


@deed
def drop_action(ref: str, *, by: Viewer, on: date, because: str, done_by: str | None = None, seen: int | None = None) -> None:
    """Drop an action, with why."""
    by.must(Permission.PARTNERSHIP_EDIT)
    _move(ref, rules.ActionStatus.DROPPED, by=by, on=on, because=because, done_by=done_by, seen=seen)


@deed
def reopen_action(ref: str, *, by: Viewer, on: date, because: str, done_by: str | None = None, seen: int | None = None) -> None:
    """Open an action again that was done or dropped, with why."""
    by.must(Permission.PARTNERSHIP_EDIT)
    _move(ref, rules.ActionStatus.OPEN, by=by, on=on, because=because, done_by=done_by, seen=seen)


def _move(ref: str, to: rules.ActionStatus, *, by: Viewer, on: date, because: str, done_by: str | None, seen: int | None) -> None:
    action = queries.actions_to_change(by).get(ref=ref)
    who = given.person_or_none(done_by, by=by)
    told = rows.stepped(Standing(action), by=by, on=on, to=to, because=because, done_by=who)
    given.change(action, by=by, seen=seen)
    write([told])
    record(MOVED[to], action, by=by, on=on)
