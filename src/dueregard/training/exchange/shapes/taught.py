"""Courses, role profiles and training plans in an area file."""

from datetime import date
from typing import Literal

from dueregard.basics.part import Dated, held_in
from dueregard.training.models import (
    Course,
    Job,
    Profile,
    Requirement,
    RequirementEnd,
    TeamPlacing,
    TrainingPlan,
    TrainingPlanEnd,
)


class LastDayIn(Dated):
    """The day from which something is no more."""


@held_in(TrainingPlanEnd, RequirementEnd)
class EndIn(Dated):
    """The day from which something holds no more, with why."""

    because: str = ""


class CountsAsIn(Dated):
    """Another course that this one counts as, from a day."""

    course: str


@held_in(Course)
class CourseIn(Dated):
    """A course, since it was offered."""

    ref: str
    title: str
    kind: str
    provider: str = ""
    address: str = ""
    months: int | None = None
    subjects: list[str]
    counts_as: list[CountsAsIn] = []
    ended: LastDayIn | None = None


@held_in(TeamPlacing)
class PlacingIn(Dated):
    """A team was placed in or out of scope."""

    team: str
    service: str
    scope: Literal["in", "out"]
    because: str


@held_in(Job, job="title")
class FitIn(Dated):
    """Whom a profile fits: a team, a job, both, or one learner."""

    team: str | None = None
    job: str | None = None
    learner: str | None = None
    ended: LastDayIn | None = None


@held_in(Profile)
class ProfileIn(Dated):
    """A role profile."""

    ref: str
    name: str
    tier: str
    contact: str
    frontline: bool = False
    for_posts: bool = False
    fits: list[FitIn] = []
    ended: LastDayIn | None = None


@held_in(Requirement)
class RequirementIn(Dated):
    """What a plan requires, since when."""

    ref: str
    course: str
    profile: str | None = None
    within_days: int = 90
    every_months: int | None = None
    duty: str = "mandatory"
    because: str = ""
    risk: str | None = None
    line: str = ""
    ended: EndIn | None = None


@held_in(TrainingPlan)
class PlanIn(Dated):
    """A training plan, on the day it was agreed."""

    ref: str
    title: str
    document: str | None = None
    covers_from: date
    covers_to: date
    requirements: list[RequirementIn] = []
    ended: EndIn | None = None
