"""Invented workforces for tests: teams placed, profiles, courses, a plan with requirements, learners and what they completed."""

from datetime import date
from typing import Any

import factory

from dueregard.organisations.tests.factories import LONG_AGO, TYPED, AreaFactory, BodyFactory, InArea, TeamFactory
from dueregard.training import models
from dueregard.training.rules.courses import Duty, Subject
from dueregard.training.rules.workforce import Contact, Service, Tier
from dueregard.training.tests.factories import CompletionFactory, CourseFactory, LearnerFactory


class Begun(InArea):
    """A row of an area, long ago."""

    class Meta:
        abstract = True

    area = factory.SubFactory(AreaFactory)
    on = LONG_AGO
    typed_at: Any = TYPED


class TeamPlacingFactory(InArea):
    """A team placed in scope."""

    class Meta:
        model = models.TeamPlacing

    _above = "team__body"
    team = factory.SubFactory(TeamFactory)
    area = factory.SelfAttribute("team.area")
    service = Service.SOCIAL_WORK
    is_in = True
    because = "They meet families"
    on = LONG_AGO
    typed_at: Any = TYPED


class OfLearner(InArea):
    """A row of a learner, in their area."""

    class Meta:
        abstract = True

    _above = "learner__body"
    learner = factory.SubFactory(LearnerFactory)
    area = factory.SelfAttribute("learner.area")
    on = LONG_AGO
    typed_at: Any = TYPED


class LearnerMoveFactory(OfLearner):
    """They work elsewhere."""

    class Meta:
        model = models.LearnerMove


class LearnerLeavingFactory(OfLearner):
    """They left."""

    class Meta:
        model = models.LearnerLeaving


class AbsenceFactory(OfLearner):
    """They are away for long."""

    class Meta:
        model = models.Absence


class AbsenceEndFactory(InArea):
    """They came back."""

    class Meta:
        model = models.AbsenceEnd

    _above = "absence__learner__body"
    absence = factory.SubFactory(AbsenceFactory)
    area = factory.SelfAttribute("absence.area")
    on = LONG_AGO
    typed_at: Any = TYPED


class ProfileFactory(Begun):
    """A role profile of frontline work."""

    class Meta:
        model = models.Profile

    ref = factory.Sequence(lambda n: f"PF-{n + 1000}")
    name = factory.Sequence(lambda n: f"Profile {n}")
    tier = Tier.OPERATIONAL
    contact = Contact.REGULAR
    is_frontline = True


class ProfileMatchFactory(InArea):
    """A profile fits something."""

    class Meta:
        model = models.ProfileMatch

    _above = "profile"
    profile = factory.SubFactory(ProfileFactory)
    area = factory.SelfAttribute("profile.area")
    on = LONG_AGO
    typed_at: Any = TYPED


class TaughtFactory(CourseFactory):
    """A course that holds for good and teaches awareness; `teaches` names other subjects."""

    months = None

    @factory.post_generation
    def teaches(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        for subject in extracted or (Subject.AWARENESS,):
            CourseSubjectFactory(course=self, subject=subject)


class OfCourse(InArea):
    """A row of a course, in its area."""

    class Meta:
        abstract = True

    _above = "course"
    course = factory.SubFactory(TaughtFactory)
    area = factory.SelfAttribute("course.area")
    typed_at: Any = TYPED


class CourseSubjectFactory(OfCourse):
    """It teaches a subject."""

    class Meta:
        model = models.CourseSubject

    subject = Subject.AWARENESS


class CourseEquivalentFactory(OfCourse):
    """It counts as another."""

    class Meta:
        model = models.CourseEquivalent

    counts_as = factory.SubFactory(TaughtFactory, area=factory.SelfAttribute("..area"))
    on = LONG_AGO


class TrainingPlanFactory(Begun):
    """A training plan in force."""

    class Meta:
        model = models.TrainingPlan

    ref = factory.Sequence(lambda n: f"TP-{n + 1000}")
    title = "Prevent training plan"
    covers_from = LONG_AGO
    covers_to = date(2099, 12, 31)


class RequirementFactory(InArea):
    """Everybody in scope completes a course within 90 days of joining."""

    class Meta:
        model = models.Requirement

    _above = "plan"
    plan = factory.SubFactory(TrainingPlanFactory)
    area = factory.SelfAttribute("plan.area")
    ref = factory.Sequence(lambda n: f"RQ-{n + 1000}")
    course = factory.SubFactory(TaughtFactory, area=factory.SelfAttribute("..area"))
    within_days = 90
    duty = Duty.MANDATORY
    on = LONG_AGO
    typed_at: Any = TYPED


class CompletionWithdrawalFactory(InArea):
    """A completion was recorded by mistake."""

    class Meta:
        model = models.CompletionWithdrawal

    _above = "completion__learner__body"
    completion = factory.SubFactory(CompletionFactory)
    area = factory.SelfAttribute("completion.area")
    on = LONG_AGO
    because = "The wrong person"
    typed_at: Any = TYPED


class ReturnFactory(InArea):
    """A body's return."""

    class Meta:
        model = models.Return

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"RN-{n + 1000}")
    as_at = LONG_AGO
    on = factory.SelfAttribute("as_at")
    typed_at: Any = TYPED


class ReturnFigureFactory(InArea):
    """One figure of a return."""

    class Meta:
        model = models.ReturnFigure

    _above = "answer__body"
    answer = factory.SubFactory(ReturnFactory)
    area = factory.SelfAttribute("answer.area")
    subject = Subject.AWARENESS
    in_scope = 20
    trained = 18
    typed_at: Any = TYPED


class ReturnAskFactory(InArea):
    """A body is asked for a return."""

    class Meta:
        model = models.ReturnAsk

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"RT-{n + 1000}")
    as_at = LONG_AGO
    due = factory.SelfAttribute("as_at")
    on = factory.SelfAttribute("as_at")
    typed_at: Any = TYPED

    @factory.post_generation
    def about(self: Any, create: bool, extracted: Any, **kwargs: Any) -> None:
        for subject in extracted or ["awareness", "referral"]:
            ReturnAskSubjectFactory(ask=self, subject=subject)


class ReturnAskSubjectFactory(InArea):
    """A subject somebody is asked about."""

    class Meta:
        model = models.ReturnAskSubject

    _above = "ask"
    ask: Any = None
    area = factory.SelfAttribute("ask.area")
    subject = "awareness"
    typed_at: Any = TYPED
