"""Deeds on seats, agreements to represent, and the people of a group."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import given
from dueregard.partnership import queries
from dueregard.partnership.actions.recording import record
from dueregard.partnership.models import Group, Membership, MembershipEnd, Representation, RepresentationEnd, Seat, SeatEnd
from dueregard.partnership.queries.holding import holding
from dueregard.partnership.rules import groups as rules
from dueregard.partnership.rules.terms import why_not_begin_in_group


@deed
def open_seat(
    group: str,
    *,
    by: Viewer,
    on: date,
    kind: str,
    body: str,
    sector: str = "",
    takes_over: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Seat:
    """Give a body a seat on a group from a day; a sector's seat carries the sector."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Seat, "SEAT", by=by, ref=ref, once=once)
    if before:
        return before
    of = queries.groups_to_change(by).get(ref=group)
    wanted = given.choice(kind, rules.SeatKind, what="kind of seat")
    carries = given.choice(sector, rules.Sector, what="sector").value if sector else ""
    refuse_if(rules.why_not_seat(wanted, sector=carries))
    refuse_if(why_not_begin_in_group(of.on, on=given.happened(on, by=by)))
    earlier = given.one(queries.seats(by), takes_over, what="seat") if takes_over else None
    seat = Seat.objects.create(**first, group=of, kind=wanted, sector=carries, body=given.body(body, by=by), takes_over=earlier, on=on)
    record("partnership.seat.opened", seat, by=by, on=on)
    return seat


@deed
def end_seat(ref: str, *, by: Viewer, on: date) -> None:
    """Give a seat up; the date is its last day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    seat = queries.seats_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_end(seat.on, until=given.happened(on, by=by)))
    if SeatEnd.objects.filter(seat=seat).exists():
        raise Refused("The seat has already been given up")
    SeatEnd.objects.create(**by.stamp, seat=seat, on=on)
    record("partnership.seat.ended", seat, by=by, on=on)


@deed
def represent(
    seat: str,
    *,
    by: Viewer,
    on: date,
    agreed: str,
    for_seat: str | None = None,
    for_body: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Representation:
    """Record the agreement by which a seat represents another seat of its sector, or a body without one."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Representation, "REP", by=by, ref=ref, once=once)
    if before:
        return before
    its = queries.seats_to_change(by).get(ref=seat)
    other = given.one(queries.seats(by), for_seat, what="seat") if for_seat else None
    absent = given.body_or_none(for_body, by=by)
    if (other is None) == (absent is None):
        raise Refused("Say who is represented: another seat, or a body without one")
    if other is not None:
        refuse_if(rules.why_not_represent(its.ref, represented=other.ref, its_sector=its.sector, other_sector=other.sector))
    refuse_if(why_not_begin_in_group(its.on, on=given.happened(on, by=by)))
    agreement = Representation.objects.create(
        **first, seat=its, for_seat=other, for_body=absent, agreed=given.words(agreed, ask="Say where and by whom it was agreed"), on=on
    )
    record("partnership.representation.agreed", agreement, by=by, on=on)
    return agreement


@deed
def end_representation(ref: str, *, by: Viewer, on: date) -> None:
    """End an agreement to represent; the date is its last day."""
    by.must(Permission.PARTNERSHIP_EDIT)
    agreement = queries.representations_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_end(agreement.on, until=given.happened(on, by=by)))
    if RepresentationEnd.objects.filter(representation=agreement).exists():
        raise Refused("The agreement has already ended")
    RepresentationEnd.objects.create(**by.stamp, representation=agreement, on=on)
    record("partnership.representation.ended", agreement, by=by, on=on)


@deed
def appoint(
    group: str,
    *,
    by: Viewer,
    on: date,
    person: str,
    role: str,
    seat: str | None = None,
    post: str | None = None,
    because: str = "",
    agreed_by: str = "",
    ref: str | None = None,
    once: UUID | None = None,
) -> Membership:
    """Put a person on a group in a role. One person as chair of this group and of the Channel panel needs a reason and who agreed it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    first, before = given.new(Membership, "MB", by=by, ref=ref, once=once)
    if before:
        return before
    of = queries.groups_to_change(by).get(ref=group)
    wanted = given.choice(role, rules.MemberRole, what="role")
    who = given.person(person, by=by)
    place = given.one(queries.seats(by, on=on).filter(group=of), seat, what="seat of this group on this day") if seat else None
    refuse_if(why_not_begin_in_group(of.on, on=given.happened(on, by=by)))
    refuse_if(rules.why_not_substitute(wanted, seat=seat))
    refuse_if(rules.why_not_second_chair(wanted, chairs=queries.chairs_of(by, of, on=on)))
    why = given.conduct(_in_two_chairs(of, by=by, on=on, person=who.pk, role=wanted), because=because, agreed_by=agreed_by)
    if queries.memberships(by).filter(holding(on), group=of, person=who, role=wanted).exists():
        raise Refused("This person already has this role on the group")
    membership = Membership.objects.create(
        **first,
        group=of,
        seat=place,
        person=who,
        post=given.post_or_none(post, by=by),
        role=wanted,
        on=on,
        **why,
    )
    record("partnership.member.appointed", membership, by=by, on=on, role=wanted, is_break=bool(why["because"]))
    return membership


def _in_two_chairs(group: Group, *, by: Viewer, on: date, person: UUID, role: str) -> str | None:
    """The reason this person should not chair this group, if there is one."""
    return rules.why_not_chair(
        role,
        functions=queries.functions_from(by, group, on=on),
        other_chairs=queries.chairs_elsewhere(by, person, but=group, on=on),
    )


@deed
def end_membership(ref: str, *, by: Viewer, on: date) -> None:
    """End somebody's role on a group; the date is the last day they held it."""
    by.must(Permission.PARTNERSHIP_EDIT)
    membership = queries.memberships_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_end(membership.on, until=given.happened(on, by=by)))
    if MembershipEnd.objects.filter(membership=membership).exists():
        raise Refused("This has already ended")
    MembershipEnd.objects.create(**by.stamp, membership=membership, on=on)
    record("partnership.member.ended", membership, by=by, on=on)
