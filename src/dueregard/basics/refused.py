"""Refusals: a deed that may not go ahead says why, in words a page can show."""

from typing import Protocol


class Refused(Exception):
    """The deed was not done; the message says why and, where it helps, what to do."""


class Changed(Refused):
    """Somebody else changed the record since it was opened."""


class Versioned(Protocol):
    """Anything with a version that goes up by one at each change."""

    version: int


def refuse_if(reason: str | None) -> None:
    """Stop the deed if a rule of shape gives a reason."""
    if reason:
        raise Refused(reason)


def refuse_unless(because: str, reason: str | None) -> None:
    """Stop the deed if a rule of conduct gives a reason and nobody has said why to go ahead all the same."""
    if reason and not because.strip():
        raise Refused(f"{reason}. If it has to be so, say why and who agreed it")


def refuse_if_changed(record: Versioned, seen: int, *, by_whom: str = "") -> None:
    """Stop the deed if the record is no longer as the page showed it."""
    if record.version != seen:
        whom = f" {by_whom}" if by_whom else ""
        raise Changed(f"This was changed{whom} after you opened it. Look at it as it is now, then save again; what you typed is still here")
