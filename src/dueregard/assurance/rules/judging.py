"""Judgements: what a person can decide about a line, and how that stands to what the records show. Pure Python."""

from dueregard.basics.choice import Choice
from dueregard.guidance.indicator import Status


class Judged(Choice):
    """What a person can decide about a line."""

    MET = "met", "Met"
    PARTLY = "partly-met", "Partly met"
    NOT = "not-met", "Not met"
    DOES_NOT_APPLY = "does-not-apply", "Does not apply"


class Outcome(Choice):
    """What the Home Office's letter says of a criterion."""

    MET = "met", "Met"
    UNMET = "unmet", "Unmet"
    EXCEEDING = "exceeding", "Exceeding"
    NOT_ASSESSED = "not-assessed", "Not assessed"


def why_not_judge(*, status: str, score: str, because: str) -> str | None:
    """The reason a judgement is not whole; None if it is."""
    if not status and not score:
        return "Choose what you judge the line to be"
    if not because.strip():
        return "Say why, in one or two sentences"
    return None


def differs(*, judged: str, found: str) -> bool:
    """Whether a person decided something else than the records show; where the records cannot tell, nothing differs."""
    return bool(judged) and found not in {Status.NEEDS_JUDGEMENT, Status.NOT_ENOUGH} and judged != found


def goes_beyond(*, judged: str, found: str) -> bool:
    """Whether a person decided where too little is recorded for the records to tell."""
    return bool(judged) and found == Status.NOT_ENOUGH


def why_not_keep(*, has_document: bool, has_record: bool) -> str | None:
    """The reason evidence cannot be kept; None if it is exactly one thing."""
    if has_document == has_record:
        return "Choose one document, or one record the finding rests on"
    return None


def why_not_drop(dropped: bool) -> str | None:
    """The reason evidence cannot be taken away; None if it can."""
    return "This evidence was already taken away" if dropped else None
