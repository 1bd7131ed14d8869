"""The shape of sources, of what is known from them, and of what was given towards the local profile."""

import datetime

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.risk.models import (
    Contribution,
    LevelSet,
    Profile,
    ProfileAnswer,
    ProfileBriefing,
    ProfileRequest,
    Prompt,
    Reading,
    Source,
    SourceWithdrawal,
)


@held_in(Profile)
class ProfileIn(Strict):
    """An edition of the local profile, by reference only; it was received on the day of its source."""

    edition: str
    dated: datetime.date
    held_at: str
    custodian: str | None = None


@held_in(ProfileBriefing)
class ProfileBriefingIn(Dated):
    """Somebody was briefed on an edition of the local profile."""

    body: str | None = None
    audience: str = ""
    given_by: str | None = None


@held_in(Prompt)
class PromptIn(Dated):
    """A prompt in the words that were released."""

    words: str
    released_by: str
    released_on: datetime.date
    marking: str = "official"


@held_in(LevelSet)
class LevelIn(Dated):
    """The national threat level was set."""

    level: str
    words: str = ""


@held_in(Reading)
class ReadingIn(Dated):
    """A figure for a period."""

    covers_from: datetime.date | None = None
    covers_to: datetime.date
    value: int | float
    unit: str
    words: str = ""


@held_in(SourceWithdrawal)
class SourceWithdrawalIn(Dated):
    """A source no longer stands."""

    because: str


@held_in(Source)
class SourceIn(Dated):
    """A source with everything known from it."""

    ref: str
    kind: str
    title: str
    words: str = ""
    body: str | None = None
    person: str | None = None
    marking: str = "official"
    profile: ProfileIn | None = None
    levels: list[LevelIn] = []
    readings: list[ReadingIn] = []
    prompts: list[PromptIn] = []
    briefings: list[ProfileBriefingIn] = []
    withdrawn: SourceWithdrawalIn | None = None


@held_in(Contribution)
class ContributionIn(Dated):
    """A body gave something towards the local profile."""

    ref: str
    what: str
    body: str
    towards: str = ""
    person: str | None = None
    marking: str = "official"


@held_in(ProfileAnswer)
class AnswerIn(Dated):
    """Police answered."""

    words: str


@held_in(ProfileRequest)
class RequestIn(Dated):
    """Police were asked for a local profile."""

    ref: str
    words: str
    body: str | None = None
    answers: list[AnswerIn] = []
