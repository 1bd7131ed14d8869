"""Editions of the assessment: how far one has come, and which edition of its words somebody was told."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Protocol, TypeVar

from dueregard.basics.choice import Choice
from dueregard.basics.dates import listed, months_after, say
from dueregard.risk.rules.sources import LevelChange


class Stage(Choice):
    """How far an edition of the assessment has come."""

    DRAFTED = "drafted", "Draft"
    SUBMITTED = "submitted", "Submitted for approval"
    APPROVED = "approved", "Approved"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


ORDER = list(Stage)
MOVES: Mapping[Stage, frozenset[Stage]] = {
    Stage.DRAFTED: frozenset({Stage.SUBMITTED, Stage.WITHDRAWN}),
    Stage.SUBMITTED: frozenset({Stage.DRAFTED, Stage.APPROVED, Stage.WITHDRAWN}),
    Stage.APPROVED: frozenset({Stage.SUPERSEDED}),
    Stage.SUPERSEDED: frozenset(),
    Stage.WITHDRAWN: frozenset(),
}


class Step(Protocol):
    """A step of an edition, as it was dated and typed."""

    @property
    def on(self) -> date: ...
    @property
    def typed_at(self) -> datetime: ...
    @property
    def stage(self) -> str: ...
    @property
    def because(self) -> str: ...


S = TypeVar("S", bound=Step)


def in_order(steps: Iterable[S]) -> tuple[S, ...]:
    """Steps as they followed each other. Those of one moment, as a file may date them, come in an order an edition can have made."""
    left = sorted(steps, key=lambda step: (step.on, step.typed_at, bool(step.because), ORDER.index(Stage(step.stage))))
    found: list[S] = []
    while left:
        together = [step for step in left if (step.on, step.typed_at) == (left[0].on, left[0].typed_at)]
        may_follow = MOVES[Stage(found[-1].stage)] if found else frozenset({Stage.DRAFTED})
        found.append(next((step for step in together if step.stage in may_follow), together[0]))
        left.remove(found[-1])
    return tuple(found)


class Edition(Choice):
    """Which of the two editions of one assessment somebody was briefed on."""

    OFFICIAL = "official", "The Official edition"
    WHOLE = "whole", "The whole, Official-Sensitive"


OPEN = frozenset({Stage.DRAFTED, Stage.SUBMITTED})  # being worked on
STOOD = frozenset({Stage.APPROVED, Stage.SUPERSEDED})  # was in force at some time
UPDATE_MONTHS = 6  # toolkit section 2, good practice 1: updated twice a year
BRIEFING_DAYS = 60  # ours: the time partners have to be briefed on a new edition


def why_not_draft(*, being_drafted: str, on: date, last: date | None) -> str | None:
    """The reason a new edition cannot be begun: another is being worked on, or one later was begun."""
    if being_drafted:
        return f"{being_drafted} is still being worked on: finish it, or withdraw it, first"
    if last is not None and on < last:
        return f"The last edition was begun on {say(last)}, so another cannot have been begun on {say(on)}"
    return None


def why_not_change(stage: Stage) -> str | None:
    """The reason an edition's words cannot be changed: only a draft's can."""
    if stage is Stage.SUBMITTED:
        return "It waits for approval. Whoever approves it can send it back"
    if stage is not Stage.DRAFTED:
        return f"It is {stage.label.lower()}, so its words stay as they are. Begin a new edition"
    return None


def why_not_move(stage: Stage, *, to: Stage, since: date, on: date) -> str | None:
    """The reason an edition cannot be submitted, sent back, approved or withdrawn on a day."""
    if to not in MOVES[stage]:
        return f"It is {stage.label.lower()}, so it cannot become {to.label.lower()}"
    if on < since:
        return f"It has been {stage.label.lower()} since {say(since)}, so nothing can have happened to it on {say(on)}"
    return None


def why_not_submit(paragraphs: int) -> str | None:
    """The reason a draft cannot be submitted: nothing is written in it."""
    return None if paragraphs else "Nothing is written in it yet: write a paragraph first"


def why_not_supersede(in_force: str, *, since: date | None, on: date) -> str | None:
    """The reason an edition cannot be approved on a day: the one it would replace was approved later."""
    if since is not None and on < since:
        return f"{in_force} was approved on {say(since)}, so this cannot have been approved before it"
    return None


def why_not_approve(*, approver: bool, minute: str) -> str | None:
    """The reason an approval is nobody's: neither a person nor a meeting is named."""
    return None if approver or minute.strip() else "Say who approved it, or at which meeting it was approved and where that is minuted"


def why_not_approve_own(*, author: object | None, approver: object | None) -> str | None:
    """The reason somebody should not approve an edition: they wrote it (conduct)."""
    if approver is not None and approver == author:
        return "Somebody other than its author should approve an assessment"
    return None


def why_not_update(*, stage: Stage | None, on: date) -> str | None:
    """The reason an assessment takes no update: it was not in force on the day."""
    return None if stage is Stage.APPROVED else f"It was not in force on {say(on)}: an update is of the edition in force"


def why_not_brief(*, stage: Stage | None, on: date) -> str | None:
    """The reason nobody can have been briefed on an edition: it was not in force on the day."""
    return None if stage is Stage.APPROVED else f"It was not in force on {say(on)}: people are briefed on the edition in force"


def why_not_brief_on_whole(edition: Edition, *, unnamed: bool, uncleared: Sequence[str]) -> str | None:
    """The reason somebody should not be briefed on the whole: nobody can tell that they may read Official-Sensitive (conduct)."""
    if edition is not Edition.WHOLE:
        return None
    if uncleared:
        return f"No clearance in force is recorded here for {listed(list(uncleared))}: brief them on the Official edition"
    if unnamed:
        return "The whole is told only to people who may read it, so name each of them, or brief on the Official edition"
    return None


def update_due(looked_at: Iterable[date]) -> date | None:
    """The day by which the assessment is next to be updated: six months after it was last approved or updated."""
    last = max(looked_at, default=None)
    return months_after(last, UPDATE_MONTHS) if last else None


def review_proposed(changes: Iterable[LevelChange], *, looked_at: Iterable[date]) -> LevelChange | None:
    """The change of the national threat level since which the assessment has not been looked at: the latest, or None."""
    last = max(looked_at, default=None)
    after = [change for change in changes if last is not None and change.on > last]
    return max(after, key=lambda change: change.on, default=None)


def seen_of(heading: str, words: str, marking: str) -> str:
    """What a paragraph said when a page showed it, so that two editors do not overwrite each other."""
    return sha256("\x00".join((heading, words, marking)).encode()).hexdigest()[:16]
