"""What a finding is: a status, the reasons in plain words, the records it rests on, what would close it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

LATE_DAYS = 30  # a record typed later than this after it happened is counted aloud (never held against anyone)


class Status(StrEnum):
    """What the records show about one line, best first. The values are the words of the command line and the files."""

    MET = "met"
    PARTLY = "partly-met"
    NOT = "not-met"
    NOT_ENOUGH = "not-enough-recorded"
    DOES_NOT_APPLY = "does-not-apply"
    NEEDS_JUDGEMENT = "needs-judgement"

    @property
    def label(self) -> str:
        """The words a page uses, always these."""
        return LABELS[self]


LABELS = {
    Status.MET: "Met",
    Status.PARTLY: "Partly met",
    Status.NOT: "Not met",
    Status.NOT_ENOUGH: "Not enough recorded",
    Status.DOES_NOT_APPLY: "Does not apply",
    Status.NEEDS_JUDGEMENT: "Needs a person",
}
WORSE = {Status.MET: 0, Status.DOES_NOT_APPLY: 0, Status.PARTLY: 1, Status.NEEDS_JUDGEMENT: 1, Status.NOT: 2, Status.NOT_ENOUGH: 2}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One record as a finding sees it: what it is, when it happened, when it was typed."""

    kind: str  # the record's noun as pages know it, such as "meeting" (ui/places.py turns kind and ref into an address)
    ref: str
    label: str
    on: date
    typed: date | None = None

    @cached_property
    def as_cite(self) -> "Cite":
        """The record as a cite, made once: a look-ahead asks for it ninety times."""
        return Cite(self.kind, self.ref, self.label, self.on, self.typed)


@dataclass(frozen=True)
class Cite:
    """A record a finding rests on."""

    kind: str
    ref: str
    label: str
    on: date | None
    typed: date | None = None

    @property
    def is_late(self) -> bool:
        return self.on is not None and self.typed is not None and (self.typed - self.on).days > LATE_DAYS


@dataclass(frozen=True)
class Gap:
    """What would close a line, and the page that closes it."""

    says: str
    page: str  # a page's name, such as "partnership:meeting-call"
    ref: str | None = None  # the record the page is about, where it is about one


@dataclass(frozen=True)
class Finding:
    """What the records show about one line: a status, the reasons in plain words, the records, what is missing."""

    status: Status
    because: tuple[str, ...]
    cites: tuple[Cite, ...] = ()
    gaps: tuple[Gap, ...] = ()
    worse_on: date | None = None
    worse: Status | None = None

    def __post_init__(self) -> None:
        if self.status is Status.MET and not self.cites:
            raise ValueError(f"A line cannot be met by nothing: {self.because}")
        if self.status in {Status.PARTLY, Status.NOT, Status.NOT_ENOUGH, Status.NEEDS_JUDGEMENT} and not self.gaps:
            raise ValueError(f"A line short of met names what would close it: {self.because}")


Expects = Mapping[str, Any]
Indicator = Callable[[Any, Expects, date], Finding]


def cite(facts: "list[Fact] | tuple[Fact, ...]") -> tuple[Cite, ...]:
    """The records as cites, newest first, each once."""
    seen = {(fact.kind, fact.ref, fact.label): fact for fact in facts}
    newest = sorted(seen.values(), key=lambda fact: (fact.on, fact.kind, fact.ref), reverse=True)
    return tuple(fact.as_cite for fact in newest)
