"""The plain registers in an area file."""

from datetime import date

from dueregard.basics.part import Dated
from dueregard.partnership.exchange.shapes.pieces import End


class SaidIn(Dated):
    """What was heard, or answered."""

    words: str


class ToldIn(Dated):
    """The group was told at a meeting."""

    meeting: str
    item: str | None = None


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


class LinkDeedIn(Dated):
    """Something done under a link."""

    ref: str | None = None
    what: str


class LinkIn(Dated):
    """A link beyond the area."""

    ref: str
    kind: str
    with_whom: str
    deeds: list[LinkDeedIn] = []
    ended: End | None = None


class NilIn(Dated):
    """Nothing of a kind arose in a period."""

    ref: str | None = None
    about: str
    since: date
    until: date
    post: str


class BriefingIn(Dated):
    """Elected members were briefed."""

    ref: str | None = None
    audience: str
    about: str
    words: str = ""
    post: str | None = None


class InvolvementIn(Dated):
    """A senior officer took part."""

    ref: str | None = None
    person: str
    how: str
    what: str


class TextIn(Dated):
    """Free text that was marked as naming a person who should not be there."""

    kind: str
    ref: str
    number: int = 1


class RedactedIn(TextIn):
    """Words that were taken out; what stands there now says so."""

    because: str
