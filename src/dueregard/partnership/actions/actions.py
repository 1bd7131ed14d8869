"""Deeds on the one Action: raising it, whose it is, by when, how it goes, what a group concluded of it."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter
from dueregard.partnership import queries
from dueregard.partnership.actions import given
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Action, ActionDue, ActionOwner, ActionReview, ActionStep, ActionUpdate, AgendaItem
from dueregard.partnership.queries.action_lists import why_not_say
from dueregard.partnership.rules import decisions as rules
from dueregard.partnership.rules.meetings import why_not_change_minutes


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
    refuse_if(rules.why_not_due(given.happened(on, by=by), due=due))
    arose = given.one(queries.items(by), item, what="agenda item") if item else None
    follows = given.one(queries.decisions(by), decision, what="decision") if decision else None
    of = given.one(queries.groups(by), group, what="group") if group else None
    action = Action.objects.create(
        **first,
        group=of or (follows.group if follows else arose.meeting.group if arose else None),
        item=arose or (follows.item if follows else None),
        decision=follows,
        what=given.words(what, ask="Say what is to be done"),
        on=on,
        marking=kept,
    )
    owner = given.body(body, by=by)
    ActionOwner.objects.create(**by.stamp, action=action, body=owner, person=given.person_or_none(person, by=by), on=on)
    if due:
        ActionDue.objects.create(**by.stamp, action=action, due=due, on=on)
    record("partnership.action.raised", action, by=by, on=on)
    return action


@deed
def hand_over_action(ref: str, *, by: Viewer, on: date, body: str, person: str | None = None, seen: int | None = None) -> None:
    """Give an action to another body, or another person of it, from a day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = queries.actions_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_update(queries.status_of(action), began=action.on, on=given.happened(on, by=by)))
    given.change(action, by=by, seen=seen)
    owner = given.body(body, by=by)
    ActionOwner.objects.create(**by.stamp, action=action, body=owner, person=given.person_or_none(person, by=by), on=on)
    record("partnership.action.handed-over", action, by=by, on=on)


@deed
def update_action(
    ref: str, *, by: Viewer, on: date, words: str, rag: str = "", done_by: str | None = None, seen: int | None = None
) -> None:
    """Say how an action is going: its owner, or whoever may speak for any."""
    by.must(Permission.ACTION_UPDATE)
    action = queries.actions_to_change(by).get(ref=ref)
    refuse_if(why_not_say(by, action=action))
    refuse_if(rules.why_not_update(queries.status_of(action), began=action.on, on=given.happened(on, by=by)))
    given.change(action, by=by, seen=seen)
    ActionUpdate.objects.create(
        **by.stamp,
        action=action,
        rag=given.choice(rag, rules.Rag, what="course").value if rag else "",
        words=given.words(words, ask="Say how the action is going"),
        on=on,
        done_by=given.person_or_none(done_by, by=by),
        by_link_id=by.link_id,
    )
    record("partnership.action.updated", action, by=by, on=on)


@deed
def review_action(
    ref: str, *, by: Viewer, item: str, words: str, due: date | None = None, because: str = "", seen: int | None = None
) -> None:
    """Minute that a group reviewed an action at an item of a meeting, what it concluded, and a new due date if it agreed one."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = queries.actions_to_change(by).get(ref=ref)
    at, day = _at(item, by=by)
    refuse_if(rules.why_not_update(queries.status_of(action), began=action.on, on=day))
    given.change(action, by=by, seen=seen)
    text = given.words(words, ask="Say what the group concluded")
    ActionReview.objects.create(**by.stamp, action=action, item=at, words=text, on=day)
    if due:
        _date_again(action, by=by, on=day, due=due, item=at, because=because)
    record("partnership.action.reviewed", action, by=by, on=day, due=due)


@deed
def redate_action(ref: str, *, by: Viewer, item: str, due: date, because: str = "", seen: int | None = None) -> None:
    """Give an action another due date, as a group agreed at an item of a meeting."""
    by.must(Permission.PARTNERSHIP_EDIT)
    action = queries.actions_to_change(by).get(ref=ref)
    at, day = _at(item, by=by)
    refuse_if(rules.why_not_update(queries.status_of(action), began=action.on, on=day))
    given.change(action, by=by, seen=seen)
    _date_again(action, by=by, on=day, due=due, item=at, because=because)
    record("partnership.action.redated", action, by=by, on=day, due=due)


def _at(item: str, *, by: Viewer) -> tuple[AgendaItem, date]:
    """The item, and the day of its meeting: what is minuted there is dated to it, until the minutes are cleared."""
    at = given.one(queries.items(by), item, what="agenda item")
    meeting = queries.meetings_to_change(by).get(pk=at.meeting_id)
    state = queries.state_of(meeting)
    refuse_if(why_not_change_minutes(state.stage))
    return at, given.happened(state.day, by=by)


def _date_again(action: Action, *, by: Viewer, on: date, due: date, item: AgendaItem, because: str) -> None:
    refuse_if(rules.why_not_due(action.on, due=due))
    if queries.due_of(action) == due:
        raise Refused(f"The action is due on {say(due)} already")
    ActionDue.objects.create(**by.stamp, action=action, due=due, on=on, item=item, because=because.strip())


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
    given.happened(on, by=by)
    refuse_if(rules.why_not_move_action(queries.status_of(action), to=to, began=action.on, on=on, because=because))
    last = action.steps.order_by("-on").values_list("on", flat=True).first()
    if last is not None and on < last:
        raise Refused(f"Its record goes up to {say(last)} already, so this cannot have happened on {say(on)}")
    given.change(action, by=by, seen=seen)
    who = given.person_or_none(done_by, by=by)
    ActionStep.objects.create(**by.stamp, action=action, status=to, on=on, because=because.strip(), done_by=who)
    record(f"partnership.action.{'opened-again' if to is rules.ActionStatus.OPEN else to.value}", action, by=by, on=on)
