"""Reads of users and their roles. The only place that lists areas."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import Clearance, Membership, User
from dueregard.organisations.models import Area


def _in_force(on: date) -> Q:
    return Q(on__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def areas(viewer: Viewer | None = None, *, user: User | None = None, on: date | None = None) -> QuerySet[Area]:
    """The areas of an install: all of them for the command line (no user), or those somebody holds a role in."""
    if user is None or on is None:
        return Area.objects.order_by("name")
    mine = Membership.objects.filter(_in_force(on), user=user).values("area")
    return Area.objects.filter(pk__in=mine).order_by("name")


def viewer_for(user: User, slug: str, *, now: datetime) -> Viewer | None:
    """The Viewer somebody is in an area at a moment; None if they hold no role there."""
    today = now.date()
    held = list(Membership.objects.filter(_in_force(today), user=user, user__is_active=True).select_related("area"))
    here = [membership for membership in held if membership.area.slug == slug]
    if not here:
        return None
    area = here[0].area
    others = {(membership.area.slug, membership.area.name) for membership in held if membership.area_id != area.pk}
    roles = frozenset(Role(membership.role) for membership in here)
    return Viewer(
        area=area.slug,
        area_id=area.pk,
        area_name=area.name,
        now=now,
        user_id=user.pk,
        person_id=next((membership.person_id for membership in here if membership.person_id), None),
        label=", ".join(sorted(role.label for role in roles)),
        roles=roles,
        is_cleared=Clearance.objects.filter(user=user, seen_on__lte=today, until__gte=today).exists(),
        round_ref=next((membership.round_ref for membership in here if membership.round_ref), None),
        other_areas=tuple(sorted(others)),
    )
