"""Deeds on who is what here: roles, clearances, and whether the area asks for a second factor."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries, rules
from dueregard.accounts.models import Clearance, Membership
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations


@deed
def give_role(
    user_id: int,
    *,
    by: Viewer,
    on: date,
    role: str,
    person_ref: str | None = None,
    until: date | None = None,
    once: UUID | None = None,
) -> None:
    """Give a member another role here. If an administrator gives one to themselves, the trail says so."""
    by.must(Permission.MEMBERS_EDIT)
    user = queries.members(by).select_for_update(of=("self",)).get(pk=user_id)
    if once and queries.memberships(by).filter(pk=once).exists():
        return  # the same form sent twice
    if not user.is_active:
        raise Refused("This account is closed: open it again before you give it a role")
    refuse_if(rules.why_not_give(role) or rules.why_not_hold(role, round_ref="", until=until, on=on))
    if queries.memberships_held(by, on=on).filter(user=user, role=role).exists():
        raise Refused("This person holds this role already. To change its dates, end it and give it again")
    membership = Membership.objects.create(
        pk=once or uuid4(),
        user=user,
        area_id=by.area_id,
        person_id=organisations.people(by).get(ref=person_ref).pk if person_ref else queries.person_of(by, user=user),
        role=role,
        on=on,
        until=until,
        typed_at=by.now,
    )
    to_themselves = user.pk == by.user_id
    verb = "accounts.role.given-to-oneself" if to_themselves else "accounts.role.given"
    record(verb, membership, by=by, role=role, user=user.pk, on=on, until=until, reads=rules.reads_sections(role))


@deed
def end_role(membership_id: UUID, *, by: Viewer, on: date | None = None) -> None:
    """End a role: after its last day, or at once where no last day is given."""
    by.must(Permission.MEMBERS_EDIT)
    membership = queries.memberships(by).select_for_update(of=("self",)).get(pk=membership_id)
    is_own = membership.user_id == by.user_id
    refuse_if(rules.why_not_end_role(role=membership.role, is_own=is_own, until=membership.until, on=by.today))
    refuse_if(rules.why_not_last_day(on, today=by.today, until=membership.until))
    membership.until = on or by.today - timedelta(days=1)
    membership.save(update_fields=["until"])
    record("accounts.role.ended", membership, by=by, role=membership.role, user=membership.user_id, until=membership.until)


@deed
def record_clearance(user_id: int, *, by: Viewer, level: str, seen_on: date, until: date, once: UUID | None = None) -> None:
    """Record that a member's clearance was seen, and until when it need not be seen again. The trail never says which it is."""
    by.must(Permission.MEMBERS_EDIT)
    user = queries.members(by).get(pk=user_id)
    if once and queries.clearances(by, user=user).filter(pk=once).exists():
        return  # the same form sent twice
    refuse_if(rules.why_not_clear(is_own=user.pk == by.user_id, seen_on=seen_on, until=until, today=by.today))
    clearance = Clearance.objects.create(
        pk=once or uuid4(), user=user, level=rules.Level(level), seen_on=seen_on, until=until, typed_at=by.now
    )
    record("accounts.clearance.recorded", clearance, by=by, user=user.pk, seen_on=seen_on, until=until)


@deed
def end_clearance(clearance_id: UUID, *, user_id: int, by: Viewer) -> None:
    """End a clearance at once: from now on the person reads nothing Official-Sensitive on its strength."""
    by.must(Permission.MEMBERS_EDIT)
    user = queries.members(by).get(pk=user_id)
    clearance = queries.clearances(by, user=user).select_for_update(of=("self",)).get(pk=clearance_id)
    refuse_if(rules.why_not_end_clearance(until=clearance.until, today=by.today))
    clearance.until = by.today - timedelta(days=1)
    clearance.save(update_fields=["until"])
    record("accounts.clearance.ended", clearance, by=by, user=user.pk)


@deed
def require_second_factor(*, by: Viewer, required: bool = True) -> None:
    """Ask everybody who works in this area for a second factor when they sign in, or leave it to them."""
    by.must(Permission.MEMBERS_EDIT)
    area = organisations.area(by)
    if area.requires_second_factor == required:
        raise Refused(
            "This area asks for a second factor already" if required else "This area leaves a second factor to each person already"
        )
    area.requires_second_factor = required
    area.save(update_fields=["requires_second_factor"])
    record("accounts.second-factor.required" if required else "accounts.second-factor.left-to-choice", area, by=by)
