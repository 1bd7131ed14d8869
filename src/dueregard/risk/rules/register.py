"""The register as a list: each risk with where it stood then and stands now, their order, and how they stand in numbers. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dueregard.basics.dates import counted, listed, months_before, say
from dueregard.risk.rules.matrix import Scale, Score
from dueregard.risk.rules.risks import Direction, RiskKind, RiskStatus, direction

COMPARED_MONTHS = 3  # ours: where the assessment was never looked at before, the register is compared with a quarter earlier
WAYS = {Direction.WORSE: "worse", Direction.SAME: "the same", Direction.BETTER: "better", Direction.NEW: "new"}


@dataclass(frozen=True, slots=True)
class Line:
    """A risk of the register with where it stood then and stands now."""

    key: str  # of its row
    ref: str
    kind: str
    is_sensitive: bool
    district: str  # its ref; empty for the whole area
    status: str
    then: Score | None
    now: Score | None

    @property
    def is_open(self) -> bool:
        return self.status == RiskStatus.OPEN

    @property
    def is_above(self) -> bool:
        return self.now is not None and self.now.is_above and self.is_open

    @property
    def direction(self) -> Direction:
        return direction(self.then, self.now)


@dataclass(frozen=True, kw_only=True)
class Register:
    """The risks asked for, situational before corporate, highest first, on the matrix in force."""

    scale: Scale
    then: date
    lines: tuple[Line, ...]

    @cached_property
    def above(self) -> list[Line]:
        """Those above tolerance, highest first."""
        return sorted((line for line in self.lines if line.is_above), key=lambda line: -(line.now.product if line.now else 0))

    @cached_property
    def drawn(self) -> list[Line]:
        """Those the heat map can show: open, and scored on the matrix in force."""
        return [line for line in self.lines if line.is_open and _on(line.now, self.scale)]

    @cached_property
    def elsewhere(self) -> int:
        """How many open risks are scored on another matrix: not converted, so not drawn."""
        return sum(line.is_open for line in self.lines) - len(self.drawn) - self.unscored

    @cached_property
    def unscored(self) -> int:
        """How many open risks have no residual score."""
        return sum(line.now is None and line.is_open for line in self.lines)

    @property
    def is_sensitive(self) -> bool:
        """Whether the viewer sees an Official-Sensitive risk in it."""
        return any(line.is_sensitive for line in self.lines)

    @cached_property
    def sentence(self) -> str:
        """How the register stands, in numbers."""
        if not self.lines:
            return "No risk"
        numbers = Counter(line.kind for line in self.lines)
        kinds = [f"{numbers[kind.value]} {kind.value}" for kind in RiskKind if numbers[kind.value]]
        above = len(self.above)
        return f"{counted(len(self.lines), 'risk')}: {listed(kinds)}. {above or 'None'} {'is' if above < 2 else 'are'} above tolerance"

    @cached_property
    def travel(self) -> str:
        """Which way they went since then."""
        pairs = Counter((id(line.then), id(line.now)) for line in self.drawn)  # there are few different scores, and many risks
        of = {(id(line.then), id(line.now)): line.direction for line in self.drawn}
        ways: Counter[Direction] = Counter()
        for pair, number in pairs.items():
            ways[of[pair]] += number
        said = [f"{ways[way]} {'is' if ways[way] == 1 else 'are'} {words}" for way, words in WAYS.items() if ways[way]]
        return f"Since {say(self.then)}, {listed(said)}" if said else ""


def in_order(lines: Iterable[Line], *, scale: Scale) -> tuple[Line, ...]:
    """Situational first, open first; the highest score on the matrix in force first, then those on another, then those without one."""

    def place(line: Line) -> tuple[bool, bool, int, int, str]:
        score = line.now
        stands = (-score.product if _on(score, scale) else 1000 - score.product) if score else 2000
        return line.kind != RiskKind.SITUATIONAL, not line.is_open, stands, len(line.ref), line.ref

    return tuple(sorted(lines, key=place))


def _on(score: Score | None, scale: Scale) -> bool:
    return score is not None and score.scale.is_alike(scale)


def compared_with(looked_at: Iterable[date], *, as_at: date) -> date:
    """The day the register is compared with unless another is asked for: the last on which the assessment was looked at before."""
    return max((day for day in looked_at if day < as_at), default=months_before(as_at, COMPARED_MONTHS))
