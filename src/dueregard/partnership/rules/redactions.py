"""Words and rules about free text that names a person who should not be there. Pure Python."""

from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class TextKind(Choice):
    """Where free text stands that may have to be taken out."""

    ITEM = "agenda-item", "An agenda item’s title"
    MINUTE = "minute", "A minute"
    DECISION = "decision", "A decision"
    CORRECTION = "correction", "A correction"
    ACTION = "action", "An action"
    UPDATE = "update", "An update of an action"
    REVIEW = "review", "A review of an action"
    HEARD = "heard", "What an organisation said"
    ANSWER = "answer", "An answer to an organisation"
    BRIEFING = "briefing", "A briefing of members"
    LINK_DEED = "link-deed", "Something done under a link"


def words_instead(on: date) -> str:
    """What stands where words were taken out."""
    return f"[Words taken out on {say(on)}: they named a person who should not be here]"


def why_not_redact(written: date, *, on: date, because: str) -> str | None:
    """The reason words cannot be taken out: nobody said why, or they were not there yet."""
    if not because.strip():
        return "Say why the words are taken out, without repeating them"
    if on < written:
        return f"The words were written on {say(written)}, so they cannot be taken out on {say(on)}"
    return None
