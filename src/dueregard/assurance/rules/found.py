"""A finding in its place: the line, what the records show, whose numbers it was read by, and the table that shows it. Pure Python."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dueregard.basics.dates import counted, listed, say
from dueregard.basics.part import Strict
from dueregard.guidance.catalogue import Line, Section
from dueregard.guidance.indicator import LABELS, Cite, Finding, Status


class CiteSeen(Strict):
    """A record a finding rests on, as it stood when the finding was seen."""

    kind: str
    ref: str
    label: str
    on: date | None = None
    typed: date | None = None


class GapSeen(Strict):
    """What would close a line, and the page that closes it."""

    says: str
    page: str
    ref: str | None = None


class NumberSeen(Strict):
    """A number the line was read by, and whose it is, in words."""

    words: str
    value: str
    whose: str


class TableSeen(Strict):
    """The small table a finding is about, such as who came to the last four meetings."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class FindingSeen(Strict):
    """What the records showed about a line, as plain data that can be kept and shown again exactly."""

    status: str
    label: str
    because: tuple[str, ...]
    cites: tuple[CiteSeen, ...] = ()
    gaps: tuple[GapSeen, ...] = ()
    worse_on: date | None = None
    worse: str | None = None  # the words of the worse status
    numbers: tuple[NumberSeen, ...] = ()
    table: TableSeen | None = None

    @property
    def digest(self) -> str:
        """What tells one finding from another: its status, reasons, records and gaps."""
        plain = self.model_dump(mode="json", include={"status", "because", "cites", "gaps"})
        return hashlib.sha256(canonical(plain).encode()).hexdigest()

    @property
    def short(self) -> str:
        """The finding in a few words, for a judgement that saw it: partly met: the meeting is not closed."""
        return f"{self.label.lower()}: {self.because[0]}" if self.because else self.label.lower()


@dataclass(frozen=True, kw_only=True)
class LineFound:
    """One line and what the records show about it."""

    line: Line
    finding: Finding
    numbers: tuple[NumberSeen, ...] = ()
    table: TableSeen | None = None

    @property
    def anchor(self) -> str:
        """The place of the line on its page."""
        return anchor_of(self.line.id)

    @property
    def seen(self) -> FindingSeen:
        """The finding as plain data."""
        found = self.finding
        return FindingSeen(
            status=found.status.value,
            label=found.status.label,
            because=found.because,
            cites=tuple(CiteSeen(kind=cite.kind, ref=cite.ref, label=cite.label, on=cite.on, typed=cite.typed) for cite in found.cites),
            gaps=tuple(GapSeen(says=gap.says, page=gap.page, ref=gap.ref) for gap in found.gaps),
            worse_on=found.worse_on,
            worse=found.worse.label.lower() if found.worse else None,
            numbers=self.numbers,
            table=self.table,
        )


@dataclass(frozen=True, kw_only=True)
class SectionFound:
    """One section with its lines as found."""

    section: Section
    lines: tuple[LineFound, ...]

    @property
    def sentence(self) -> str:
        """How the section's lines stand, in numbers and words."""
        return standing_of([found.finding.status.value for found in self.lines])

    @property
    def statuses(self) -> tuple[tuple[str, ...], ...]:
        """The statuses tier by tier, for the bar of marks."""
        return tuple(tuple(found.finding.status.value for found in lines) for _, lines in self.tiers)

    @property
    def tiers(self) -> tuple[tuple[str, tuple[LineFound, ...]], ...]:
        """The lines under the words of their tier."""
        words = dict.fromkeys(found.line.tier.label for found in self.lines)
        return tuple((tier, tuple(found for found in self.lines if found.line.tier.label == tier)) for tier in words)


def standing_of(statuses: Sequence[str]) -> str:
    """So many lines met, so many partly: the counts of one section in a sentence."""
    if not statuses:
        return "This section has no lines of its own."
    said: list[str] = []
    for status in Status:
        number = statuses.count(status.value)
        if number:
            words = IN_A_SENTENCE[status] if number == 1 else OF_SEVERAL.get(status, IN_A_SENTENCE[status])
            said.append(f"{counted(number, 'line') if not said else number} {words}")
    return f"The records show {listed(said)}."


IN_A_SENTENCE = {
    **{status: label.lower() for status, label in LABELS.items()},
    Status.NOT_ENOUGH: "with not enough recorded",
    Status.DOES_NOT_APPLY: "that does not apply",
    Status.NEEDS_JUDGEMENT: "that needs a person",
}
OF_SEVERAL = {Status.DOES_NOT_APPLY: "that do not apply", Status.NEEDS_JUDGEMENT: "that need a person"}


def canonical(plain: Any) -> str:
    """The same text for the same plain data, wherever it is written."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def anchor_of(line: str) -> str:
    """The place of a line on its page: g3 for 1.g3, and line-2 where only a number is left."""
    place = line.rpartition(".")[2]
    return f"line-{place}" if place.isdigit() else place


def cite_words(cite: Cite | CiteSeen) -> str:
    """A cited record as a file says it: its name, its reference and its day."""
    return f"{cite.label} ({cite.ref})" + (f", {say(cite.on)}" if cite.on else "")
