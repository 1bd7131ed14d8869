"""Invented learners, courses and what stands around them, for tests."""

from datetime import date
from typing import Any

import factory

from dueregard.organisations.tests.factories import LONG_AGO, TYPED, BodyFactory, InArea
from dueregard.training.models import Completion, Course, ImportSource, Job, Learner
from dueregard.training.rules.courses import CourseKind
from dueregard.training.rules.imports import DateOrder, Holds
from dueregard.training.rules.workforce import LearnerKind


class CourseFactory(InArea):
    """An online course that holds for two years."""

    class Meta:
        model = Course

    ref = factory.Sequence(lambda n: f"CR-{n + 1000}")
    title = factory.Sequence(lambda n: f"Prevent awareness {n}")
    kind = CourseKind.GOV_UK
    months = 24
    on = LONG_AGO
    typed_at: Any = TYPED


class JobFactory(InArea):
    """A job title."""

    class Meta:
        model = Job

    title = factory.Sequence(lambda n: f"Social worker {n}")
    typed_at: Any = TYPED


class LearnerFactory(InArea):
    """Somebody on the staff of a body, in its area, known by an employee number and an e-mail address."""

    class Meta:
        model = Learner

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"LN-{n + 100_000}")
    kind = LearnerKind.STAFF
    number = factory.Sequence(lambda n: f"{n + 500_000}")
    email = factory.Sequence(lambda n: f"learner-{n}@council.example")
    name = factory.Sequence(lambda n: f"Learner {n}")
    on = LONG_AGO
    typed_at: Any = TYPED


class CompletionFactory(InArea):
    """A learner completed a course, typed by hand."""

    class Meta:
        model = Completion

    _above = "learner__body"
    learner = factory.SubFactory(LearnerFactory)
    area = factory.SelfAttribute("learner.area")
    course = factory.SubFactory(CourseFactory, area=factory.SelfAttribute("..area"))
    on = date(2026, 3, 27)
    typed_at: Any = TYPED


class ImportSourceFactory(InArea):
    """A learning system whose columns are known, day first."""

    class Meta:
        model = ImportSource

    class Params:
        register = factory.Trait(
            holds=Holds.STAFF,
            is_full=True,
            columns={
                "number": "Employee number",
                "email": "E-mail",
                "name": "Name",
                "team": "Team",
                "job": "Job title",
                "joined": "Joined",
                "left": "Left",
                "away": "Away since",
                "back": "Back on",
            },
        )

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"SO-{n + 1000}")
    name = factory.Sequence(lambda n: f"Learning system {n}")
    holds = Holds.COMPLETIONS
    columns = {"number": "Employee number", "email": "E-mail", "name": "Name", "team": "Team", "course": "Course", "completed": "Completed"}
    date_order = DateOrder.DAY_FIRST
    on = LONG_AGO
    typed_at: Any = TYPED
