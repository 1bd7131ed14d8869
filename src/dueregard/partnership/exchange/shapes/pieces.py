"""Pieces that several shapes are made of: a time of day, an end, a check."""

from datetime import datetime, time
from typing import Annotated

from pydantic import BeforeValidator

from dueregard.basics.part import Dated, Strict, held_in
from dueregard.partnership.models import DecisionWithdrawal, GroupEnd, MeetingStep


def _clock(value: object) -> object:
    """A time as people write it: 10:00 (which YAML reads as 600, hours and minutes to the base of sixty) or "09:30"."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 24 * 60:
        return time(value // 60, value % 60)
    if isinstance(value, str):
        return time.fromisoformat(value)
    return value


Clock = Annotated[time, BeforeValidator(_clock)]


class Typed(Strict):
    """A row that happened on the day of its meeting."""

    typed: datetime | None = None


class End(Dated):
    """The last day of something."""


@held_in(DecisionWithdrawal, GroupEnd, MeetingStep)
class EndBecause(Dated):
    """The last day of something, with why."""

    because: str


class CoverIn(Dated):
    """A Security Threat Check covers something from a day."""

    check: str
    covers: str = "decision"
