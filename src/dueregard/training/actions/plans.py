"""Deeds on training plans and what they require."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions.given import choice, happened, new, one, words
from dueregard.risk import queries as risks
from dueregard.training.actions.recording import record
from dueregard.training.models import Course, Requirement, RequirementEnd, TrainingPlan, TrainingPlanEnd
from dueregard.training.queries import courses as queries
from dueregard.training.queries import workforce
from dueregard.training.rules import courses as rules


@deed
def agree_plan(
    title: str,
    *,
    by: Viewer,
    on: date,
    covers_from: date,
    covers_to: date,
    document: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> TrainingPlan:
    """Record a training plan for a period, with the day it was agreed."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(TrainingPlan, "TP", by=by, ref=ref, once=once)
    if before:
        return before
    refuse_if(rules.why_not_plan(covers_from, covers_to))
    made = TrainingPlan.objects.create(
        **first,
        title=words(title, ask="Say what the plan is called"),
        document=one(documents.documents(by), document, what="document") if document else None,
        covers_from=covers_from,
        covers_to=covers_to,
        on=happened(on, by=by),
    )
    record("training.plan.agreed", made, by=by, on=on)
    return made


@deed
def end_plan(ref: str, *, by: Viewer, on: date, because: str) -> None:
    """Say that a training plan was replaced or given up, from a day."""
    by.must(Permission.TRAINING_EDIT)
    plan = queries.plans_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_end(_ended(plan, by=by), begins=plan.on, on=happened(on, by=by), what="plan"))
    TrainingPlanEnd.objects.create(**by.stamp, plan=plan, on=on, because=words(because, ask="Say why the plan ends"))
    record("training.plan.ended", plan, by=by, on=on)


@deed
def require(
    plan: str,
    *,
    by: Viewer,
    on: date,
    course: str,
    profile: str | None = None,
    within_days: int = 90,
    every_months: int | None = None,
    duty: str = rules.Duty.MANDATORY.value,
    because: str = "",
    risk: str | None = None,
    line: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Requirement:
    """Require a course of a profile, or of everybody in scope: within so many days of joining, again every so many months, and why."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Requirement, "RQ", by=by, ref=ref, once=once)
    if before:
        return before
    of, which = queries.plans_to_change(by).get(ref=plan), one(queries.courses(by), course, what="course")
    _refuse_require(of, which, by=by, on=on, within_days=within_days, months=every_months or which.months)
    whose = one(workforce.profiles(by), profile, what="profile") if profile else None
    if Requirement.objects.filter(area=by.area_id, plan=of, profile=whose, course=which, ending=None).exists():
        raise Refused("The plan requires this already")
    made = Requirement.objects.create(
        **first,
        plan=of,
        profile=whose,
        course=which,
        within_days=within_days,
        every_months=every_months,
        duty=choice(duty, rules.Duty, what="duty").value,
        because=because.strip(),
        risk=one(risks.risks_seen(by), risk, what="risk") if risk else None,
        line=line.strip(),
        on=on,
    )
    record("training.requirement.made", made, by=by, on=on)
    return made


@deed
def end_requirement(ref: str, *, by: Viewer, on: date, because: str = "") -> None:
    """Say that something is required no longer, from a day."""
    by.must(Permission.TRAINING_EDIT)
    requirement = queries.requirements_to_change(by).get(ref=ref)
    end = RequirementEnd.objects.filter(area=by.area_id, requirement=requirement).first()
    refuse_if(rules.why_not_end(end.on if end else None, begins=requirement.on, on=happened(on, by=by), what="requirement"))
    RequirementEnd.objects.create(**by.stamp, requirement=requirement, on=on, because=because.strip())
    record("training.requirement.ended", requirement, by=by, on=on)


def _refuse_require(plan: TrainingPlan, course: Course, *, by: Viewer, on: date, within_days: int, months: int | None) -> None:
    """Stop where the plan cannot require the course like this."""
    taught = [row.subject for row in course.subjects.all()]
    covers_to, ended = plan.covers_to, _ended(plan, by=by)
    refuse_if(rules.why_not_require(covers_to=covers_to, ended=ended, on=on, within_days=within_days, every_months=months, subjects=taught))


def _ended(plan: TrainingPlan, *, by: Viewer) -> date | None:
    return TrainingPlanEnd.objects.filter(area=by.area_id, plan=plan).values_list("on", flat=True).first()
