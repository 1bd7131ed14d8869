"""Reminders of training: who is reminded of what, when again, and when it ends; and what a digest counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dueregard.basics.dates import say
from dueregard.training.rules.requirements import JOINED_DAYS, Required, State, state_of

PAGE_DAYS = 60  # ours: how long the page of a reminder opens, as long as any link to answer by
A_DAY = 500  # ours: so many mails a day at most, so that whoever is asked about them can answer
A_BATCH = 50  # ours: so many in one deed, so that nobody who types waits for it
WEEK = timedelta(days=7)
MISSING = frozenset({State.LAPSED, State.NEVER})


@dataclass(frozen=True, kw_only=True)
class Terms:
    """On what terms people are reminded."""

    is_on: bool  # whether the worker does it each day by itself
    ahead_days: int  # how long before something is due
    again_days: int  # the shortest time between two for one thing
    most: int  # for one thing; after the last there are no more


# Ours: a month leaves time to find an hour; two weeks apart is a nudge and not a nuisance; who let three pass is not moved by a fourth, and
# a manager has been told as often. Off until somebody of the area says so: no mail goes to people who were never told to expect it.
DEFAULT = Terms(is_on=False, ahead_days=30, again_days=14, most=3)


def why_not_terms(ahead_days: int, again_days: int, most: int) -> str | None:
    """Why reminders cannot go out on these terms."""
    if not 0 <= ahead_days <= 90:
        return "Remind from 0 to 90 days before something is due: coverage looks no further ahead"
    if not 7 <= again_days <= 180:
        return "Leave 7 to 180 days between two reminders of one thing"
    return None if 1 <= most <= 6 else "Send from 1 to 6 reminders of one thing: there has to be an end"


def why_not_run(asked: date | None) -> str | None:
    """Why nobody can ask for reminders to go out now: somebody did, and they are still going."""
    return f"That was asked for on {say(asked)} already and has not been done yet" if asked else None


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """Somebody in scope who is at work: what decides whether they have a thing, and where a reminder would go."""

    key: int
    email: str
    manager: str
    joined: date
    profiles: frozenset[str]
    completed: tuple[tuple[int, date], ...]  # the latest completion of each course

    def last(self, required: Required) -> date:
        """The day they last completed it; long ago where they never did."""
        return max((day for course, day in self.completed if course in required.courses), default=date.min)

    def stands(self, required: Required, *, on: date) -> State:
        """Where they stand with it on a day."""
        return state_of(required, self.completed, joined=self.joined, on=on)


class Turn(Enum):
    """Whether it is time to remind somebody of a thing."""

    NOW = "now"
    LATELY = "lately"  # reminded too short a time ago
    ENDED = "ended"  # they had the last one


def digest_key(on: date, reader: int) -> str:
    """The one key the mail of a week has for its reader, so that it goes once."""
    year, week, _day = on.isocalendar()
    return f"digest:{year}-{week:02d}:{reader}"


def is_due(who: Somebody, required: Required, *, on: date, terms: Terms) -> bool:
    """Whether they have to do something for it: it is overdue, or will be within the days looked ahead."""
    return (
        required.is_mandatory
        and required.applies(who.profiles)
        and who.stands(required, on=on + timedelta(days=terms.ahead_days)) in MISSING
    )


def turn(reminded: Iterable[date], *, since: date, on: date, terms: Terms) -> Turn:
    """Whether it is time again; `since` is when they last completed it, as reminders before that were of an earlier time."""
    days = [day for day in reminded if since < day <= on]
    if len(days) >= terms.most:
        return Turn.ENDED
    return Turn.LATELY if days and (on - max(days)).days < terms.again_days else Turn.NOW


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How many stand where with one requirement, for the digest."""

    title: str
    profile: str = ""  # whose it is, in words; none: everybody in scope
    due: int = 0  # within the days coverage looks ahead
    came_due: int = 0  # lapsed within the last week
    overdue: int = 0  # lapsed
    never: int = 0  # never had it, past the time allowed
    joiners: int = 0  # of those: joined within a year

    @property
    def is_news(self) -> bool:
        """Whether somebody has something to do about it."""
        return any((self.came_due, self.overdue, self.never))


def counted(people: Sequence[Somebody], required: Required, *, on: date) -> Counted:
    """How many stand where with one requirement."""
    asked = [who for who in people if required.applies(who.profiles)]
    states = [(who, who.stands(required, on=on)) for who in asked]
    never = [who for who, state in states if state is State.NEVER]
    lapsed = [who for who, state in states if state is State.LAPSED]
    return Counted(
        title=required.title,
        due=sum(state is State.DUE for _who, state in states),
        came_due=sum(who.stands(required, on=on - WEEK) not in MISSING for who in lapsed),
        overdue=len(lapsed),
        never=len(never),
        joiners=sum((on - who.joined).days <= JOINED_DAYS for who in never),
    )
