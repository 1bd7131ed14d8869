"""How events are chained: the canonical form of an event and the digest over it. Pure Python."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64
TO = " to "
NUMBER = re.compile(r"(?:0|[1-9]\d{0,17})$")


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


def runs(refs: Iterable[str]) -> list[str]:
    """References in few words, in order: those that follow each other are a run, A-12 to A-19."""
    found: list[list[str]] = []
    for ref in sorted(refs, key=_place):
        if found and (stem := _place(found[-1][-1])[0]) and _place(ref) == (stem, _place(found[-1][-1])[1] + 1):
            found[-1] = [found[-1][0], ref]
        else:
            found.append([ref])
    return [TO.join(run) for run in found]


def is_in(ref: str, said: Iterable[str]) -> bool:
    """Whether a reference is one of those that were put in few words."""
    for run in said:
        first, _, last = run.partition(TO)
        (stem, low), (_, high), (other, number) = (_place(one.upper()) for one in (first, last or first, ref))
        if stem == other and low <= number <= high:
            return True
    return False


def _place(ref: str) -> tuple[str, int]:
    """What a reference begins with, and its number: none is 0."""
    number = NUMBER.search(ref)
    return (ref[: number.start()], int(number[0])) if number else (ref, 0)


def is_about(details: Mapping[str, Any], *, kind: str, ref: str) -> bool:
    """Whether an event about many records is about this one too; an empty kind is any, an empty reference too."""
    said = [*details.get("made", ()), *details.get("changed", ())]
    return kind in {"", details.get("of")} and (is_in(ref, said) if ref else bool(said))


def in_words(verb: str) -> str:
    """What a verb of the trail says on a page: partnership.meeting.called is Meeting called."""
    words = " ".join(verb.split(".")[1:] or [verb]).replace("-", " ")
    return words[:1].upper() + words[1:]


def as_cell(value: object) -> str:
    """A value as a spreadsheet may open it: what would be taken for a formula is kept as text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r\n" and text else text
