"""Words and rules about the agenda: what became of an item, what is carried over, how people answer an invitation. Pure Python."""

from collections.abc import Collection
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say
from dueregard.partnership.rules.meetings import TOOK_PLACE, MeetingStage


class ItemOutcome(Choice):
    """What became of an agenda item at the meeting."""

    TAKEN = "taken", "Taken"
    NOTED = "noted", "Noted"
    DEFERRED = "deferred", "Put off to a later meeting"
    NOT_REACHED = "not-reached", "Not reached"


CARRIED = frozenset({ItemOutcome.DEFERRED, ItemOutcome.NOT_REACHED})


class ReplyAnswer(Choice):
    """How somebody answered an invitation."""

    COMING = "coming", "Will come"
    SUBSTITUTE = "substitute", "Sends a substitute"
    APOLOGIES = "apologies", "Sends apologies"


def why_not_alter_agenda(stage: MeetingStage) -> str | None:
    """The reason an item cannot be altered, moved or taken off: the meeting has begun to be a record."""
    if stage in TOOK_PLACE:
        return "The meeting has been held, so its agenda stands. Write what happened into the minutes"
    if stage is MeetingStage.CANCELLED:
        return "The meeting was cancelled, so it has no agenda to change"
    return None


def why_not_reorder(given: Collection[str], *, there: Collection[str]) -> str | None:
    """The reason the items cannot be put in this order: one is missing, named twice or not of this meeting."""
    if sorted(given) != sorted(there):
        return "Name every item of the agenda once"
    return None


def why_not_carry_over(stage: MeetingStage, *, to: MeetingStage, left: int, held: date | None, next_on: date) -> str | None:
    """The reason items cannot be carried over: none is left, the meeting was not held, or the other one is not after it."""
    if stage not in TOOK_PLACE or held is None:
        return "Record the meeting as held first"
    if next_on <= held:
        return f"Items are carried over to a later meeting: this one was held on {say(held)}"
    if to in TOOK_PLACE or to is MeetingStage.CANCELLED:
        return f"The later meeting is {to.label.lower()}, so nothing can be carried over to it"
    if not left:
        return "Every item was taken, so there is nothing to carry over"
    return None


def why_not_reply(stage: MeetingStage) -> str | None:
    """The reason an answer to an invitation cannot be recorded: the meeting is over, or will not be."""
    if stage in TOOK_PLACE:
        return "The meeting has been held. Record who came instead"
    if stage is MeetingStage.CANCELLED:
        return "The meeting was cancelled"
    return None
