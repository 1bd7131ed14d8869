"""The register: what a risk is of, where it plays out, how far it has come, which way it goes, and what can be done to it when."""

from dataclasses import dataclass
from datetime import date

from dueregard.basics.choice import Choice
from dueregard.basics.dates import say
from dueregard.risk.rules.matrix import Score


class RiskKind(Choice):
    """Of radicalisation in the area, or of the council not meeting its duty."""

    SITUATIONAL = "situational", "Situational: what may happen in the area"
    CORPORATE = "corporate", "Corporate: not meeting the duty"


class Concerns(Choice):
    """What a risk is a risk of. Never a person: a place, a service, an influence."""

    PEOPLE = "people", "People being drawn into terrorism"
    INFLUENCES = "influences", "Radicalising influences"
    BOTH = "both", "People and influences"
    DUTY = "duty", "The duty not being met"


class Setting(Choice):
    """Where a risk plays out."""

    OFFLINE = "offline", "Offline"
    ONLINE = "online", "Online"
    BOTH = "both", "Online and offline"


class RiskStatus(Choice):
    """Whether a risk stands in the register."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a risk says: of a place, a service or an influence, never of a person."""

    title: str
    cause: str = ""
    event: str = ""
    effect: str = ""
    influence: str = ""
    narratives: str = ""
    methods: str = ""
    targets: str = ""
    environment: str = ""
    setting: str = ""
    driver: str = ""


class Direction(Choice):
    """Which way a risk goes between two days, by its residual score: on one matrix only, since scores are never converted."""

    WORSE = "worse", "Worse"
    SAME = "same", "Same"
    BETTER = "better", "Better"
    NEW = "new", "New"
    UNKNOWN = "unknown", "Cannot be told"


# Said wherever a risk is typed.
NO_PERSON = "A risk is of a place, a service or an influence, never of a person: name nobody, and describe nobody who could be recognised"


def direction(then: Score | None, now: Score | None) -> Direction:
    """Which way a risk goes: new where it had no score then, not to be told where it has none now or the matrix is another."""
    if now is None:
        return Direction.UNKNOWN
    if then is None:
        return Direction.NEW
    if not then.scale.is_alike(now.scale):
        return Direction.UNKNOWN
    if now.product == then.product:
        return Direction.SAME
    return Direction.WORSE if now.product > then.product else Direction.BETTER


def why_not_concern(kind: RiskKind, concerns: Concerns) -> str | None:
    """The reason a risk of this kind cannot be a risk of that: a corporate one is of the duty not being met, a situational one is not."""
    if (kind is RiskKind.CORPORATE) == (concerns is Concerns.DUTY):
        return None
    if kind is RiskKind.CORPORATE:
        return "A corporate risk is a risk of the duty not being met: record what may happen in the area as a situational one"
    return "A situational risk is of people, of influences, or of both: record the duty not being met as a corporate one"


def why_not_change(*, status: RiskStatus, identified: date, on: date) -> str | None:
    """The reason nothing can be changed about a risk on a day: it was not identified yet, or it is closed."""
    if on < identified:
        return f"The risk was identified on {say(identified)}, so nothing of it can be dated {say(on)}"
    if status is RiskStatus.CLOSED:
        return "The risk is closed: open it again first"
    return None


def why_not_step(*, to: RiskStatus, status: RiskStatus, identified: date, since: date | None, on: date) -> str | None:
    """The reason a risk cannot be closed or opened again on a day: it is so already, or something later was done to it."""
    if status is to:
        return f"The risk is already {to.label.lower()}"
    first = since or identified
    if on < first:
        return f"It has been {status.label.lower()} since {say(first)}, so that cannot have ended on {say(on)}"
    return None


def why_not_end_control(*, since: date, on: date) -> str | None:
    """The reason a control cannot have ended on a day: it was not in place yet."""
    return f"The control has been in place since {say(since)}, so it cannot have ended on {say(on)}" if on < since else None


def why_not_review_by(next_due: date | None, *, on: date) -> str | None:
    """The reason a next review cannot be due on a day: that is not after this one."""
    if next_due is not None and next_due <= on:
        return f"The next review comes after this one: {say(next_due)} is not after {say(on)}"
    return None
