"""Completions: when one can be recorded, and when it can be taken back."""

from datetime import date

from dueregard.basics.dates import say


def why_not_complete(on: date, *, today: date, joined: date) -> str | None:
    """The reason a completion cannot be of a day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet"
    return f"They joined on {say(joined)}, after that day" if on < joined else None


def why_not_take_back(on: date, *, today: date, because: str, taken_back: bool) -> str | None:
    """The reason a completion cannot be taken back; None if it can."""
    if taken_back:
        return "It was taken back before"
    if not because.strip():
        return "Say why it is taken back"
    return f"{say(on)} has not come yet" if on > today else None
