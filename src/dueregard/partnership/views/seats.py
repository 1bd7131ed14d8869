"""Pages of seats, agreements to represent, and the people of a group."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.groups import LastDayForm
from dueregard.partnership.forms.seats import MemberForm, RepresentationForm, SeatForm
from dueregard.partnership.queries.tables import active_groups
from dueregard.partnership.rules.groups import Sector, why_not_chair
from dueregard.partnership.views.groups import back_to
from dueregard.partnership.views.section import asked, show
from dueregard.partnership.views.which_group import group_of, which_group
from dueregard.ui.places import address_here

MEMBERS = "partnership:member-list"


def _none(said: dict[str, Any], *names: str) -> dict[str, Any]:
    """What was picked, with None where nothing was."""
    return said | {name: said[name] or None for name in names}


def _to_group(request: ViewerRequest, ref: str) -> str:
    return address_here(request.viewer, "partnership:group", ref)


@requires(Permission.PARTNERSHIP_READ)
def seat(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, found = request.viewer, get_object_or_404(queries.seats(request.viewer), ref=ref)
    rows, lines = queries.attendance_grid(viewer, group=found.group.ref, on=viewer.today)
    line = next((one for one in lines if one.seat == ref), None)
    stood = [(row.meeting.ref, row.on, presence) for row, presence in zip(rows, line.stood, strict=True) if presence] if line else []
    shown = {
        "seat": found,
        "sector": Sector(found.sector).label if found.sector else "None",
        "ended": found.ending.on if hasattr(found, "ending") else None,
        "members": list(queries.memberships(viewer).filter(seat=found)),
        "agreements": list(queries.representations(viewer).filter(seat=found)),
        "stood": stood[::-1],
        "line": line,
        "back": back_to(request, found.group),
    }
    return show(request, "seat", shown, place=MEMBERS)


@requires(Permission.PARTNERSHIP_EDIT)
def seat_new(request: ViewerRequest, ref: str) -> HttpResponse:
    group = group_of(request, ref)
    form = SeatForm(request.POST or None, viewer=request.viewer, group=group.pk)
    return asked(
        request,
        form,
        title="Record a seat",
        caption=group.name,
        button="Record the seat",
        consequence="The seat is not recorded yet",
        done="The seat is recorded. Next: who sits there",
        do=lambda: actions.open_seat(ref, by=request.viewer, **_none(form.cleaned_data, "takes_over")),
        then=lambda _: _to_group(request, ref),
        lede="The seat carries the sector, not the body: a council with two seats counts for its sector in each.",
        back=back_to(request, group),
        place=MEMBERS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def seat_new_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:seat-new", title="Record a seat")


@requires(Permission.PARTNERSHIP_EDIT)
def seat_end(request: ViewerRequest, ref: str) -> HttpResponse:
    found, form = get_object_or_404(queries.seats(request.viewer), ref=ref), LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title="Record that the seat was given up",
        caption=f"{found.body.name}, {found.group.name}",
        button="Record it",
        consequence="The seat has not been given up",
        done="The seat is given up. What it attended stays",
        do=lambda: actions.end_seat(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: _to_group(request, found.group.ref),
        back=back_to(request, found.group),
        place=MEMBERS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def representation_record(request: ViewerRequest, ref: str) -> HttpResponse:
    group = group_of(request, ref)
    form = RepresentationForm(request.POST or None, viewer=request.viewer, group=group.pk)
    return asked(
        request,
        form,
        title="Record an agreement to represent",
        caption=group.name,
        button="Record the agreement",
        consequence="The agreement is not recorded yet",
        done="The agreement is recorded",
        do=lambda: actions.represent(by=request.viewer, **_none(form.cleaned_data, "for_seat", "for_body")),
        then=lambda _: _to_group(request, ref),
        lede="When the seat that represents is there, the one it represents counts as there too. Both are of one sector.",
        back=back_to(request, group),
        place=MEMBERS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def representation_record_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:representation-record", title="Record an agreement to represent")


@requires(Permission.PARTNERSHIP_EDIT)
def representation_end(request: ViewerRequest, ref: str) -> HttpResponse:
    found, form = get_object_or_404(queries.representations(request.viewer), ref=ref), LastDayForm(request.POST or None)
    other = next(body.name for body in (found.for_seat and found.for_seat.body, found.for_body) if body)
    return asked(
        request,
        form,
        title="End the agreement",
        caption=f"{found.seat.body.name} represents {other}",
        button="End it",
        consequence="The agreement has not ended",
        done="The agreement has ended",
        do=lambda: actions.end_representation(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: _to_group(request, found.seat.group.ref),
        back=back_to(request, found.seat.group),
        place=MEMBERS,
    )


@requires(Permission.PARTNERSHIP_READ)
def member_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    groups = active_groups(viewer, on=viewer.today)
    wanted = request.GET.get("group") or (groups[0].ref if groups else "")
    chosen = next((row for row in groups if row.ref == wanted), None)
    if wanted and chosen is None:
        raise Http404
    sittings, lines = queries.attendance_grid(viewer, group=wanted, on=viewer.today) if chosen else ([], [])
    members = list(queries.memberships(viewer, on=viewer.today).filter(group__ref=wanted)) if chosen else []
    last = sittings[-6:]
    shown = {
        "groups": groups,
        "chosen": chosen,
        "members": members,
        "sittings": last,
        "lines": [(line, line.stood[-6:]) for line in lines if any(presence is not None for presence in line.stood) or not sittings],
        "held": len(sittings),
    }
    return show(request, "member_list", shown, place=MEMBERS)


@requires(Permission.PARTNERSHIP_EDIT)
def member_record(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, group = request.viewer, group_of(request, ref)
    form = MemberForm(request.POST or None, viewer=viewer, group=group.pk)
    if not (request.method == "POST" and form.is_valid() and _asks_why(viewer, group, form.cleaned_data)):
        form.leave_out_why()
    return asked(
        request,
        form,
        title="Record somebody on the group",
        caption=group.name,
        button="Record it",
        consequence="This is not recorded yet",
        done="Recorded",
        do=lambda: actions.appoint(ref, by=viewer, **_none(form.cleaned_data, "seat", "post")),
        then=lambda _: _to_group(request, ref),
        lede="A new chair comes after the last one has ended: end that first, on the group’s page.",
        back=back_to(request, group),
        place=MEMBERS,
    )


def _asks_why(viewer: Viewer, group: Any, said: dict[str, Any]) -> bool:
    """Whether conduct asks why this person should chair this group."""
    person = organisations.people(viewer).filter(ref=said["person"]).first()
    elsewhere = queries.chairs_elsewhere(viewer, person.pk, but=group, on=said["on"]) if person else []
    functions = queries.functions_from(viewer, group, on=said["on"])
    return why_not_chair(said["role"], functions=functions, other_chairs=elsewhere) is not None


@requires(Permission.PARTNERSHIP_EDIT)
def member_record_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:member-record", title="Record somebody on a group")


@requires(Permission.PARTNERSHIP_EDIT)
def member_end(request: ViewerRequest, ref: str) -> HttpResponse:
    found, form = get_object_or_404(queries.memberships(request.viewer), ref=ref), LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title="Record that somebody left",
        caption=f"{found.person.name}, {found.get_role_display().lower()} of {found.group.name}",
        button="Record it",
        consequence="This is not recorded yet",
        done="Recorded",
        do=lambda: actions.end_membership(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: _to_group(request, found.group.ref),
        back=back_to(request, found.group),
        place=MEMBERS,
    )
