"""Reads of users, roles, clearances and invitations. The only place that lists areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from dueregard.access.roles import GRANTS, Permission, Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import Clearance, Invitation, Membership, User
from dueregard.accounts.rules import InvitationState, invitation_state
from dueregard.organisations.models import Area, Person


def _in_force(on: date) -> Q:
    return Q(on__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def areas(viewer: Viewer | None = None, *, user: User | None = None, on: date | None = None) -> QuerySet[Area]:
    """The areas of an install: all of them for the command line (no user), or those somebody holds a role in."""
    if user is None or on is None:
        return Area.objects.order_by("name")
    mine = Membership.objects.filter(_in_force(on), user=user).values("area")
    return Area.objects.filter(pk__in=mine).order_by("name")


def users(viewer: Viewer | None = None) -> QuerySet[User]:
    """Every account of the install, by address: for the command line alone."""
    return User.objects.order_by("email")


@dataclass(frozen=True)
class HeldRole:
    """One role somebody holds, with what is asked of the person before any scope exists. No person: that table is guarded by area."""

    user_id: int
    area_id: int
    area: str
    area_name: str
    requires_second_factor: bool
    role: Role
    round_ref: str
    until: date | None
    person_id: UUID | None
    is_cleared: bool
    has_second_factor: bool


def roles_held(user: User, *, on: date) -> list[HeldRole]:
    """What somebody is in which area on a day, whether they are cleared and have a second factor: one query a request."""
    cleared = Clearance.objects.filter(user=OuterRef("user"), seen_on__lte=on, until__gte=on)
    second = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    held = (
        Membership.objects.filter(_in_force(on), user=user.pk, user__is_active=True)
        .annotate(is_cleared=Exists(cleared), has_second=Exists(second))
        .order_by("area__name", "role", "pk")
        .values_list(
            "user",
            "area",
            "area__slug",
            "area__name",
            "area__requires_second_factor",
            "role",
            "round_ref",
            "until",
            "person",
            "is_cleared",
            "has_second",
        )
    )
    return [HeldRole(*row[:5], Role(row[5]), *row[6:]) for row in held]


def needs_second_factor(held: Iterable[HeldRole]) -> bool:
    """Whether one of the areas asks for a second factor that this person has not set up yet."""
    return any(role.requires_second_factor and not role.has_second_factor for role in held)


def viewer_for(user: User, slug: str, *, now: datetime) -> Viewer | None:
    """The Viewer somebody is in an area at a moment; None if they hold no role there."""
    return viewer_from(roles_held(user, on=timezone.localtime(now).date()), slug, now=now)


def viewers_of(user: User, *, now: datetime) -> list[Viewer]:
    """The Viewers somebody is, one for each of their areas, by name: for the pages that look over all of them."""
    held = roles_held(user, on=timezone.localtime(now).date())
    viewers = (viewer_from(held, slug, now=now) for slug in dict.fromkeys(role.area for role in held))
    return [viewer for viewer in viewers if viewer]


def viewer_from(held: list[HeldRole], slug: str, *, now: datetime) -> Viewer | None:
    """The Viewer that these roles make in an area; None if none of them is held there."""
    here = [role for role in held if role.area == slug]
    if not here:
        return None
    roles = frozenset(role.role for role in here)
    return Viewer(
        area=here[0].area,
        area_id=here[0].area_id,
        area_name=here[0].area_name,
        now=now,
        user_id=here[0].user_id,
        person_id=next((role.person_id for role in here if role.person_id), None),
        label=", ".join(sorted(role.label for role in roles)),
        roles=roles,
        is_cleared=here[0].is_cleared,
        round_ref=next((role.round_ref for role in here if role.round_ref), None),
        other_areas=tuple(sorted({(role.area, role.area_name) for role in held if role.area != slug})),
    )


def user_by_email(email: str) -> User | None:
    """The account with this address, if there is one: asked at sign-in, for an invitation, and by the command line."""
    return User.objects.filter(email=email.strip().lower()).first()


def has_second_factor(user: User) -> bool:
    """Whether somebody is asked for a code when they sign in."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def own_clearance(user: User, *, on: date) -> Clearance | None:
    """The clearance somebody holds on a day, with its level: for their own page alone."""
    return Clearance.objects.filter(user=user, seen_on__lte=on, until__gte=on).order_by("-until").first()


def is_signed_in(user: User) -> bool:
    """Whether somebody is signed in on any browser."""
    return bool(UserSession.objects.filter(user=user).exists())


# Inside an area


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


def person_of(viewer: Viewer, *, user: User) -> Person | None:
    """The person of this area that a member is known to be."""
    known = memberships(viewer).filter(user=user, person__isnull=False).last()
    return known.person if known else None


def clearances(viewer: Viewer, *, user: User) -> QuerySet[Clearance]:
    """The clearances recorded for a member, newest first, without their level: that is the person's own business."""
    return Clearance.objects.filter(user=user, user__in=members(viewer)).defer("level").order_by("-until", "-typed_at")


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


# Invitations, opened by somebody who is not yet anybody


def invitation_by_digest(digest: str, *, now: datetime, to_change: bool = False) -> Invitation | None:
    """The open invitation with this secret; None for one that is wrong, used, withdrawn or too old: nobody learns which."""
    wanted = Invitation.objects.filter(secret_digest=digest).select_related("area")
    found = (wanted.select_for_update(of=("self",)) if to_change else wanted).first()
    return found if found and state_of(found, now=now) is InvitationState.OPEN else None


def state_of(invitation: Invitation, *, now: datetime) -> InvitationState:
    """Where an invitation stands at a moment."""
    return invitation_state(
        accepted_at=invitation.accepted_at, withdrawn_at=invitation.withdrawn_at, expires_at=invitation.expires_at, now=now
    )
