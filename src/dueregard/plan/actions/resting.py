"""The deed that says on which edition of the risk assessment a plan rests."""

from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.organisations.actions.given import one
from dueregard.plan.actions import given
from dueregard.plan.actions.recording import record
from dueregard.plan.models import PlanAssessment
from dueregard.risk.queries.assessments import assessments


@deed
def rest_on(plan: str, *, by: Viewer, on: date, assessment: str, seen: int | None = None) -> None:
    """Say on which edition of the risk assessment the plan rests, from a day."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on, seen=seen)
    edition = one(assessments(by), assessment, what="edition of the risk assessment")
    if edition.on > on:
        raise Refused("The edition was begun after this day")
    last = of.assessments.order_by("on", "typed_at", "id").last()
    if last is not None and last.assessment_id == edition.pk:
        raise Refused("The plan rests on this edition already")
    PlanAssessment.objects.create(**by.stamp, plan=of, assessment=edition, on=on)
    record("plan.plan.rested", of, by=by, on=on)
