"""What a loose end is: a place where the thread stops, something expected that is missing, or something worth tidying. Pure Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dueregard.guidance.indicator import Cite


class Severity(StrEnum):
    """How bad a loose end is, worst first."""

    BREAK = "break"
    GAP = "gap"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The word a page uses."""
        return self.value.capitalize()


WORST_FIRST = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, kw_only=True)
class LooseEnd:
    """One loose end: a sentence of fact, the record it is about, the line it weakens and the page that ties it."""

    kind: str  # permanent name of this sort of loose end, such as "partnership.channel-chair-vacant"
    severity: Severity
    line: str  # the line of guidance it weakens, such as "1.g5"
    subject: Cite
    says: str
    tie: str  # what to do, starting with a verb
    tie_at: str  # a page's name, such as "partnership:member-record"
    ref: str | None = None  # the record that page is about, where it is about one


def worst_first(loose_ends: Iterable[LooseEnd]) -> list[LooseEnd]:
    """Breaks, then gaps, then notes; within these by line, kind and record, so that the same facts always give the same list."""
    return sorted(loose_ends, key=lambda end: (WORST_FIRST[end.severity], end.line, end.kind, end.subject.kind, end.subject.ref, end.says))
