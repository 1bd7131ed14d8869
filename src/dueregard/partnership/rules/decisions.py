"""Words and rules about decisions, the actions that follow from them, and nil returns. Pure Python."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class DecisionKind(Choice):
    """Whether a decision needs a Security Threat Check."""

    PROCEDURAL = "procedural", "Procedural: minutes, noting, dates"
    DELIVERY = "delivery", "Delivery: needs a Security Threat Check"


class CheckCovers(Choice):
    """What the check that covers a decision was made for."""

    ACTION = "action", "The action itself"
    DECISION = "decision", "The decision itself"
    PAPER = "paper", "Its paper"
    PROJECT = "project", "Its project"
    PLAN = "plan", "Its plan"


class ActionStatus(Choice):
    """How far an action has come."""

    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


ACTION_MOVES: Mapping[ActionStatus, frozenset[ActionStatus]] = {
    ActionStatus.OPEN: frozenset({ActionStatus.DONE, ActionStatus.DROPPED}),
    ActionStatus.DONE: frozenset({ActionStatus.OPEN}),
    ActionStatus.DROPPED: frozenset({ActionStatus.OPEN}),
}


class Rag(Choice):
    """How its owner says an action is going."""

    GREEN = "green", "On course"
    AMBER = "amber", "At risk"
    RED = "red", "Off course"


class NilAbout(Choice):
    """What a nil return says did not arise."""

    DECISIONS = "delivery-decisions", "No delivery decision arose"
    EXCHANGES = "community-exchanges", "No exchange with a community organisation arose"
    EXTRAORDINARY = "extraordinary-meetings", "No need for a meeting called at once arose"


def why_not_decide(held_on: date, *, on: date) -> str | None:
    """The reason a decision cannot be dated to this meeting: the two days differ."""
    if on != held_on:
        return f"A decision of this meeting is dated to it: {say(held_on)}"
    return None


def why_not_check(kind: str) -> str | None:
    """The reason a decision takes no Security Threat Check: it is procedural."""
    if kind == DecisionKind.PROCEDURAL:
        return "A procedural decision needs no Security Threat Check"
    return None


def why_not_due(began: date, *, due: date | None) -> str | None:
    """The reason an action cannot be due on this day: it would be due before it began."""
    if due is not None and due < began:
        return f"The action cannot be due on {say(due)}: it began on {say(began)}"
    return None


def why_not_move_action(status: ActionStatus, *, to: ActionStatus, began: date, on: date, because: str = "") -> str | None:
    """The reason an action cannot be finished, dropped or opened again."""
    if on < began:
        return f"The action began on {say(began)}, so nothing can have happened to it on {say(on)}"
    if to not in ACTION_MOVES[status]:
        return f"The action is already {status.label.lower()}"
    if to is not ActionStatus.DONE and not because.strip():
        return "Say why"
    return None


def why_not_speak(owner: str, *, body: UUID | None, person: UUID | None, own_body: UUID | None, own_person: UUID | None) -> str | None:
    """The reason somebody cannot say how an action is going: neither they nor their body own it."""
    if own_person is None:
        return "Your account is not tied to a person of this area, so no action here is yours to speak for"
    if person == own_person or (body is not None and body == own_body):
        return None
    return f"Its owner says how this action is going: {owner or 'nobody owns it yet'}"


def why_not_update(status: ActionStatus, *, began: date, on: date) -> str | None:
    """The reason an action takes no update: it is closed, or had not begun."""
    if status is not ActionStatus.OPEN:
        return f"The action is {status.label.lower()}. Open it again first"
    if on < began:
        return f"The action began on {say(began)}, so there is nothing to update on {say(on)}"
    return None


def why_not_accept(*, identified: date, is_open: bool, on: date, until: date | None) -> str | None:
    """The reason a decision cannot accept a risk: it was not there on the day, or the acceptance would end before it begins."""
    if on < identified:
        return f"The risk was identified on {say(identified)}, after the decision of {say(on)}"
    if not is_open:
        return f"The risk was closed on {say(on)}, so there was nothing to accept"
    if until is not None and until < on:
        return f"The decision was taken on {say(on)}, so it cannot accept the risk until {say(until)}"
    return None
