"""Reads of plans: which there are, which is in force, and how each stood on a day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries as partnership
from dueregard.plan.models import Objective, Plan, PlanClosing
from dueregard.plan.rules.plans import PlanStanding, plan_standing
from dueregard.privacy.marking import readable

NEWEST = ("-on", "-typed_at", "-id")
OLDEST = ("on", "typed_at", "id")


def end_of(day: date) -> datetime:
    """The moment a day is over: what was typed before it was known on that day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def happened(as_at: date, known: date, path: str = "") -> Q:
    """Rows that had happened by one day and been typed by another; `path` leads to them where they are joined."""
    return Q(**{f"{path}on__lte": as_at, f"{path}typed_at__lt": end_of(known)})


def plans(viewer: Viewer) -> QuerySet[Plan]:
    """The plans the viewer may see, latest period first."""
    rows = Plan.objects.filter(readable(viewer), area=viewer.area_id)
    return rows.select_related("group", "lead", "follows", "agreement__decision", "closing").order_by("-covers_from", "-on", "-ref")


def plans_to_change(viewer: Viewer) -> QuerySet[Plan]:
    """The plans the viewer may see, locked for a deed."""
    return Plan.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def periods(viewer: Viewer, *, group: Any) -> list[tuple[str, date, date]]:
    """The periods of a group's plans that the viewer may see, each as long as it ran: ref, first and last day."""
    rows = plans(viewer).filter(group=group).order_by("covers_from").values_list("ref", "covers_from", "covers_to", "closing__on")
    return [(ref, begins, min(ends, closed) if closed else ends) for ref, begins, ends, closed in rows]


def closed_on(plan: Plan) -> date | None:
    """When a plan was closed; None while it is open."""
    closing = getattr(plan, "closing", None)
    return closing.on if closing else None


def agreed_on(plan: Plan) -> date | None:
    """When the group agreed a plan; None where it has not."""
    agreement = getattr(plan, "agreement", None)
    return agreement.on if agreement else None


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """The group's agreement of a plan: the day, the decision where the viewer may see it, and whether a check covers that."""

    on: date
    decision: str
    words: str
    is_covered: bool


def agreement_of(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> Agreed | None:
    """The agreement of a plan as it was on a day."""
    agreement = getattr(plan, "agreement", None)
    if agreement is None or agreement.on > as_at or agreement.typed_at >= end_of(known):
        return None
    if not partnership.decisions(viewer).filter(pk=agreement.decision_id).exists():
        return Agreed(on=agreement.on, decision="", words="", is_covered=True)
    row = partnership.decision_row(viewer, agreement.decision.ref)
    return Agreed(on=agreement.on, decision=row.decision.ref, words=row.decision.words, is_covered=bool(row.checks))


def closing_of(plan: Plan, *, on: date) -> PlanClosing | None:
    """The closing of a plan, where it was closed by a day."""
    closing: PlanClosing | None = getattr(plan, "closing", None)
    return closing if closing and closing.on <= on else None


def standing_of(plan: Plan, *, on: date) -> PlanStanding:
    """How a plan stands on a day."""
    return plan_standing(covers_from=plan.covers_from, covers_to=plan.covers_to, agreed=agreed_on(plan), closed=closed_on(plan), on=on)


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """A plan as a list shows it on a day."""

    ref: str
    title: str
    group: str
    group_ref: str
    lead: str
    covers_from: date
    covers_to: date
    standing: PlanStanding
    agreed: date | None
    marking: str


def plan_rows(viewer: Viewer, *, as_at: date) -> list[PlanRow]:
    """The plans there were on a day, latest period first."""
    return [plan_row(plan, on=as_at) for plan in plans(viewer).filter(on__lte=as_at)]


def plan_row(plan: Plan, *, on: date) -> PlanRow:
    """One plan as a list shows it on a day."""
    agreed = agreed_on(plan)
    return PlanRow(
        ref=plan.ref,
        title=plan.title,
        group=plan.group.name,
        group_ref=plan.group.ref,
        lead=plan.lead.name if plan.lead else "",
        covers_from=plan.covers_from,
        covers_to=plan.covers_to,
        standing=standing_of(plan, on=on),
        agreed=agreed if agreed and agreed <= on else None,
        marking=plan.marking,
    )


def plans_in_force(viewer: Viewer, *, as_at: date, known: date) -> QuerySet[Plan]:
    """The plans whose period holds the day and that had not been closed: those agreed come first, the newest of them first."""
    closed = Q(closing__on__lt=as_at, closing__typed_at__lt=end_of(known))
    rows = plans(viewer).filter(happened(as_at, known), covers_from__lte=as_at, covers_to__gte=as_at).exclude(closed)
    agreed = happened(as_at, known, "agreement__")
    return rows.annotate(is_agreed=Q(agreement__isnull=False) & agreed).order_by(F("is_agreed").desc(nulls_last=True), "-on", "-ref")


def plan_in_force(viewer: Viewer, *, as_at: date, known: date) -> Plan | None:
    """The area's plan on a day, agreed or not: the agreed one where there is one; None where no plan's period holds the day."""
    return plans_in_force(viewer, as_at=as_at, known=known).first()


def objectives(viewer: Viewer) -> QuerySet[Objective]:
    """The objectives of the plans the viewer may see, in their order."""
    rows = Objective.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id)
    return rows.select_related("plan", "ending").order_by("plan", "position", "on", "ref")


def objectives_to_change(viewer: Viewer) -> QuerySet[Objective]:
    """The objectives the viewer may see, locked for a deed."""
    rows = Objective.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id)
    return rows.select_for_update(of=("self",))


def objectives_of(viewer: Viewer, plan: Plan, *, as_at: date, known: date) -> list[Objective]:
    """The objectives a plan had on a day, in their order."""
    gone = Q(ending__on__lt=as_at, ending__typed_at__lt=end_of(known))
    return list(objectives(viewer).filter(happened(as_at, known), plan=plan).exclude(gone))
