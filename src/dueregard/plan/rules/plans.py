"""What a plan is agreed, ratified and referenced by, how far it has come, and when something about it may not be done. Pure Python."""

from collections.abc import Collection, Sequence
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import listed, say


class TookPart(Choice):
    """How a body took part in making the plan. Being given an action is not taking part."""

    CONTRIBUTION = "contribution", "Sent a contribution"
    WORKSHOP = "workshop", "Took part in a workshop on it"


class RatifiedBy(Choice):
    """Which members' body ratified the plan."""

    CABINET = "cabinet", "Cabinet"
    COMMITTEE = "committee", "A committee"
    COUNCIL = "council", "Full council"


class Referenced(Choice):
    """What kind of document the plan is referenced in."""

    CORPORATE = "corporate", "A corporate strategy or plan"
    SERVICE = "service", "A service strategy or plan"


class PlanStanding(Choice):
    """How a plan stands on a day, from its dates and what was recorded of it."""

    DRAFT = "draft", "Being drafted"
    AGREED = "agreed", "Agreed, not begun"
    IN_FORCE = "in-force", "In force"
    UNAGREED = "unagreed", "In its period, not agreed"
    OVER = "over", "Period over, not closed"
    CLOSED = "closed", "Closed"


def plan_standing(*, covers_from: date, covers_to: date, agreed: date | None, closed: date | None, on: date) -> PlanStanding:
    """How a plan stands on a day."""
    is_agreed = agreed is not None and agreed <= on
    if closed is not None and closed <= on:
        return PlanStanding.CLOSED
    if on > covers_to:
        return PlanStanding.OVER
    if on < covers_from:
        return PlanStanding.AGREED if is_agreed else PlanStanding.DRAFT
    return PlanStanding.IN_FORCE if is_agreed else PlanStanding.UNAGREED


def why_not_period(covers_from: date, *, covers_to: date, others: Sequence[tuple[str, date, date]] = ()) -> str | None:
    """The reason a plan cannot cover this period: it ends before it begins, or overlaps another plan of the same group."""
    if covers_to <= covers_from:
        return f"The period cannot end on {say(covers_to)}: it begins on {say(covers_from)}"
    for ref, begins, ends in others:
        if begins <= covers_to and covers_from <= ends:
            return (
                f"The period overlaps {ref} of the same group, which runs from {say(begins)} to {say(ends)}. Close that one earlier first"
            )
    return None


def why_not_write(began: date, *, closed: date | None, on: date) -> str | None:
    """The reason nothing can be written into a plan on this day: it had not been begun, or was closed."""
    if on < began:
        return f"The plan was begun on {say(began)}, so nothing of it can be dated {say(on)}"
    if closed is not None:
        return f"The plan was closed on {say(closed)}"
    return None


def why_not_keep(began: date, *, on: date) -> str | None:
    """The reason something said of a plan by others cannot be kept for this day: it had not been begun."""
    return f"The plan was begun on {say(began)}, so nothing of it can be dated {say(on)}" if on < began else None


def why_not_agree(began: date, *, agreed: date | None, decided: date, same_group: bool) -> str | None:
    """The reason a decision cannot agree a plan: that is agreed already, another group decided, or before the plan was begun."""
    if agreed is not None:
        return f"The plan was agreed on {say(agreed)} already"
    if not same_group:
        return "The decision is another group’s: the group that owns the plan agrees it"
    if decided < began:
        return f"The decision was taken on {say(decided)}, before the plan was begun on {say(began)}"
    return None


def why_not_agree_unchecked(*, is_covered: bool) -> str | None:
    """The reason to stop before agreeing: no Security Threat Check covers the plan."""
    if is_covered:
        return None
    return "No Security Threat Check covers the plan or its decision. Check the plan first, or say that it is agreed without one"


def why_not_close(began: date, *, closed: date | None, on: date) -> str | None:
    """The reason a plan cannot be closed: it is closed already, or had not been begun."""
    if closed is not None:
        return f"The plan was closed on {say(closed)} already"
    return why_not_keep(began, on=on)


def why_not_close_yet(open_things: Sequence[str]) -> str | None:
    """The reason to stop before closing a plan: what is still open in it."""
    return f"Still open: {listed(list(open_things))}" if open_things else None


def why_not_end(began: date, *, ended: date | None, on: date, because: str, what: str) -> str | None:
    """The reason something of a plan cannot be dropped or taken out: it has been, it had not begun, or nobody says why."""
    if ended is not None:
        return f"{what} was taken out on {say(ended)} already"
    if on < began:
        return f"{what} came into the plan on {say(began)}, so it cannot leave it on {say(on)}"
    return None if because.strip() else "Say why"


def why_not_objective(title: str, *, national: str, there: Collection[str], known: Collection[str]) -> str | None:
    """The reason an objective cannot be added: no such national one, it stands in the plan, or it says nothing."""
    if national and national not in known:
        return f"There is no national objective {national}; there are {listed(sorted(known))}"
    if national and national in there:
        return "This national objective stands in the plan already"
    return None if national or title.strip() else "Say what the objective is"
