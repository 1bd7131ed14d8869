"""What changed from one edition of the assessment to the next: paragraphs and risks, as far as somebody may see both. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dueregard.basics.choice import Choice
from dueregard.basics.dates import counted, listed
from dueregard.risk.rules.risks import RiskKind

ALIKE = 0.5  # ours: two paragraphs that share half their words are one, rewritten


class Change(Choice):
    """What became of words."""

    KEPT = "kept", "Kept"
    ADDED = "added", "Added"
    TAKEN_OUT = "taken-out", "Taken out"


@dataclass(frozen=True, kw_only=True)
class Written:
    """A paragraph as somebody reads it."""

    heading: str
    words: str
    marking: str


@dataclass(frozen=True, kw_only=True)
class Scored:
    """A risk as an edition shows it: its residual score on the edition's day."""

    ref: str
    title: str
    kind: RiskKind
    likelihood: int | None
    impact: int | None
    marking: str
    is_closed: bool = False

    @property
    def score(self) -> int | None:
        """Likelihood times impact; none where it was not scored."""
        return self.likelihood * self.impact if self.likelihood and self.impact else None

    @property
    def says(self) -> str:
        """The score in words."""
        return f"{self.score} ({self.likelihood} × {self.impact})" if self.score else "Not scored"


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """A paragraph that was rewritten: runs of words, each kept, added or taken out."""

    heading: str
    was_heading: str
    runs: tuple[tuple[Change, str], ...]
    was_marking: str
    marking: str


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What changed between two editions."""

    added: tuple[Written, ...]
    taken_out: tuple[Written, ...]
    rewritten: tuple[Rewritten, ...]
    risks_in: tuple[Scored, ...]
    risks_out: tuple[Scored, ...]
    rescored: tuple[tuple[Scored, Scored], ...]
    same_risks: int

    @property
    def is_empty(self) -> bool:
        """Nothing changed at all."""
        return not (self.added or self.taken_out or self.rewritten or self.risks_in or self.risks_out or self.rescored)

    @property
    def says(self) -> str:
        """The changes in one sentence."""
        parts = [
            (len(self.risks_in), "risk", "came in"),
            (len(self.risks_out), "risk", "went out"),
            (len(self.rescored), "risk", "scored otherwise"),
            (len(self.added), "paragraph", "added"),
            (len(self.rewritten), "paragraph", "rewritten"),
            (len(self.taken_out), "paragraph", "taken out"),
        ]
        said = [f"{counted(number, noun)} {verb}" for number, noun, verb in parts if number]
        return f"{listed(said)[:1].upper()}{listed(said)[1:]}" if said else "Nothing changed"


def compared(*, paragraphs: tuple[Sequence[Written], Sequence[Written]], risks: tuple[Sequence[Scored], Sequence[Scored]]) -> Comparison:
    """What changed from the first of each pair to the second."""
    added, taken_out, rewritten = _paragraphs(*paragraphs)
    was, now = ({risk.ref: risk for risk in side} for side in risks)
    both = [(was[ref], risk) for ref, risk in now.items() if ref in was]
    return Comparison(
        added=added,
        taken_out=taken_out,
        rewritten=rewritten,
        risks_in=tuple(risk for ref, risk in now.items() if ref not in was),
        risks_out=tuple(risk for ref, risk in was.items() if ref not in now),
        rescored=tuple((old, new) for old, new in both if old.says != new.says),
        same_risks=sum(old.says == new.says for old, new in both),
    )


def _paragraphs(
    before: Sequence[Written], after: Sequence[Written]
) -> tuple[tuple[Written, ...], tuple[Written, ...], tuple[Rewritten, ...]]:
    old, new = list(before), list(after)
    for one in before:
        if one in new:
            old.remove(one)
            new.remove(one)
    rewritten = []
    for one in list(new):
        match = max(old, key=lambda was: _likeness(was, one), default=None)
        if match is not None and _likeness(match, one) >= ALIKE:
            old.remove(match)
            new.remove(one)
            rewritten.append(_rewritten(match, one))
    return tuple(new), tuple(old), tuple(rewritten)


def _likeness(was: Written, now: Written) -> float:
    """How alike two paragraphs are: of one heading, they are one paragraph whatever became of its words."""
    if was.heading and was.heading == now.heading:
        return 1 + SequenceMatcher(None, was.words.split(), now.words.split(), autojunk=False).quick_ratio()
    return SequenceMatcher(None, was.words.split(), now.words.split(), autojunk=False).ratio()


def _rewritten(was: Written, now: Written) -> Rewritten:
    old, new = was.words.split(), now.words.split()
    runs: list[tuple[Change, str]] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append((Change.KEPT, " ".join(old[start:end])))
            continue
        if end > start:
            runs.append((Change.TAKEN_OUT, " ".join(old[start:end])))
        if new_end > new_start:
            runs.append((Change.ADDED, " ".join(new[new_start:new_end])))
    return Rewritten(heading=now.heading, was_heading=was.heading, runs=tuple(runs), was_marking=was.marking, marking=now.marking)
