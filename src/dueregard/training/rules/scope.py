"""Who counts on a day: where they work then, whether they had left or been away for long, which profiles fit them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from dueregard.basics.dates import say
from dueregard.training.rules.workforce import IN_BY_DEFAULT, LONG_ABSENCE_DAYS, Service

Key = TypeVar("Key")


@dataclass(frozen=True, kw_only=True)
class Match(Generic[Key]):
    """A profile fits a team, a job, a job within a team, or one learner by hand."""

    profile: str
    team: Key | None = None
    job: Key | None = None
    learner: int | None = None


class Fits(Generic[Key]):
    """What every profile fits, kept so that asking costs the same however many profiles there are."""

    def __init__(self, matches: Iterable[Match[Key]], *, for_posts: Iterable[str] = ()) -> None:
        self._by: dict[tuple[Key | None, Key | None, int | None], set[str]] = {}
        self._for_posts = frozenset(for_posts)
        for match in matches:
            self._by.setdefault((match.team, match.job, match.learner), set()).add(match.profile)

    def places(self, profiles: frozenset[str]) -> tuple[frozenset[Key], frozenset[Key]]:
        """The jobs and the teams of which some may have one of these profiles, those fitted by hand apart: no fewer than have."""
        found = [key for key, fitted in self._by.items() if fitted & profiles]
        jobs = frozenset(job for _, job, _ in found if job is not None)
        return jobs, frozenset(team for team, job, _ in found if job is None and team is not None)

    def profiles(self, *, team: Key | None, job: Key | None, learner: int | None = None, holds_post: bool = False) -> frozenset[str]:
        """Every profile that fits somebody, by whichever match; of a holder of a Prevent-specific post, those for posts too."""
        wanted = {(team, None, None), (None, job, None), (team, job, None), (None, None, learner)} - {(None, None, None)}
        found = (self._by[key] for key in wanted if key in self._by)
        return frozenset().union(*found, self._for_posts if holds_post else ())


def works_here(joined: date, left: date | None, *, on: date) -> bool:
    """Whether somebody is of the workforce on a day: the day they left is the last one."""
    return joined <= on and (left is None or on <= left)


def away_since(on: date) -> date:
    """Whoever has been away since before this day has been away for long."""
    return on - timedelta(days=LONG_ABSENCE_DAYS)


def is_long_absent(away: date, *, on: date) -> bool:
    """Whether somebody away since a day has been away for long: such people are left out, and counted."""
    return away < away_since(on)


def why_not_place(service: Service, *, is_in: bool, because: str) -> str | None:
    """Why a team cannot be placed like this: each placing has a reason, and leaving out what is in by default a sentence of it."""
    if not because.strip():
        return "Say why the team is in or out of scope"
    if not is_in and service in IN_BY_DEFAULT and len(because.split()) < 5:
        return f"{service.label} is in scope by default: say in a sentence why this team is not"
    return None


def why_not_leave(joined: date, left: date | None, *, on: date) -> str | None:
    """Why somebody cannot be recorded as having left on a day."""
    if left is not None:
        return f"They left on {say(left)} already"
    return f"They joined on {say(joined)}, after that day" if on < joined else None


def why_not_away(joined: date, away: date | None, *, on: date) -> str | None:
    """Why an absence cannot begin on a day."""
    if away is not None:
        return f"They have been away since {say(away)}: record their return first"
    return f"They joined on {say(joined)}, after that day" if on < joined else None


def why_not_back(away: date | None, *, on: date) -> str | None:
    """Why a return to work cannot be recorded."""
    if away is None:
        return "They are not recorded as away"
    return f"They have been away since {say(away)}, after that day" if on < away else None
