"""What an assessment may rest on: the kinds of source, the national threat levels, and what must not be kept of the local profile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dueregard.basics.choice import Choice
from dueregard.basics.dates import months_after, say


class SourceKind(Choice):
    """Where something known of the local threat comes from (toolkit section 2, figure 1)."""

    PROFILE = "profile", "Counter-terrorism local profile, by reference"
    THREAT_LEVEL = "threat-level", "National threat level"
    TREND = "trend", "Emerging trend"
    DATA = "data", "Data series"
    PARTNER = "partner", "Information from a partner"


class ThreatLevel(Choice):
    """The national threat levels, lowest first, as they are published."""

    LOW = "low", "Low"
    MODERATE = "moderate", "Moderate"
    SUBSTANTIAL = "substantial", "Substantial"
    SEVERE = "severe", "Severe"
    CRITICAL = "critical", "Critical"


REFERENCE_MOST = 200  # characters: an edition's name and the place it is held are shorter
PROMPT_MOST = 600  # characters: a prompt that was released is a few sentences
PROFILE_MONTHS = 15  # ours: local profiles are made yearly, with three months' grace
RISING = list(ThreatLevel)


def why_not_keep(text: str, *, what: str, most: int = REFERENCE_MOST) -> str | None:
    """The reason words cannot be kept of the local profile: they are too many to be a reference, so they may be a copy of it."""
    if len(text.strip()) <= most:
        return None
    return (
        f"{what} is {len(text.strip())} characters long, and {most} are kept at most. The local profile is the police’s and no copy of it "
        "is kept here: write which edition it is and where it is held, and only a prompt its originator has released"
    )


def why_not_receive(*, dated: date, on: date) -> str | None:
    """The reason an edition cannot have been received on a day: it bears a later date."""
    if dated > on:
        return f"The edition is dated {say(dated)}, so it cannot have been received on {say(on)}"
    return None


def why_not_add(kind: str, *, wanted: SourceKind, since: date, on: date, withdrawn: date | None) -> str | None:
    """The reason nothing can be added to a source: it is of another kind, was withdrawn, or was not known yet."""
    if kind != wanted:
        return f"This belongs to a source of the kind: {wanted.label}"
    if withdrawn is not None:
        return f"The source was withdrawn on {say(withdrawn)}"
    if on < since:
        return f"The source has been known here since {say(since)}, so nothing can be added to it for {say(on)}"
    return None


def why_not_withdraw(*, since: date, on: date, withdrawn: date | None) -> str | None:
    """The reason a source cannot be withdrawn: it was already, or was not known yet."""
    if withdrawn is not None:
        return f"The source was withdrawn on {say(withdrawn)}"
    if on < since:
        return f"The source has been known here since {say(since)}, so it cannot be withdrawn on {say(on)}"
    return None


def why_not_read(*, covers_from: date | None, covers_to: date, on: date) -> str | None:
    """The reason a reading cannot be taken: its period ends before it begins, or after it was read."""
    if covers_from is not None and covers_from > covers_to:
        return f"The period begins on {say(covers_from)} and cannot end on {say(covers_to)}"
    if covers_to > on:
        return f"The period ends on {say(covers_to)}, so it could not be read on {say(on)}"
    return None


def why_not_answer(asked: date, *, on: date) -> str | None:
    """The reason an answer cannot be dated to a day: nobody had asked yet."""
    return f"Police were asked on {say(asked)}, so they cannot have answered on {say(on)}" if on < asked else None


def profile_due(dated: date) -> date:
    """The day by which a newer edition of the local profile should be here: 15 months after the date this one bears (ours)."""
    return months_after(dated, PROFILE_MONTHS)


@dataclass(frozen=True, kw_only=True)
class LevelChange:
    """The national threat level went from one to another on a day."""

    on: date
    was: ThreatLevel
    now: ThreatLevel

    @property
    def says(self) -> str:
        """The change in a sentence."""
        way = "went up" if RISING.index(self.now) > RISING.index(self.was) else "came down"
        return f"The national threat level {way} from {self.was.label.lower()} to {self.now.label.lower()} on {say(self.on)}"


def level_changes(levels: Sequence[tuple[date, ThreatLevel]]) -> list[LevelChange]:
    """The changes among levels as they were set, oldest first: the first one recorded changes nothing."""
    return [
        LevelChange(on=on, was=was, now=now) for (_, was), (on, now) in pairwise(sorted(levels, key=lambda row: row[0])) if now is not was
    ]
