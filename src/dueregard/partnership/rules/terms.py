"""Rules about when a group's rows may begin and what a quorum can be. Pure Python."""

from datetime import date

from dueregard.basics.dates import say


def why_not_begin_in_group(began: date, *, on: date) -> str | None:
    """The reason something of a group cannot begin on this day: the group had not begun."""
    if on < began:
        return f"The group began on {say(began)}, so nothing of it can begin on {say(on)}"
    return None


def why_not_quorum(members: int | None, *, sectors: int | None) -> str | None:
    """The reason a quorum cannot be these numbers: none or more is needed, never nobody."""
    if members == 0 or sectors == 0:
        return "A quorum is one or more; leave it empty where the terms set none"
    if members is not None and sectors is not None and members < sectors:
        return f"{sectors} sectors cannot be there with {members} members"
    return None
