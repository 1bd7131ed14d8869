"""Completions: when one can be recorded."""

from datetime import date

from dueregard.basics.dates import say


def why_not_complete(on: date, *, today: date, joined: date) -> str | None:
    """The reason a completion cannot be of a day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet"
    return f"They joined on {say(joined)}, after that day" if on < joined else None
