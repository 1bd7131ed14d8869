"""How events are chained: the canonical form of an event and the digest over it. Pure Python."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def canonical(event: Mapping[str, Any]) -> bytes:
    """The same bytes on either database: sorted keys, no spaces, times in UTC to the microsecond."""
    return json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain).encode()


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return str(value)


def digest(previous: str, event: Mapping[str, Any]) -> str:
    """The event's own digest, which holds the one before it."""
    return hashlib.sha256(previous.encode() + b"\n" + canonical(event)).hexdigest()


@dataclass(frozen=True)
class Link:
    """One event as the chain sees it."""

    number: int
    previous: str
    digest: str
    event: Mapping[str, Any]


def first_broken(links: Iterable[Link]) -> str | None:
    """The first place where the chain does not hold, in words; None if it holds from end to end."""
    previous = GENESIS
    for number, link in enumerate(links, start=1):
        if link.number != number:
            return f"Event {number} is missing: the next one is number {link.number}"
        if link.previous != previous:
            return f"Event {number} does not follow the one before it"
        if digest(previous, link.event) != link.digest:
            return f"Event {number} is not as it was written"
        previous = link.digest
    return None


def why_cut(*, count: int, head: str, known_count: int, digest_at_known: str | None, known_head: str) -> str | None:
    """Why a chain does not contain the one whose count and head were kept elsewhere; None if it does."""
    if count < known_count:
        return f"The trail was cut: {known_count} events were known, {count} are here"
    if digest_at_known != known_head:
        return f"Event {known_count} is not the one that was known"
    return None


def in_words(verb: str) -> str:
    """What a verb of the trail says on a page: partnership.meeting.called is Meeting called."""
    words = " ".join(verb.split(".")[1:] or [verb]).replace("-", " ")
    return words[:1].upper() + words[1:]


def as_cell(value: object) -> str:
    """A value as a spreadsheet may open it: what would be taken for a formula is kept as text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r\n" and text else text
