"""Completions: when one can be recorded, and when it can be withdrawn."""

from datetime import date

from dueregard.basics.dates import say


def why_not_complete(on: date, *, today: date, joined: date) -> str | None:
    """The reason a completion cannot be of a day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet"
    return f"They joined on {say(joined)}, after that day" if on < joined else None


def why_not_withdraw(on: date, *, today: date, because: str, is_withdrawn: bool) -> str | None:
    """The reason a completion cannot be withdrawn; None if it can."""
    if is_withdrawn:
        return "This completion was withdrawn already"
    if not because.strip():
        return "Say why it does not count"
    return f"{say(on)} has not come yet" if on > today else None
