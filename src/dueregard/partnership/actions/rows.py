"""What is told of an action, as rows that the rules allow and nobody has written yet: a page writes a few, a sheet thousands."""

from datetime import date
from typing import Any

from django.db.models import Model

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.partnership.models import Action, ActionDue, ActionOwner, ActionRisk, ActionStart, ActionStep, ActionUpdate, AgendaItem
from dueregard.partnership.queries.standing import Standing
from dueregard.partnership.rules import decisions as rules
from dueregard.privacy.marking import Marking


def raised(
    first: dict[str, Any], what: str, *, by: Viewer, on: date, body: Any, person: Any, due: date | None, marking: Marking
) -> tuple[Action, list[Model]]:
    """A new action; and beside it its owner and the day it is due."""
    refuse_if(rules.why_not_due(given.happened(on, by=by), due=due))
    action = Action(**first, what=given.words(what, ask="Say what is to be done"), on=on, marking=marking)
    owner = ActionOwner(**by.stamp, action=action, body=body, person=person, on=on)
    return action, [owner, *([ActionDue(**by.stamp, action=action, due=due, on=on)] if due else [])]


def handed_over(now: Standing, *, by: Viewer, on: date, body: Any, person: Any) -> ActionOwner:
    """Its owner from a day."""
    refuse_if(rules.why_not_update(now.status, began=now.action.on, on=given.happened(on, by=by)))
    return ActionOwner(**by.stamp, action=now.action, body=body, person=person, on=on)


def updated(now: Standing, *, by: Viewer, on: date, words: str, rag: str, done_by: Any = None) -> ActionUpdate:
    """How it is going."""
    refuse_if(rules.why_not_update(now.status, began=now.action.on, on=given.happened(on, by=by)))
    return ActionUpdate(
        **by.stamp,
        action=now.action,
        rag=given.choice(rag, rules.Rag, what="course").value if rag else "",
        words=given.words(words, ask="Say how the action is going"),
        on=on,
        done_by=done_by,
        by_link_id=by.link_id,
    )


def redated(now: Standing, *, by: Viewer, on: date, due: date, item: AgendaItem, because: str) -> ActionDue:
    """Another due date, as a group agreed at an item."""
    refuse_if(rules.why_not_update(now.status, began=now.action.on, on=on))
    refuse_if(rules.why_not_due(now.action.on, due=due))
    if now.due == due:
        raise Refused(f"The action is due on {say(due)} already")
    now.due = due
    return ActionDue(**by.stamp, action=now.action, due=due, on=on, item=item, because=because.strip())


def stepped(now: Standing, *, by: Viewer, on: date, to: rules.ActionStatus, because: str, done_by: Any = None) -> ActionStep:
    """That it was done, dropped or opened again."""
    given.happened(on, by=by)
    refuse_if(rules.why_not_move_action(now.status, to=to, began=now.action.on, on=on, because=because))
    if now.step is not None and on < now.step.on:
        raise Refused(f"Its record goes up to {say(now.step.on)} already, so this cannot have happened on {say(on)}")
    now.step = ActionStep(**by.stamp, action=now.action, status=to, on=on, because=because.strip(), done_by=done_by)
    return now.step


def to_tie(action: Action, *, by: Viewer, on: date) -> None:
    """Whether something dated this day can be tied to it; refused in words where it had not begun."""
    if given.happened(on, by=by) < action.on:
        raise Refused(f"The action began on {say(action.on)}, so nothing of it can be dated {say(on)}")


def started(now: Standing, *, by: Viewer, on: date, start: date) -> ActionStart:
    """When it begins, or began."""
    to_tie(now.action, by=by, on=on)
    refuse_if(f"The action cannot start on {say(start)}: it is due on {say(now.due)}" if now.due and now.due < start else None)
    return ActionStart(**by.stamp, action=now.action, start=start, on=on)


def answering(now: Standing, *, by: Viewer, on: date, risk: Any) -> ActionRisk:
    """That it answers a risk."""
    to_tie(now.action, by=by, on=on)
    if risk.pk in now.risks:
        raise Refused("The action answers this risk already")
    now.risks.add(risk.pk)
    return ActionRisk(**by.stamp, action=now.action, risk=risk, on=on)
