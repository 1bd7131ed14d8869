"""Reads of groups: their functions, terms of reference, seats, agreements and people."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import (
    FunctionTerm,
    Group,
    GroupReport,
    GroupTerms,
    Membership,
    Representation,
    Seat,
)
from dueregard.partnership.queries.holding import holding
from dueregard.partnership.rules.groups import CHAIRS, GroupFunction, MemberRole, Quorum


def groups(viewer: Viewer) -> QuerySet[Group]:
    """The area's groups, by name, with when they ended."""
    return Group.objects.filter(area=viewer.area_id).select_related("ending", "takes_over").order_by("name", "ref")


def groups_to_change(viewer: Viewer) -> QuerySet[Group]:
    """The area's groups, locked for a deed."""
    return Group.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def function_terms(viewer: Viewer) -> QuerySet[FunctionTerm]:
    """Which group had which function from when to when."""
    return FunctionTerm.objects.filter(area=viewer.area_id).select_related("group", "ending").order_by("on", "function", "group__ref")


def reports(viewer: Viewer) -> QuerySet[GroupReport]:
    """Whom groups report to, the newest first."""
    return GroupReport.objects.filter(area=viewer.area_id).select_related("group", "to_group").order_by("-on", "-typed_at")


def reporting_lines(viewer: Viewer, *, on: date) -> dict[str, str]:
    """The ref of each group that reports to another kept here on a day, and that other's."""
    newest = {row.group.ref: row.to_group for row in reversed(reports(viewer).filter(on__lte=on))}
    return {ref: parent.ref for ref, parent in newest.items() if parent}


def terms(viewer: Viewer) -> QuerySet[GroupTerms]:
    """The terms of reference each group took, the newest first, with the version they stand in."""
    rows = GroupTerms.objects.filter(area=viewer.area_id).select_related("group", "version_taken__document", "version_taken__approval")
    return rows.order_by("-on", "-typed_at", "ref")


def seats(viewer: Viewer, *, on: date | None = None) -> QuerySet[Seat]:
    """The seats of the area's groups, those of a sector first; only those held on a day, where one is given."""
    rows = Seat.objects.filter(area=viewer.area_id).select_related("group", "body", "ending", "takes_over")
    rows = rows.filter(holding(on)) if on else rows
    return rows.order_by("group__ref", "sector", "body__name", "ref")


def seats_to_change(viewer: Viewer) -> QuerySet[Seat]:
    """The seats, locked for a deed."""
    return Seat.objects.filter(area=viewer.area_id).select_related("group").select_for_update(of=("self",))


def representations(viewer: Viewer, *, on: date | None = None) -> QuerySet[Representation]:
    """The agreements by which a seat represents others."""
    rows = Representation.objects.filter(area=viewer.area_id)
    rows = rows.select_related("seat__group", "seat__body", "for_seat__body", "for_body", "ending")
    return (rows.filter(holding(on)) if on else rows).order_by("on", "ref")


def representations_to_change(viewer: Viewer) -> QuerySet[Representation]:
    """The agreements, locked for a deed."""
    return Representation.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def memberships(viewer: Viewer, *, on: date | None = None) -> QuerySet[Membership]:
    """Who is on which group, as what and for which seat; only on a day, where one is given."""
    rows = Membership.objects.filter(area=viewer.area_id)
    rows = rows.select_related("group", "seat__body", "person__body", "post", "ending")
    return (rows.filter(holding(on)) if on else rows).order_by("group__ref", "on", "ref")


def memberships_to_change(viewer: Viewer) -> QuerySet[Membership]:
    """The memberships, locked for a deed."""
    return Membership.objects.filter(area=viewer.area_id).select_related("group").select_for_update(of=("self",))


def functions_from(viewer: Viewer, group: Group, *, on: date) -> list[str]:
    """The functions a group has on a day or takes up after it, as far as they are typed: what a chair from that day would chair."""
    rows = function_terms(viewer).filter(group=group, typed_at__lte=viewer.now).exclude(ending__on__lt=on)
    return sorted(set(rows.values_list("function", flat=True)))


def chairs_from(viewer: Viewer, group: Group, *, on: date) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Who chairs a group on a day or after it, each with the other groups they chair; not where it was said why it has to be so."""
    rows = memberships(viewer).filter(group=group, role__in=CHAIRS, because="", typed_at__lte=viewer.now).exclude(ending__on__lt=on)
    return [(row.person.name, chairs_elsewhere(viewer, row.person_id, but=group, on=on)) for row in rows]


def chairs_of(viewer: Viewer, group: Group, *, on: date) -> list[str]:
    """Who chairs a group on a day or after it, by name: whom a new chair from that day would sit beside."""
    rows = memberships(viewer).filter(group=group, role__in=CHAIRS).exclude(ending__on__lt=on)
    return list(rows.values_list("person__name", flat=True))


def chairs_elsewhere(viewer: Viewer, person: UUID, *, but: Group, on: date) -> list[tuple[str, list[str]]]:
    """The other groups a person chairs from a day on, each with its functions; not where it was said why it has to be so."""
    rows = Membership.objects.filter(area=viewer.area_id, person=person, role__in=CHAIRS).exclude(group=but)
    rows = rows.filter(because="", typed_at__lte=viewer.now).exclude(ending__on__lt=on).select_related("group").order_by("group__ref")
    held = FunctionTerm.objects.filter(area=viewer.area_id, group__in=rows.values("group"), typed_at__lte=viewer.now)
    held = held.exclude(ending__on__lt=on)
    functions: dict[UUID, list[str]] = {}
    for term in held:
        functions.setdefault(term.group_id, []).append(term.function)
    return [(row.group.name, functions.get(row.group_id, [])) for row in rows]


def quorum_of(edition: GroupTerms) -> Quorum:
    """The quorum as the terms put it."""
    return Quorum(members=edition.quorum_members, sectors=edition.quorum_sectors, required=frozenset(edition.quorum_required))


@dataclass(frozen=True, kw_only=True)
class GroupRow:
    """A group as a list shows it on a day."""

    ref: str
    name: str
    on: date
    ended: date | None
    functions: tuple[GroupFunction, ...]
    chairs: tuple[Membership, ...]
    reports_to: str
    seats: int

    @property
    def is_active(self) -> bool:
        return self.ended is None


def group_rows(viewer: Viewer, *, as_at: date) -> list[GroupRow]:
    """The area's groups as they stood on a day: what each does, who chairs it, whom it reports to."""
    begun = groups(viewer).filter(on__lte=as_at)
    found = begun.prefetch_related(
        Prefetch("function_terms", FunctionTerm.objects.filter(holding(as_at)).order_by("function")),
        Prefetch("members", memberships(viewer, on=as_at).filter(role__in=CHAIRS | {MemberRole.DEPUTY})),
        Prefetch("reports", reports(viewer).filter(on__lte=as_at)),
        Prefetch("seats", Seat.objects.filter(holding(as_at))),
    )
    return [_row(group, as_at) for group in found]


def _row(group: Group, as_at: date) -> GroupRow:
    ended = group.ending.on if hasattr(group, "ending") and group.ending.on < as_at else None
    last = next(iter(group.reports.all()), None)  # here and below: as prefetched, for the day
    return GroupRow(
        ref=group.ref,
        name=group.name,
        on=group.on,
        ended=ended,
        functions=tuple(GroupFunction(term.function) for term in group.function_terms.all()),
        chairs=tuple(group.members.all()),
        reports_to=(last.to_group.name if last.to_group else last.to_board) if last else "",
        seats=len(group.seats.all()),
    )
