"""Reads inside an area: its members, their roles and clearances, its invitations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db.models import Q, QuerySet

from dueregard.access.roles import GRANTS, Permission, Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import Clearance, Invitation, Membership, User


def members(viewer: Viewer) -> QuerySet[User]:
    """Everybody who holds or held a role in the area; the operator reaches every account."""
    if viewer.machine == "operator":
        return User.objects.order_by("email")
    return User.objects.filter(pk__in=Membership.objects.filter(area=viewer.area_id).values("user")).order_by("email")


def memberships(viewer: Viewer) -> QuerySet[Membership]:
    """The roles people hold or held in the area, newest last, each with its user and person."""
    here = Membership.objects.filter(area=viewer.area_id).select_related("user", "person")
    return here.order_by("on", "typed_at", "pk")


def memberships_held(viewer: Viewer, *, on: date | None = None) -> QuerySet[Membership]:
    """The roles held in the area on a day, or to be held after it."""
    return memberships(viewer).filter(Q(until__isnull=True) | Q(until__gte=on or viewer.today))


def person_of(viewer: Viewer, *, user: User) -> UUID | None:
    """The person of this area that a member is known to be."""
    known = memberships(viewer).filter(user=user, person__isnull=False).last()
    return known.person_id if known else None


def is_signed_in(viewer: Viewer, *, user: User) -> bool:
    """Whether a member is signed in on any browser."""
    return bool(UserSession.objects.filter(user=user, user__in=members(viewer)).exists())


def clearances(viewer: Viewer, *, user: User) -> QuerySet[Clearance]:
    """The clearances recorded for a member, newest first, without their level: that is the person's own business."""
    return Clearance.objects.filter(user=user, user__in=members(viewer)).defer("level").order_by("-until", "-typed_at")


def cleared_people(viewer: Viewer, *, on: date) -> set[UUID]:
    """The people of this area who may read Official-Sensitive on a day, as far as is recorded here: by what, nobody is told."""
    in_force = Clearance.objects.filter(seen_on__lte=on, until__gte=on)
    known = Membership.objects.filter(area=viewer.area_id, person__isnull=False, user__in=in_force.values("user"))
    return set(known.values_list("person_id", flat=True))


def invitations(viewer: Viewer) -> QuerySet[Invitation]:
    """The area's invitations, newest first, each with the person it is for."""
    return Invitation.objects.filter(area=viewer.area_id).select_related("person").order_by("-typed_at", "pk")


def roles_left(viewer: Viewer, *, user: User) -> int:
    """How many roles somebody holds or will hold, in any area: only the number is told."""
    return Membership.objects.filter(Q(until__isnull=True) | Q(until__gte=viewer.today), user=user).count()


@dataclass(frozen=True)
class RoleRow:
    """One role on a page: its words, its dates, and whether it is held today."""

    id: UUID
    role: Role
    round_ref: str
    on: date
    until: date | None
    is_held: bool


@dataclass(frozen=True)
class MemberRow:
    """One member on a page: who, with which roles, and whether they may read Official-Sensitive."""

    user_id: int
    email: str
    name: str
    person_ref: str
    is_active: bool
    may_read_sensitive: bool
    roles: tuple[RoleRow, ...]

    @property
    def held(self) -> tuple[RoleRow, ...]:
        return tuple(role for role in self.roles if role.is_held)


def member_rows(viewer: Viewer, *, user_id: int | None = None) -> list[MemberRow]:
    """The area's members as its pages list them: those who hold a role first, by name."""
    here = memberships(viewer) if user_id is None else memberships(viewer).filter(user=user_id)
    by_user: dict[int, list[Membership]] = {}
    for membership in here:
        by_user.setdefault(membership.user_id, []).append(membership)
    in_force = Clearance.objects.filter(user__in=by_user, seen_on__lte=viewer.today, until__gte=viewer.today)
    cleared = set(in_force.values_list("user", flat=True))
    rows = [_member_row(mine, today=viewer.today, is_cleared=user in cleared) for user, mine in by_user.items()]
    return sorted(rows, key=lambda row: (not row.held, (row.name or row.email).lower()))


def _member_row(mine: list[Membership], *, today: date, is_cleared: bool) -> MemberRow:
    roles = tuple(
        RoleRow(
            id=membership.pk,
            role=Role(membership.role),
            round_ref=membership.round_ref,
            on=membership.on,
            until=membership.until,
            is_held=membership.on <= today and (membership.until is None or membership.until >= today),
        )
        for membership in mine
    )
    person = next((membership.person for membership in reversed(mine) if membership.person), None)
    user = mine[0].user
    return MemberRow(
        user_id=user.pk,
        email=user.email,
        name=person.name if person else "",
        person_ref=person.ref if person else "",
        is_active=user.is_active,
        may_read_sensitive=is_cleared and any(Permission.SENSITIVE_READ in GRANTS[role.role] for role in roles if role.is_held),
        roles=roles,
    )
