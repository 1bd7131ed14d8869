"""Deeds on a plan itself: beginning it, drafting it from the one before, what it says of governance, closing it."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if, refuse_unless
from dueregard.organisations.actions import counter
from dueregard.organisations.actions.given import body_or_none, change, happened, marked, new, one
from dueregard.organisations.actions.given import words as said
from dueregard.partnership import queries as partnership
from dueregard.plan import queries
from dueregard.plan.actions import given
from dueregard.plan.actions.recording import record
from dueregard.plan.models import Objective, PartnerRole, Plan, PlanClosing, PlanGovernance
from dueregard.plan.queries.making import governance_of, roles_of
from dueregard.plan.queries.planned import still_open
from dueregard.plan.queries.plans import periods
from dueregard.plan.rules import plans as rules


@deed
def begin_plan(
    title: str,
    *,
    by: Viewer,
    on: date,
    group: str,
    covers_from: date,
    covers_to: date,
    lead: str | None = None,
    follows: str | None = None,
    marking: str = "official",
    ref: str | None = None,
    once: UUID | None = None,
) -> Plan:
    """Begin a plan for a period, owned by a group; with the authority that leads, where several share it."""
    by.must(Permission.PLAN_EDIT)
    kept = marked(marking, by=by)
    first, before = new(Plan, counter("PLAN", kept), by=by, ref=ref, once=once)
    if before:
        return before
    owner = one(partnership.groups(by), group, what="group")
    refuse_if(rules.why_not_period(covers_from, covers_to=covers_to, others=periods(by, group=owner)))
    plan = Plan.objects.create(
        **first,
        title=said(title, ask="Give the plan’s title"),
        group=owner,
        lead=body_or_none(lead, by=by),
        covers_from=covers_from,
        covers_to=covers_to,
        follows=one(queries.plans(by), follows, what="plan") if follows else None,
        on=happened(on, by=by),
        marking=kept,
    )
    record("plan.plan.begun", plan, by=by, on=on)
    return plan


@deed
def draft_from(plan: str, *, by: Viewer, on: date) -> Plan:
    """Draft a plan from the one it follows: objectives, each partner's role, governance. Its open actions are carried forward apart."""
    by.must(Permission.PLAN_EDIT)
    to = given.plan_to_write(plan, by=by, on=on)
    before = to.follows
    if before is None or not queries.plans(by).filter(pk=before.pk).exists():
        raise Refused("The plan follows none, so there is nothing to draft it from")
    if to.objectives.exists() or to.roles.exists() or to.governance.exists():
        raise Refused("Something is written in the plan already, so it is not drafted from the one before")
    for objective in queries.objectives_of(by, before, as_at=on, known=by.today):
        first, _ = new(Objective, counter("O", to.marking), by=by, ref=None, once=None)
        copied = {name: getattr(objective, name) for name in ("national", "title", "position")}
        Objective.objects.create(**first, plan=to, on=on, **copied)
    for role in roles_of(by, before, as_at=on, known=by.today):
        PartnerRole.objects.create(**by.stamp, plan=to, body=role.body, words=role.words, on=on)
    governed = governance_of(by, before, as_at=on, known=by.today)
    if governed:
        PlanGovernance.objects.create(**by.stamp, plan=to, words=governed.words, on=on)
    record("plan.plan.drafted", to, by=by, on=on)
    return to


@deed
def say_governance(plan: str, *, by: Viewer, on: date, words: str, seen: int | None = None) -> None:
    """Say in short how the plan is governed, from a day."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_write(plan, by=by, on=on, seen=seen)
    PlanGovernance.objects.create(**by.stamp, plan=of, words=said(words, ask="Say how the plan is governed"), on=on)
    record("plan.plan.governed", of, by=by, on=on)


@deed
def close_plan(plan: str, *, by: Viewer, on: date, because: str = "", seen: int | None = None) -> None:
    """Close a plan before, at or after its end; what is still open in it asks for a reason."""
    by.must(Permission.PLAN_EDIT)
    of = queries.plans_to_change(by).get(ref=plan)
    refuse_if(rules.why_not_close(of.on, closed=queries.closed_on(of), on=happened(on, by=by)))
    refuse_unless(because, rules.why_not_close_yet(still_open(by, of, on=on)))
    change(of, by=by, seen=seen)
    PlanClosing.objects.create(**by.stamp, plan=of, on=on, because=because.strip())
    record("plan.plan.closed", of, by=by, on=on)
