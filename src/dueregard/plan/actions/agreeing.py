"""Deeds on what carries a plan: the group's agreement, its threat check, ratification, references, equality analysis."""

from datetime import date
from typing import Any

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions.given import change, choice, one
from dueregard.organisations.actions.given import words as said
from dueregard.partnership import queries as partnership
from dueregard.partnership.actions import Answers, add_check_later
from dueregard.partnership.actions.checks import check_made
from dueregard.partnership.rules.decisions import CheckCovers, DecisionKind
from dueregard.plan import queries
from dueregard.plan.actions import given
from dueregard.plan.actions.recording import record
from dueregard.plan.models import EqualityAnalysis, PlanAgreement, PlanCheck, PlanReference, Ratification
from dueregard.plan.rules import plans as rules
from dueregard.privacy.marking import why_not_cover


@deed
def agree_plan(plan: str, *, by: Viewer, decision: str, is_unchecked: bool = False, seen: int | None = None) -> None:
    """Record that the group agreed the plan, by its decision and on its day; the plan's Security Threat Checks then cover that."""
    by.must(Permission.PLAN_EDIT)
    of = queries.plans_to_change(by).get(ref=plan)
    taken = one(partnership.decisions(by), decision, what="decision")
    agreed, same = queries.agreed_on(of), taken.group_id == of.group_id
    refuse_if(rules.why_not_agree(of.on, agreed=agreed, decided=taken.on, same_group=same))
    checks = [row.check_made for row in of.checks.select_related("check_made").filter(on__lte=taken.on)]
    row = partnership.decision_row(by, taken.ref)
    if not is_unchecked:
        refuse_if(rules.why_not_agree_unchecked(is_covered=bool(checks or row.checks)))
    change(of, by=by, seen=seen)
    PlanAgreement.objects.create(**by.stamp, plan=of, decision=taken, on=taken.on)
    for check in checks:
        _cover(taken.ref, check, by=by, on=taken.on)
    record("plan.plan.agreed", of, by=by, beside=taken.marking, on=taken.on)


def _cover(decision: str, check: Any, *, by: Viewer, on: date) -> None:
    """The plan's check covers the decision that agrees it, unless it does already, none is asked for, or not all may read it."""
    row = partnership.decision_row(by, decision)
    if row.decision.kind == DecisionKind.PROCEDURAL or any(made.check.ref == check.ref for made in row.checks):
        return
    if why_not_cover(check.marking, covered=row.decision.marking):
        return
    add_check_later(decision, by=by, on=max(on, row.decision.on), check=check.ref, covers=CheckCovers.PLAN.value)


@deed
def check_plan(plan: str, *, by: Viewer, on: date, answers: Answers | None = None, check: str | None = None) -> None:
    """Make the Security Threat Check of a plan: it covers every action in it and the decision that agreed it."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_keep(plan, by=by, on=on)
    made = check_made(by=by, on=on, marking=of.marking, answers=answers, check=check)
    if of.checks.filter(check_made=made).exists():
        raise Refused("This check already covers the plan")
    PlanCheck.objects.create(**by.stamp, plan=of, check_made=made, on=on)
    agreement = getattr(of, "agreement", None)
    if agreement is not None and partnership.decisions(by).filter(pk=agreement.decision_id).exists():
        _cover(agreement.decision.ref, made, by=by, on=on)
    record("plan.plan.checked", of, by=by, on=on)


@deed
def ratify(plan: str, *, by: Viewer, on: date, members: str, named: str, minute: str) -> None:
    """Record that elected members ratified the plan: which body of theirs, on which day, and where it is minuted."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_keep(plan, by=by, on=on)
    fields = {
        "plan": of,
        "by": choice(members, rules.RatifiedBy, what="body of members"),
        "named": said(named, ask="Name the cabinet, committee or council"),
        "minute": said(minute, ask="Give the minute’s reference"),
        "on": on,
    }
    given.not_twice(Ratification.objects.filter(area=by.area_id, **fields), says="This ratification is recorded already")
    Ratification.objects.create(**by.stamp, **fields)
    record("plan.plan.ratified", of, by=by, on=on)


@deed
def note_reference(plan: str, *, by: Viewer, on: date, version: str, kind: str, place: str) -> None:
    """Note that a corporate or service document refers to the plan, and at which place. DOC-4/2 names a version."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_keep(plan, by=by, on=on)
    read = documents.picked(by, version)
    fields = {
        "plan": of,
        "version_read": read,
        "kind": choice(kind, rules.Referenced, what="kind of document"),
        "place": said(place, ask="Say where in the document the plan is referred to"),
    }
    given.not_twice(PlanReference.objects.filter(area=by.area_id, **fields), says="This reference is noted already")
    PlanReference.objects.create(**by.stamp, **fields, on=on)
    record("plan.plan.referenced", of, by=by, beside=read.document.marking, on=on)


@deed
def attach_equality_analysis(plan: str, *, by: Viewer, on: date, version: str) -> None:
    """Attach the equality analysis of the plan, as a version in the documents register."""
    by.must(Permission.PLAN_EDIT)
    of = given.plan_to_keep(plan, by=by, on=on)
    analysis = documents.picked(by, version)
    if of.equality_analyses.filter(version_read=analysis).exists():
        raise Refused("This analysis is with the plan already")
    EqualityAnalysis.objects.create(**by.stamp, plan=of, version_read=analysis, on=on)
    record("plan.plan.equality-analysed", of, by=by, beside=analysis.document.marking, on=on)
