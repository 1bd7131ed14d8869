"""When an action may come into a plan, leave it or be carried forward, and what a milestone and a measure may say. Pure Python."""

from datetime import date
from decimal import Decimal

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say


class MilestoneStanding(Choice):
    """How a milestone stands on a day."""

    AHEAD = "ahead", "To come"
    LATE = "late", "Late"
    REACHED = "reached", "Reached"
    GIVEN_UP = "given-up", "Given up"


def milestone_standing(*, due: date, reached: date | None, is_given_up: bool, on: date) -> MilestoneStanding:
    """How a milestone stands on a day."""
    if reached is not None and reached <= on:
        return MilestoneStanding.GIVEN_UP if is_given_up else MilestoneStanding.REACHED
    return MilestoneStanding.LATE if due < on else MilestoneStanding.AHEAD


def why_not_put_in(*, is_in: bool, raised: date, on: date) -> str | None:
    """The reason an action cannot come into a plan: it is in it, or had not been raised."""
    if is_in:
        return "The action is in this plan already"
    if on < raised:
        return f"The action was raised on {say(raised)}, so it cannot be in the plan from {say(on)}"
    return None


def why_not_carry_forward(*, same_plan: bool, is_in: bool, is_open: bool, because: str) -> str | None:
    """The reason an action cannot be carried forward: it is in no plan before, is closed, or nobody says why it goes on."""
    if same_plan:
        return "An action is carried forward into another plan"
    if not is_in:
        return "The action is not in the plan it would be carried from"
    if not is_open:
        return "The action is closed. Open it again first, or write a new one"
    return None if because.strip() else "Say why it is carried forward"


def why_not_move(*, was: str, to: str) -> str | None:
    """The reason an action cannot move within a plan: it stands there already."""
    return "The action stands there already" if was == to else None


def why_not_step(*, is_open: bool, raised: date, on: date) -> str | None:
    """The reason an action takes no milestone or measure: it is closed, or had not been raised."""
    if not is_open:
        return "The action is closed. Open it again first"
    return f"The action was raised on {say(raised)}, so nothing of it can be dated {say(on)}" if on < raised else None


def why_not_reach(*, added: date, reached: date | None, on: date, is_given_up: bool, because: str) -> str | None:
    """The reason a milestone cannot be reached or given up: it has been, it was not there yet, or nobody says why."""
    if reached is not None:
        return f"What became of this milestone was recorded on {say(reached)}"
    if on < added:
        return f"The milestone was set on {say(added)}, so nothing can have become of it on {say(on)}"
    return "Say why it is given up" if is_given_up and not because.strip() else None


def why_not_read(*, added: date, on: date) -> str | None:
    """The reason a measure cannot be read for this day: it was not there yet."""
    return f"The measure was set on {say(added)}, so it cannot be read for {say(on)}" if on < added else None


def progress(baseline: Decimal | None, *, target: Decimal | None, now: Decimal | None) -> int | None:
    """How far a measure has come from its baseline to its target, in whole per cent, never rounded up to all of it."""
    if baseline is None or target is None or now is None or baseline == target:
        return None
    share = (now - baseline) / (target - baseline) * 100
    return int(max(share, Decimal(0)) // 1)
