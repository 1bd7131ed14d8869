"""Completions: when one can be recorded, and what a certificate of one is known by."""

from datetime import date

from dueregard.basics.dates import say

DIGEST = 64  # signs of a SHA-256


def why_not_complete(on: date, *, today: date, joined: date) -> str | None:
    """The reason a completion cannot be of a day; None if it can."""
    if on > today:
        return f"{say(on)} has not come yet"
    return f"They joined on {say(joined)}, after that day" if on < joined else None


def why_not_digest(digest: str) -> str | None:
    """The reason a certificate cannot be known by a digest; None if it can."""
    is_one = len(digest) == DIGEST and set(digest) <= set("0123456789abcdef")
    return None if is_one else f"A digest is {DIGEST} of the signs 0 to 9 and a to f"
