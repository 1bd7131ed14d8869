"""Reads of what a plan says and rests on: governance, roles, who took part, checks, ratification, references."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.plan.models import (
    EqualityAnalysis,
    PartnerRole,
    Plan,
    PlanAssessment,
    PlanCheck,
    PlanContribution,
    PlanGovernance,
    PlanReference,
    Ratification,
)
from dueregard.plan.queries.plans import OLDEST, happened
from dueregard.privacy.marking import readable
from dueregard.risk.queries.assessments import assessments


def governance_of(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> PlanGovernance | None:
    """How the plan is governed, as said last by a day."""
    return PlanGovernance.objects.filter(happened(as_at, known), area=viewer.area_id, plan=plan).order_by(*OLDEST).last()


def roles_of(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> list[PartnerRole]:
    """What each partner does in the plan, as said last by a day, by body."""
    rows = PartnerRole.objects.filter(happened(as_at, known), area=viewer.area_id, plan=plan).select_related("body").order_by(*OLDEST)
    last = {row.body_id: row for row in rows}
    return sorted(last.values(), key=lambda row: row.body.name)


def roles(viewer: Viewer) -> QuerySet[PartnerRole]:
    """Everything ever said of partners' roles, in the plans the viewer may see, oldest first."""
    rows = PartnerRole.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id)
    return rows.select_related("plan", "body").order_by(*OLDEST)


def contributions(viewer: Viewer) -> QuerySet[PlanContribution]:
    """Who took part in making the plans the viewer may see, newest first."""
    rows = PlanContribution.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id)
    return rows.select_related("plan", "body", "person").order_by("-on", "body__name", "-typed_at")


def checks(viewer: Viewer) -> QuerySet[PlanCheck]:
    """The Security Threat Checks of the plans the viewer may see, oldest first."""
    rows = PlanCheck.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id)
    return rows.select_related("plan", "check_made").order_by(*OLDEST)


def ratifications(viewer: Viewer) -> QuerySet[Ratification]:
    """The ratifications of the plans the viewer may see, newest first."""
    return (
        Ratification.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id)
        .select_related("plan")
        .order_by("-on", "-typed_at")
    )


def references(viewer: Viewer) -> QuerySet[PlanReference]:
    """Where the plans are referred to, in documents the viewer may read, newest first."""
    rows = PlanReference.objects.filter(
        readable(viewer, "plan__marking"), readable(viewer, "version_read__document__marking"), area=viewer.area_id
    )
    return rows.select_related("plan", "version_read__document").order_by("-on", "-typed_at")


def equality_analyses(viewer: Viewer) -> QuerySet[EqualityAnalysis]:
    """The equality analyses of the plans, in documents the viewer may read, newest first."""
    rows = EqualityAnalysis.objects.filter(
        readable(viewer, "plan__marking"), readable(viewer, "version_read__document__marking"), area=viewer.area_id
    )
    return rows.select_related("plan", "version_read__document").order_by("-on", "-typed_at")


def rests_on(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> PlanAssessment | None:
    """The edition of the risk assessment the plan rested on, on a day."""
    rows = PlanAssessment.objects.filter(happened(as_at, known), area=viewer.area_id, plan=plan).select_related("assessment")
    return rows.order_by(*OLDEST).last()


@dataclass(frozen=True, kw_only=True)
class PlanSides:
    """Everything about a plan that is not its actions, as it stood on a day."""

    governance: PlanGovernance | None
    roles: list[PartnerRole]
    contributions: list[PlanContribution]
    checks: list[PlanCheck]
    ratifications: list[Ratification]
    references: list[PlanReference]
    equality_analyses: list[EqualityAnalysis]
    assessment: Any


def sides_of(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> PlanSides:
    """Everything about a plan that is not its actions: ten statements."""
    by_then = happened(as_at, known)
    edition = rests_on(viewer, plan, as_at=as_at, known=known)
    is_shown = edition is not None and assessments(viewer).filter(pk=edition.assessment_id).exists()  # a draft is not everybody's
    return PlanSides(
        governance=governance_of(viewer, plan, as_at=as_at, known=known),
        roles=roles_of(viewer, plan, as_at=as_at, known=known),
        contributions=list(contributions(viewer).filter(by_then, plan=plan)),
        checks=list(checks(viewer).filter(by_then, plan=plan)),
        ratifications=list(ratifications(viewer).filter(by_then, plan=plan)),
        references=list(references(viewer).filter(by_then, plan=plan)),
        equality_analyses=list(equality_analyses(viewer).filter(by_then, plan=plan)),
        assessment=edition.assessment if edition and is_shown else None,
    )
