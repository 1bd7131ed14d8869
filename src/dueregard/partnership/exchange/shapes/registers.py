"""The plain registers in an area file."""

from datetime import date

from dueregard.basics.part import Dated, held_in
from dueregard.partnership.exchange.shapes.pieces import End
from dueregard.partnership.models import (
    AreaLink,
    AreaLinkDeed,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    Involvement,
    MemberBriefing,
    NilReturn,
    PersonMark,
    Redaction,
)


@held_in(ExchangeAnswer, ExchangeHeard)
class SaidIn(Dated):
    """What was heard, or answered."""

    words: str


class ToldIn(Dated):
    """The group was told at a meeting."""

    meeting: str
    item: str | None = None


@held_in(Exchange)
class ExchangeIn(Dated):
    """An exchange with a community organisation."""

    ref: str
    organisation: str
    body: str | None = None
    how: str
    marking: str = "official"
    heard: list[SaidIn] = []
    answers: list[SaidIn] = []
    reports: list[ToldIn] = []


@held_in(AreaLinkDeed)
class LinkDeedIn(Dated):
    """Something done under a link."""

    ref: str | None = None
    what: str


@held_in(AreaLink)
class LinkIn(Dated):
    """A link beyond the area."""

    ref: str
    kind: str
    with_whom: str
    deeds: list[LinkDeedIn] = []
    ended: End | None = None


@held_in(NilReturn)
class NilIn(Dated):
    """Nothing of a kind arose in a period."""

    ref: str | None = None
    about: str
    since: date
    until: date
    post: str


@held_in(MemberBriefing)
class BriefingIn(Dated):
    """Elected members were briefed."""

    ref: str | None = None
    audience: str
    about: str
    words: str = ""
    post: str | None = None


@held_in(Involvement)
class InvolvementIn(Dated):
    """A senior officer took part."""

    ref: str | None = None
    person: str
    how: str
    what: str


@held_in(PersonMark)
class TextIn(Dated):
    """Free text that was marked as naming a person who should not be there."""

    kind: str
    ref: str
    number: int = 1


@held_in(Redaction)
class RedactedIn(TextIn):
    """Words that were taken out; what stands there now says so."""

    because: str
