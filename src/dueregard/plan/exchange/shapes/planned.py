"""Milestones and measures of actions in an area file."""

from datetime import date

from dueregard.basics.part import Dated, held_in
from dueregard.plan.exchange.shapes.pieces import Number
from dueregard.plan.models import Measure, MeasureReading, Milestone, MilestoneReached


@held_in(MilestoneReached)
class ReachedIn(Dated):
    """A milestone was reached, or given up."""

    is_given_up: bool = False
    because: str = ""


@held_in(Milestone)
class MilestoneIn(Dated):
    """A step on the way of an action."""

    action: str
    words: str
    due: date
    reached: ReachedIn | None = None


@held_in(MeasureReading)
class ReadingIn(Dated):
    """What a measure read."""

    value: Number
    words: str = ""


@held_in(Measure)
class MeasureIn(Dated):
    """How the difference an action makes is to be seen."""

    action: str
    words: str
    unit: str = ""
    baseline: Number | None = None
    target: Number | None = None
    readings: list[ReadingIn] = []
