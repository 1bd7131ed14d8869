"""Deeds on groups: founding, functions, whom they report to, terms of reference."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.documents import queries as documents
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import FunctionTerm, FunctionTermEnd, Group, GroupEnd, GroupReport, GroupTerms
from dueregard.partnership.queries.holding import holding
from dueregard.partnership.rules import groups as rules
from dueregard.partnership.rules.terms import why_not_begin_in_group, why_not_quorum


@deed
def found_group(
    name: str,
    *,
    by: Viewer,
    on: date,
    functions: Collection[str] = (),
    is_existing_body: bool = False,
    takes_over: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Group:
    """Record a group from the day it began, and what it is there to do."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Group, "GRP", by=by, ref=ref, once=once)
    if before:
        return before
    earlier = given.one(queries.groups(by), takes_over, what="group") if takes_over else None
    name = given.words(name, ask="Give the group’s name")
    group = Group.objects.create(**first, name=name, on=given.happened(on, by=by), is_existing_body=is_existing_body, takes_over=earlier)
    for function in functions:
        wanted = given.choice(function, rules.GroupFunction, what="function")
        FunctionTerm.objects.create(**by.stamp, group=group, function=wanted, on=on)
    record("partnership.group.founded", group, by=by, on=on)
    return group


@deed
def end_group(ref: str, *, by: Viewer, on: date, because: str) -> None:
    """Wind a group up; the date is its last day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    group = queries.groups_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_end(group.on, until=given.happened(on, by=by)))
    if GroupEnd.objects.filter(group=group).exists():
        raise Refused("The group has already been wound up")
    GroupEnd.objects.create(**by.stamp, group=group, on=on, because=given.words(because, ask="Say why the group was wound up"))
    record("partnership.group.ended", group, by=by, on=on)


@deed
def give_function(ref: str, *, by: Viewer, on: date, function: str, because: str = "", agreed_by: str = "") -> None:
    """Give a group a function from a day. One person as chair of both the group and the Channel panel needs a reason and who agreed it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    group = queries.groups_to_change(by).get(ref=ref)
    wanted = given.choice(function, rules.GroupFunction, what="function")
    refuse_if(why_not_begin_in_group(group.on, on=given.happened(on, by=by)))
    if FunctionTerm.objects.filter(group=group, function=wanted).exclude(ending__on__lt=on).exists():
        raise Refused(f"The group already has this function: {wanted.label.lower()}")
    reason = rules.why_not_give(wanted, has=queries.functions_from(by, group, on=on), chairs=queries.chairs_from(by, group, on=on))
    why = given.conduct(reason, because=because, agreed_by=agreed_by)
    FunctionTerm.objects.create(**by.stamp, group=group, function=wanted, on=on, **why)
    record("partnership.function.given", group, by=by, on=on, function=wanted, is_break=bool(why["because"]))


@deed
def stop_function(ref: str, *, by: Viewer, on: date, function: str) -> None:
    """Take a function from a group; the date is the last day it had it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    group = queries.groups_to_change(by).get(ref=ref)
    wanted = given.choice(function, rules.GroupFunction, what="function")
    term = FunctionTerm.objects.filter(group=group, function=wanted, ending__isnull=True).order_by("-on").first()
    if term is None:
        raise Refused(f"The group does not have this function: {wanted.label.lower()}")
    refuse_if(rules.why_not_end(term.on, until=given.happened(on, by=by)))
    FunctionTermEnd.objects.create(**by.stamp, term=term, on=on)
    record("partnership.function.stopped", group, by=by, on=on, function=wanted)


@deed
def report_to(ref: str, *, by: Viewer, on: date, to_group: str | None = None, to_board: str = "") -> None:
    """Record which parent board a group reports to from a day: a group kept here, or another by name."""
    by.must(Permission.PARTNERSHIP_EDIT)
    group = queries.groups_to_change(by).get(ref=ref)
    parent = given.one(queries.groups(by), to_group, what="group") if to_group else None
    board = to_board.strip()
    if (parent is None) == (not board):
        raise Refused("Say which board the group reports to: one of the groups here, or another by name")
    if parent is not None:
        refuse_if(rules.why_not_report(group.ref, to=parent.ref, reports_to=queries.reporting_lines(by, on=on)))
    refuse_if(why_not_begin_in_group(group.on, on=given.happened(on, by=by)))
    GroupReport.objects.create(**by.stamp, group=group, to_group=parent, to_board=board, on=on)
    record("partnership.group.reports", group, by=by, on=on)


@deed
def take_terms(
    ref: str,
    *,
    by: Viewer,
    on: date,
    version: str,
    quorum_members: int | None = None,
    quorum_sectors: int | None = None,
    quorum_required: Collection[str] = (),
    calls_at_once: bool = False,
    terms_ref: str | None = None,
    once: UUID | None = None,
) -> GroupTerms:
    """Record from which day a version (DOC-4/2) is a group's terms of reference, and what it says of the quorum."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(GroupTerms, "TR", by=by, ref=terms_ref, once=once)
    if before:
        return before
    group = queries.groups_to_change(by).get(ref=ref)
    taken = documents.picked(by, version)
    refuse_if(why_not_begin_in_group(group.on, on=given.happened(on, by=by)))
    required = sorted({given.choice(sector, rules.Sector, what="sector").value for sector in quorum_required})
    refuse_if(why_not_quorum(quorum_members, sectors=quorum_sectors))
    edition = GroupTerms.objects.create(
        **first,
        group=group,
        version_taken=taken,
        on=on,
        quorum_members=quorum_members,
        quorum_sectors=quorum_sectors,
        quorum_required=required,
        calls_at_once=calls_at_once,
    )
    record("partnership.terms.taken", edition, by=by, on=on)
    return edition


def active(group: Group, *, on: date) -> None:
    """Refuse what a group that had not begun, or had been wound up, cannot do."""
    if not Group.objects.filter(holding(on), pk=group.pk).exists():
        raise Refused(f"{group.name} was not active on this day: it had not begun, or had been wound up")
