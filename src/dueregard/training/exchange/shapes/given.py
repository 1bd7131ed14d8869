"""Sessions and partners’ returns in an area file."""

from datetime import date, datetime

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.partnership.exchange.shapes.pieces import Clock
from dueregard.training.exchange.shapes.taught import EndIn, LastDayIn
from dueregard.training.models import (
    AttendanceWithdrawal,
    Confidence,
    Return,
    ReturnAsk,
    ReturnAskEnd,
    ReturnFigure,
    Session,
    SessionCancelled,
    SessionMove,
)


class GivenByIn(Strict):
    """A person who gives a session, or a body it is given with."""

    typed: datetime | None = None
    person: str | None = None
    body: str | None = None
    ended: LastDayIn | None = None


@held_in(SessionMove)
class SessionMovedIn(Dated):
    """A session was moved, on a day, to another day, time or place."""

    day: date
    starts: Clock | None = None
    ends: Clock | None = None
    place: str = ""
    because: str


class HeldIn(Dated):
    """A session took place; how many came, where only their number is known."""

    came: int | None = None


@held_in(SessionCancelled)
class CancelledIn(Dated):
    """A session does not take place."""

    because: str


class AttendedIn(Dated):
    """Who came to a session: each completed its course on the day."""

    learners: list[str]


@held_in(AttendanceWithdrawal)
class NotAttendedIn(Dated):
    """Somebody was recorded at a session by mistake."""

    learner: str
    because: str


@held_in(Confidence)
class AnsweredIn(Dated):
    """How confident people said they were, 0 to 3: counts, or percentages as a document published them; or that it was a mistake."""

    asked: str
    before: list[int | float] = []
    after: list[int | float] = []
    percent: bool = False
    base_before: int | None = None
    base_after: int | None = None
    document: str | None = None
    withdrawn: bool = False


@held_in(Session)
class SessionIn(Dated):
    """A session, planned on `date` for `day`."""

    ref: str
    day: date
    course: str
    audience: str
    starts: Clock | None = None
    ends: Clock | None = None
    place: str = ""
    places: int | None = None
    moved: list[SessionMovedIn] = []
    given_by: list[GivenByIn] = []
    held: list[HeldIn] = []
    attended: list[AttendedIn] = []
    not_attended: list[NotAttendedIn] = []
    confidence: list[AnsweredIn] = []
    cancelled: list[CancelledIn] = []


class ChaseIn(Dated):
    """A body was asked again."""

    by_mail: bool = False


@held_in(ReturnAskEnd)
class AskEndIn(EndIn):
    """A body is asked no more."""


@held_in(ReturnAsk)
class AskIn(Dated):
    """A body is asked for a return as at a day."""

    ref: str
    body: str
    as_at: date
    due: date
    subjects: list[str]
    by_level: bool = False
    person: str | None = None
    chases: list[ChaseIn] = []
    ended: AskEndIn | None = None


@held_in(ReturnFigure)
class FigureIn(Strict):
    """A line of a return: of one level, or of all staff together."""

    subject: str
    level: str = ""
    in_scope: int
    trained: int


@held_in(Return)
class ReturnIn(Dated):
    """A body’s return, as it was received."""

    ref: str
    ask: str | None = None
    body: str | None = None
    as_at: date
    words: str = ""
    figures: list[FigureIn]
