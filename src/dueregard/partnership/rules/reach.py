"""Words and rules about the strategic officer's part, links with others and exchanges with communities. Pure Python."""

from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class InvolvementKind(Choice):
    """How a senior officer took part."""

    ATTENDED = "attended", "Attended a meeting"
    APPROVED = "approved", "Approved a document"
    DECIDED = "decided", "Took a decision"
    CLEARED = "cleared", "Cleared a communication"


class LinkKind(Choice):
    """Whom a link beyond the area is with."""

    AREA = "area", "Another area"
    AUTHORITY = "specified-authority", "A specified authority"
    NETWORK = "network", "A regional or national network"
    OTHER = "other", "Another organisation"


COUNTED_LINKS = frozenset({LinkKind.AREA, LinkKind.AUTHORITY, LinkKind.NETWORK})  # toolkit 1.b1: other areas and specified authorities


class BriefingAbout(Choice):
    """What elected members were briefed on."""

    DELIVERY = "delivery", "Prevent delivery and activity"
    RISK = "risk", "The risk assessment"
    OTHER = "other", "Something else"


def why_not_do_under_link(began: date, *, until: date | None, on: date) -> str | None:
    """The reason nothing can be recorded under a link on this day: the link was not active."""
    if on < began:
        return f"The link began on {say(began)}, so nothing was done under it on {say(on)}"
    if until is not None and on > until:
        return f"The link ended on {say(until)}, so nothing was done under it on {say(on)}"
    return None


def why_not_answer(heard: date, *, on: date) -> str | None:
    """The reason an answer, or a report to the group, cannot be dated to this day: nothing had been heard yet."""
    if on < heard:
        return f"The exchange was on {say(heard)}, so {say(on)} is too early"
    return None
