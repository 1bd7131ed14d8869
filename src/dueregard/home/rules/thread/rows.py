"""What a golden thread is made of, as frozen rows: sources, risks, actions and what became of them, each naming what it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.plan.rules.evaluations import Changed


class Key(NamedTuple):
    """One record of the thread: its kind, as loose ends name it, and its ref."""

    kind: str
    ref: str


@dataclass(frozen=True, kw_only=True)
class OnThread:
    """A record with a reference and a marking."""

    ref: str
    is_sensitive: bool = False


@dataclass(frozen=True, kw_only=True)
class Source(OnThread):
    """Something known of the local threat. `kind` is in words."""

    kind: str
    title: str
    on: date
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Score:
    """A residual score given on a day, and the highest its matrix tolerates."""

    on: date
    likelihood: int
    impact: int
    tolerance: int

    @property
    def value(self) -> int:
        return self.likelihood * self.impact

    @property
    def is_above(self) -> bool:
        return self.value > self.tolerance


@dataclass(frozen=True, kw_only=True)
class Risk(OnThread):
    """A risk, the sources it rests on, how it has been scored, the decisions that accepted it. `kind` is in words."""

    kind: str
    title: str
    sources: tuple[str, ...] = ()
    scores: tuple[Score, ...] = ()  # oldest first
    accepted: tuple[str, ...] = ()
    is_open: bool = True


@dataclass(frozen=True, kw_only=True)
class Review:
    """What a meeting concluded of an action; `number` is the item's place on the agenda, None where that is not to be told."""

    meeting: str
    item: str
    on: date
    words: str
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class Update:
    """What its owner said last of an action."""

    on: date
    words: str
    rag: Rag | None = None


@dataclass(frozen=True, kw_only=True)
class Carried:
    """An action went on into another plan."""

    plan: str
    title: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Action(OnThread):
    """An action, the risks it answers, and what hangs on it."""

    what: str
    on: date
    owner: str = ""
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    closed: date | None = None
    risks: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()  # oldest first
    decisions: tuple[str, ...] = ()
    update: Update | None = None
    evaluations: tuple[str, ...] = ()
    carried: tuple[Carried, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Decision(OnThread):
    """A decision; `answered` says how many of the three questions of its check have a reason, None where it has no check."""

    words: str
    on: date
    needs_check: bool = False
    answered: int | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """What an evaluation changed or proposed."""

    changed: Changed
    on: date
    risk: str = ""
    score: int | None = None
    action: str = ""
    objective: str = ""
    title: str = ""  # of the action or objective
    because: str = ""


@dataclass(frozen=True, kw_only=True)
class Evaluation(OnThread):
    """What actions came to, and what it changed."""

    words: str
    on: date
    next_plan: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Everything a thread may show. Only what the viewer may see is in it, so nothing here can point to what they may not."""

    sources: tuple[Source, ...] = ()
    risks: tuple[Risk, ...] = ()
    actions: tuple[Action, ...] = ()
    decisions: tuple[Decision, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()

    @property
    def nouns(self) -> dict[str, tuple[OnThread, ...]]:
        """The rows by the kind of record they are."""
        return {
            "source": self.sources,
            "risk": self.risks,
            "action": self.actions,
            "decision": self.decisions,
            "evaluation": self.evaluations,
        }

    def records(self) -> Iterator[Key]:
        """Every record here, its meetings included."""
        for kind, rows in self.nouns.items():
            yield from (Key(kind, row.ref) for row in rows)
        yield from {Key("meeting", review.meeting) for action in self.actions for review in action.reviews}

    @property
    def has_sensitive(self) -> bool:
        """Whether anything here is Official-Sensitive."""
        return any(row.is_sensitive for rows in self.nouns.values() for row in rows)
